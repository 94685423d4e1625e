import { type u8 } from "ts2c";
import { LIMIT, Shared, shared } from "./first.ts";

/** Made after what it is made from. */
export class Counter {
  readonly start: u8;

  constructor(start: u8) {
    this.start = start;
  }
}

export const counter = new Counter(shared.next());
export const own = new Shared();
export const DOUBLE: u8 = LIMIT * 2;

export function doubled(x: u8): u8 {
  return x < 128 ? x * 2 : 255;
}
