import { type u8, assert } from "ts2c";
function f(): u8 {
  console.log("inside");
  return 3;
}
console.log(1, f());
console.log("x", f() + 1, true);
function g(a: u8): u8 {
  assert(a > 3);
  return a;
}
console.log("before", g(1));
