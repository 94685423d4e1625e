import { type u8 } from "ts2c";

class Counter {
  private count: u8 = 0;

  next(): u8 {
    this.count = (this.count + 1) & 0xff;
    return this.count;
  }
}

const counter = new Counter();

/** JavaScript counts from left to right, so C has to. */
export function pair(): u8 {
  return ((counter.next() << 4) & 0xf0) ^ counter.next();
}
