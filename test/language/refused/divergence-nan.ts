// TS2C0304 at 6:25
// TS2C0105 at 10:14
import { type u8 } from "ts2c";

function ratio(a: u8, b: u8): u8 {
  return Math.trunc(a / b);
}

function missing(a: u8): boolean {
  return a > Infinity;
}

console.log(ratio(0, 0), missing(1));
