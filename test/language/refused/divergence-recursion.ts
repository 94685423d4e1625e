// TS2C0403 at 9:28
import { type u8 } from "ts2c";

function even(n: u8): boolean {
  return n === 0 ? true : odd(n - 1);
}

function odd(n: u8): boolean {
  return n === 0 ? false : even(n - 1);
}

console.log(even(4));
