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
class Box {
  readonly items: Uint8Array;
  constructor(first: Uint8Array, second: Uint8Array) {
    this.items = first;
    for (const x of this.items) {
      this.items = second;
      console.log(x);
    }
  }
}
const E = new Uint8Array(3);
const F = new Uint8Array(4);
F[1] = 5;
f(A);
g();
const box = new Box(E, F);
console.log(box.items.length);
