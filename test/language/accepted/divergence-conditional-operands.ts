import { type u8 } from "ts2c";
class S {
  n: u8 = 0;
  log: u8 = 0;
}
const s = new S();
function t(x: u8): boolean {
  console.log("t", x);
  s.n = x;
  return true;
}
function f(x: u8): boolean {
  console.log("f", x);
  s.n = x;
  return false;
}
function v(x: u8): u8 {
  console.log("v", x);
  s.n = x;
  return x;
}
console.log(t(1) && f(2), f(3) || t(4), f(5) && t(6), t(7) || f(8));
console.log(t(1) ? v(10) : v(20), f(2) ? v(30) : v(40), s.n);
if ((t(1) && s.n === 1) || (f(9) && s.n === 9)) {
  console.log("yes", s.n);
}
console.log(s.n + v(3) + s.n, v(4) + s.n, s.n + v(5), (s.n + v(6)) * s.n);
while (s.n < 12 && t(s.n < 200 ? s.n + 1 : 0) && v(3) + s.n > v(2)) {
  console.log("w", s.n);
  break;
}
console.log(v(1) < v(2) === v(3) < v(4), !t(3), s.n);
function loops(): void {
  let i: u8 = 0;
  do {
    i++;
    if (i === 2) {
      continue;
    }
    console.log("i", i);
  } while (i < 4 && (i < 3 ? t(i) : v(9) + v(1) > 5));
  for (let j: u8 = 0, k: u8 = 10; j < k && j < 100 && t(j < 5 ? 1 : 2); j += (v(2) + s.n) & 63) {
    k = k > 0 ? k - 1 : 0;
    console.log(j, k);
    if (k < 5) {
      break;
    }
  }
}
loops();
