// TS2C0403 at 5:24
import { type u8 } from "ts2c";

function last<T>(a: T, n: u8): u8 {
  return n === 0 ? 7 : last<T>(a, n - 1);
}
console.log(last<u8>(3, 2));
