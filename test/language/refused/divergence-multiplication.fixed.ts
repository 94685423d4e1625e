import { type i32 } from "ts2c";

function low(a: i32, b: i32): i32 {
  return Math.imul(a, b);
}

console.log(low(123456789, 987654321), low(-2147483648, -1));
