import { type i32, type int, type u32 } from "ts2c";

function product(a: u32, b: u32): i32 {
  return Math.imul(a, b);
}

function next(a: int): boolean {
  return a < 9007199254740991 ? a + 1 > a : false;
}

console.log(product(3, 4), product(4294967295, 4294967295), next(1), next(9007199254740991));
