// TS2C0202 at 10:9

import { type u8 } from "ts2c";

function half(a: u8): u8 {
  return a >> 1;
}

function use(): u8 {
  const chosen = half;
  return chosen(4);
}

console.log("use", use());
