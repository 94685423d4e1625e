import { type int, type i32, type u32 } from "ts2c";
function c(a: int): int {
  return Math.clz32(a);
}
function ab(a: int): int {
  return Math.abs(a);
}
function mm(a: i32, b: u32, d: int): void {
  console.log(Math.min(a, b), Math.max(a, b), Math.min(a, b, d), Math.max(d, a, b), Math.min(d), Math.max(a, 5));
}
console.log(c(0), c(1), c(-1), c(4294967296), c(9007199254740991), ab(-5), ab(-9007199254740991), ab(0));
mm(-1, 4294967295, -9007199254740991);
mm(7, 7, 7);
mm(-2147483648, 0, 9007199254740991);
