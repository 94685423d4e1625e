import { type f64, type int, type u8 } from "ts2c";

/** Integers never become NaN or Infinity: each division has its test. `f64` has both, as in JavaScript. */
function ratio(a: u8, b: u8): u8 {
  return b > 0 ? Math.trunc(a / b) : 255;
}

function rest(a: u8, b: int): int {
  return b === 0 ? 0 : a % b;
}

function quotient(a: f64, b: f64): f64 {
  return a / b;
}

console.log(ratio(0, 0), ratio(9, 2), rest(7, 0), rest(7, -3), rest(7, 9007199254740991), rest(200, -200));
console.log(quotient(1, 0), quotient(-1, 0), quotient(0, 0));
