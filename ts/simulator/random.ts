/** Chance that can be repeated: the same seed gives the same numbers. */

import { u32, type range } from "ts2c";

/** Marsaglia's xorshift generator with 32 bits of state ("Xorshift RNGs", 2003, page 4). */
export class Random {
  private state: u32 = 1;

  /** Starts the series again from `seed`. */
  seed(seed: u32): void {
    this.state = seed === 0 ? 1 : seed;
  }

  /** The next number of the series, never 0. */
  next(): u32 {
    let x: u32 = this.state;
    x = u32(x ^ (x << 13));
    x = u32(x ^ (x >>> 17));
    x = u32(x ^ (x << 5));
    this.state = x;
    return x;
  }

  /** A number from 0 up to, but without, `end`. */
  below(end: range<1, 65536>): range<0, 65535> {
    return (this.next() >>> 8) % end;
  }
}
