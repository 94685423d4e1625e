// TS2C0104 at 5:1
import { u8 } from "ts2c";

/** Called as its module is, so that C has it by that name alone: the one of a function of `math.h`. */
export function round(n: u8): u8 {
  return u8(n + 5 - ((n + 5) % 10));
}

console.log("to tens", round(44), round(45));
