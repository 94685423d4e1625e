// TS2C0302 at 6:10
// TS2C0302 at 11:10
import { type u32, type u8 } from "ts2c";

function flag(bit: u8): u32 {
  return 1 << bit;
}

/** A shift by 32 is one by 0, and one by 31 is negative. */
function top(x: u32): u32 {
  return x << 31;
}

console.log(flag(31), top(1));
