import { type i32 } from "ts2c";
import { trace } from "./trace.ts";

export class Late {
  readonly seen: i32 = trace.add(2);
}

export const late = new Late();
