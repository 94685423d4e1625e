// TS2C0305 at 8:10
// TS2C0305 at 12:10
// TS2C0305 at 15:37
// TS2C0305 at 15:45
import { type i32, type int } from "ts2c";

function negated(x: i32): int {
  return -x;
}

function product(x: i32): int {
  return x * -5;
}

console.log(negated(0), product(0), -7 % 7, Math.trunc(-1 / 2));
