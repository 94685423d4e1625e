// TS2C0304 at 6:27
// TS2C0304 at 10:16
import { type u16 } from "ts2c";

function mean(sum: u16, count: u16): u16 {
  return Math.trunc(sum / count);
}

function rest(sum: u16, count: u16): u16 {
  return sum % count;
}

console.log(mean(9, 3), rest(9, 3));
