import { type u8, type u16, type FixedArray, array } from "ts2c";
const A: FixedArray<u16, 4> = array(4, 0);
const B: FixedArray<u16, 4> = array(4, 0);
class S {
  n: u8 = 0;
  k: u16 = 0;
}
const s = new S();
const s2 = new S();
function pick(): FixedArray<u16, 4> {
  console.log("pick", s.n);
  return s.n === 0 ? A : B;
}
function ps(): S {
  console.log("ps", s.n);
  return s.n < 2 ? s : s2;
}
function bump(): u8 {
  console.log("bump");
  s.n = s.n > 100 ? 0 : s.n + 1;
  return 9;
}
pick()[0] = bump();
console.log(A[0], B[0]);
s.n = 0;
pick()[1] = pick()[1] + bump() > 10 ? 1 : 2;
pick()[s.n & 3] ^= bump();
pick()[bump() & 3] |= bump();
pick()[2] &= 7;
console.log(A[1], B[1], A[2], B[2], A[0], B[0]);
ps().k = bump();
ps().k ^= bump();
ps().k = ps().k ^ bump();
console.log(s.k, s2.k, s.n);
console.log(pick()[bump() & 3] ?? 7, pick()[9] ?? bump());
for (const x of pick()) {
  s.n = s.n === 0 ? 1 : 0;
  console.log(x);
}
