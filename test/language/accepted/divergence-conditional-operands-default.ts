import { u8 } from "ts2c";
class S {
  n: u8 = 0;
}
const s = new S();
const A = new Uint8Array(4);
function bump(): u8 {
  s.n = u8(s.n + 1);
  return s.n;
}
function two(a: u8, b: u8): u8 {
  return u8(a * 10 + b);
}
function get(i: u8): u8 {
  return A[i] ?? two(bump(), s.n);
}
console.log(get(0), s.n, get(9), s.n);
