import { type u32, type u8 } from "ts2c";

function flag(bit: u8): u32 {
  return (1 << bit) >>> 0;
}

function top(x: u32): u32 {
  return (x << 31) >>> 0;
}

console.log(flag(31), flag(32), flag(33), top(1));
