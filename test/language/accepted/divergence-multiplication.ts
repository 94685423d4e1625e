import { type i32, type int, type range, type u16, type u32 } from "ts2c";

function exact(a: u16, b: u16): u32 {
  return a * b;
}

function low(a: i32, b: i32): i32 {
  return Math.imul(a, b);
}

function wide(a: i32, b: range<0, 1000000>): int {
  return a * b + 0;
}

console.log(exact(65535, 65535), exact(65535, 2), exact(0, 7));
console.log(low(123456789, 987654321), low(-2147483648, -1), low(65536, 65536), low(-5, 0));
console.log(wide(-2147483648, 1000000), wide(2147483647, 999999), wide(0, 5));
