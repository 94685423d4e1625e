// TS2C0503 at 6:12
// TS2C0503 at 6:22
import { type u8 } from "ts2c";

function same(a: u8, b: u8): boolean {
  return a == b && a != 5;
}

console.log(same(1, 1));
