import { type i32, type int } from "ts2c";

function negated(x: i32): int {
  return 0 - x;
}

function product(x: i32): i32 {
  return (x % 100) * -5 + 0;
}

function quotient(x: i32): i32 {
  return Math.trunc(x / 1000) + 0;
}

console.log(negated(0), negated(5), product(0), product(-7), quotient(-1), quotient(-1000), (-7 % 7) + 0);
console.log(Math.max(negated(0), 0), Math.abs(negated(0)), -negated(0) === 0, negated(0) | 0);
