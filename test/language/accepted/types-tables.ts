import { type u8, type Bytes, utf8, type i32, type int } from "ts2c";
interface R {
  readonly items: readonly u8[];
  readonly name: string;
}
const R1: R = { items: [1, 2], name: "x" };
const BS: readonly Bytes[] = [utf8("ab"), utf8("c")];
const A: readonly u8[] = [1, 2, 3];
const B: readonly u8[] = [9, 8, 7, 6];
class F {
  b: boolean = true;
}
const fl = new F();
function sum(t: readonly u8[]): u8 {
  let s: u8 = 0;
  for (const x of t) {
    if (s < 100) {
      s += x > 100 ? 1 : x;
    }
  }
  return s;
}
function f(): u8 {
  const t: readonly u8[] = fl.b ? A : B;
  return sum(t);
}
function g(): u8 {
  const t = A;
  return t[1] ?? 0;
}
function pickT(): readonly u8[] {
  return fl.b ? B : A;
}
function lens(t: readonly Bytes[]): void {
  for (const b of t) {
    console.log(b.length);
  }
}
console.log(f(), g(), sum(fl.b ? B : A), sum(pickT()), pickT()[0] ?? 4);
console.log(R1.items.length);
lens(BS);
const T = new Uint32Array(2);
T[0] = 4294967295;
function h(i: u8): int {
  return T[i] ?? -1;
}
console.log(h(0), h(9));
