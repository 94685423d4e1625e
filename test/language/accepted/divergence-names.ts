import { type u8 } from "ts2c";
const N = 5;
const INT32_MAX = 2147483647;
class C {
  N: u8 = 1;
  NULL: u8 = 3;
}
const c = new C();
function f(): u8 {
  const EOF: u8 = 3;
  return EOF;
}
console.log(c.N, N, c.NULL, INT32_MAX, f());
