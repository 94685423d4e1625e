// TS2C0106 at 4:15
import { type u8 } from "ts2c";

function half(Math: u8): u8 {
  return Math < 9 ? 1 : 2;
}

console.log(half(1), 3);
