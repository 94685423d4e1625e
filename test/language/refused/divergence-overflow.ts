// TS2C0302 at 5:10
import { type u8 } from "ts2c";

function sum(a: u8, b: u8): u8 {
  return a + b;
}

console.log(sum(200, 100));
