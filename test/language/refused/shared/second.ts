import { type i32 } from "ts2c";
import { counter } from "./first.ts";

export class Counter {
  readonly before: i32 = counter.count;
}

export const second = new Counter();
