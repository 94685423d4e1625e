import { type u8 } from "ts2c";

function even(n: u8): boolean {
  let left = n;
  while (left >= 2) {
    left -= 2;
  }
  return left === 0;
}

console.log(even(4), even(255));
