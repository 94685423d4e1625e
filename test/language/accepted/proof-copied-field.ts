import { type u8, type Bytes } from "ts2c";
class C {
  i: u8 = 0;
}
const a = new C();
const t = new Uint8Array(3);
t[0] = 6;
t[2] = 8;
function f(): u8 {
  const n = a.i;
  if (n < t.length) {
    a.i = 100;
    const r = t[n];
    return r;
  }
  return 9;
}
function h(x: u8): u8 {
  const n = x + 1;
  x = 250;
  if (n < t.length) {
    return t[n];
  }
  return x;
}
function k(x: u8): u8 {
  const n = x;
  x = 2;
  if (n === x) {
    return t[n];
  }
  return t[x];
}
console.log(f(), h(1), k(2));
