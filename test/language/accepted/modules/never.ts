import { type i32 } from "ts2c";
import { trace } from "./trace.ts";

/** Of this module only a type is used, so that nobody runs it. */
export class Never {
  readonly seen: i32 = trace.add(3);
}

export const never = new Never();
