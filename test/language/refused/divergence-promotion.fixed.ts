import { type u16, type u32 } from "ts2c";

function product(a: u16, b: u16): u32 {
  return a * b;
}

console.log(product(65535, 65535), product(65535, 65535) >= 2147483648);
