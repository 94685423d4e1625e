import { type u8, type FixedArray, array } from "ts2c";
class P {
  readonly bytes = new Uint8Array(3);
  readonly items: FixedArray<u8, 3> = array(3, 4);
}
const a = new P();
const b = new P();
a.bytes.fill(1);
b.bytes.fill(2);
b.items[0] = 9;
b.items[1] = 8;
b.items[2] = 7;
function f(): void {
  let p: P = a;
  for (const x of p.bytes) {
    p = b;
    console.log(x);
  }
  for (const x of p.items) {
    p = a;
    console.log(x);
  }
}
f();
interface V {
  readonly v: Uint8Array;
}
function g(): void {
  let r: V = { v: a.bytes };
  for (const x of r.v) {
    r = { v: b.bytes };
    console.log(x, r.v.length);
  }
}
g();
function h(v: Uint8Array): void {
  for (const x of v) {
    v = v.subarray(1);
    console.log(x, v.length);
  }
}
h(b.bytes);
