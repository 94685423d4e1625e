import { type i32 } from "ts2c";
import { trace } from "./trace.ts";

export interface Mark {
  readonly digit: i32;
}

export class Early {
  readonly seen: i32 = trace.add(1);
}

export const early = new Early();
