import { u8 } from "ts2c";

/** Called otherwise than its module, whose name C puts in front of it. */
export function roundToTens(n: u8): u8 {
  return u8(n + 5 - ((n + 5) % 10));
}

console.log("to tens", roundToTens(44), roundToTens(45));
