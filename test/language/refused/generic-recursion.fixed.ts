import { type u8 } from "ts2c";

function last<T>(a: T, n: u8): u8 {
  let left = n;
  while (left > 0) {
    left--;
  }
  return left + 7;
}
console.log(last<u8>(3, 2), "and no call of its own");
