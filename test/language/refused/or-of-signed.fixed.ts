import { type i8, type i32 } from "ts2c";

function or(a: i8, b: i8): i32 {
  return a | b;
}

console.log(or(5, 3), or(-128, 3));
