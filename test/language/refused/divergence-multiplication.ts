// TS2C0303 at 6:11
import { type i32 } from "ts2c";

/** Beyond 2^53 its low bits are gone. */
function low(a: i32, b: i32): i32 {
  return (a * b) | 0;
}

console.log(low(123456789, 987654321));
