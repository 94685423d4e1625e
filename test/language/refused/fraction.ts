// TS2C0307 at 5:10
import { type u16 } from "ts2c";

function half(x: u16): u16 {
  return x / 2;
}

console.log(half(9));
