import { type u8 } from "ts2c";

/** Prints what it is given. */
export function noisy(n: u8): u8 {
  console.log("noisy", n);
  return n;
}
