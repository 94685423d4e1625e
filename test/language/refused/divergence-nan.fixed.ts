import { type u8 } from "ts2c";

function ratio(a: u8, b: u8): u8 | null {
  return b === 0 ? null : Math.trunc(a / b);
}

function missing(a: u8 | null): boolean {
  return a === null;
}

console.log(missing(ratio(0, 0)), missing(ratio(8, 2)));
