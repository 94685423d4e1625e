import { type i32 } from "ts2c";
import { type Counter, second } from "./second.ts";

export interface Level {
  readonly height: i32;
}

export function used(): Counter {
  return second;
}
