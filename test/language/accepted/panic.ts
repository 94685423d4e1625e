import { assert, type u8 } from "ts2c";

function check(x: u8): u8 {
  console.log("checks", x);
  assert(x < 3);
  return x;
}

console.log(check(2), check(1));
console.log("one", check(7), check(0));
console.log("never");
