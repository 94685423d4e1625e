import { u8 } from "ts2c";

function wrapped(a: u8, b: u8): u8 {
  return u8(a + b);
}

function saturated(a: u8, b: u8): u8 {
  return u8.clamp(a + b);
}

function guarded(a: u8, b: u8): u8 {
  return a <= 127 && b <= 127 ? a + b : 0;
}

console.log(wrapped(200, 100), saturated(200, 100), guarded(200, 100), guarded(100, 27));
