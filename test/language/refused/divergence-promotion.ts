// TS2C0302 at 6:10
import { type i32, type u16 } from "ts2c";

/** In C it overflows an `int` before anybody looks at it. */
function product(a: u16, b: u16): i32 {
  return a * b;
}

console.log(product(65535, 65535));
