import { type u8, type FixedArray, array } from "ts2c";
const A: readonly u8[] = [1, 2, 3];
const B: readonly u8[] = [9, 8, 7, 6];
const C: FixedArray<u8, 3> = array(3, 1);
const D: FixedArray<u8, 3> = array(3, 2);
function f(t: readonly u8[]): void {
  for (const x of t) {
    t = B;
    console.log(x);
  }
  console.log(t.length);
}
function g(): void {
  let a: FixedArray<u8, 3> = C;
  for (const x of a) {
    a = D;
    console.log(x);
  }
  console.log(a[0]);
}
f(A);
g();
