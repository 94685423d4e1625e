import { type u8 } from "ts2c";

function half(value: u8): u8 {
  return value < 9 ? 1 : 2;
}

console.log(half(1), 3);
