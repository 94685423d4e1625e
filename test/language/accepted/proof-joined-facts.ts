import { type u8, type int, type Bytes } from "ts2c";
function f(t: Bytes, a: int, b: int): int {
  let i = 0;
  if (a > 3) {
    i = b;
  } else {
    i = a;
  }
  if (a > 3 && b >= 0 && b < t.length) {
    return t[i] ?? -1;
  }
  return i;
}
function g(t: Bytes): int {
  let i = 0;
  let n = 0;
  while (i < t.length) {
    if (t[i] === 0) {
      break;
    }
    n++;
    i += 2;
  }
  if (n <= i) {
    return i < t.length ? t[i] : -2;
  }
  return -1;
}
function h(t: Bytes, n: int): int {
  let i = n;
  if (i < 0) {
    i = 0;
  }
  while (i > 0 && i <= t.length && t[i - 1] === 0) {
    i--;
  }
  return i;
}
const t = new Uint8Array(4);
t[0] = 5;
console.log(f(t, 4, 3), f(t, 4, 4), g(t), h(t, 4), h(t, 3), h(t, 90));
