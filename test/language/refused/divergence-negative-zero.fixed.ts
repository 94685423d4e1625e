import { type i32, type int } from "ts2c";

function negated(x: i32): int {
  return 0 - x;
}

function product(x: i32): int {
  return x * -5 + 0;
}

console.log(negated(0), negated(5), product(0), (-7 % 7) + 0, Math.trunc(-1 / 2) + 0);
