// TS2C0303 at 6:10
// TS2C0303 at 10:10
import { type int, type u32 } from "ts2c";

function product(a: u32, b: u32): int {
  return a * b;
}

function next(a: int): boolean {
  return a + 1 > a;
}

console.log(product(3, 4), next(1));
