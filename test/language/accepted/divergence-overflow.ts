import { type int, type u32, i32 } from "ts2c";

function isLarger(a: i32): boolean {
  return a + 1 > a;
}

function sum(a: u32, b: u32): int {
  return a + b;
}

function difference(a: u32, b: u32): int {
  return a - b;
}

console.log(isLarger(2147483647), isLarger(-2147483648), sum(4294967295, 4294967295), difference(0, 4294967295));
console.log(i32(2147483647 + 1), i32(-2147483648 - 1), i32(difference(1, 4294967295)));
