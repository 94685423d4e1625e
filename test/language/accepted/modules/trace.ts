import { i32 } from "ts2c";

/** Remembers in which order others called. */
export class Trace {
  seen: i32 = 0;

  add(digit: i32): i32 {
    this.seen = i32(Math.imul(this.seen, 10) + digit);
    return this.seen;
  }
}

export const trace = new Trace();
