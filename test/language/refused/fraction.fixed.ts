import { type u16 } from "ts2c";

function half(x: u16): u16 {
  return Math.trunc(x / 2);
}

console.log(half(9), half(65535), half(0));
