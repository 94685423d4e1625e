import { type u8 } from "ts2c";
class N {
  v: u8 = 0;
  readonly next: N | null;
  constructor(next: N | null) {
    this.next = next;
  }
}
const a = new N(null);
const b = new N(a);
const c = new N(b);
a.v = 1;
b.v = 2;
c.v = 3;
class H {
  val: u8 | null = null;
  set(v: u8): void {
    this.val = v;
  }
  clear(): void {
    this.val = null;
  }
}
const h = new H();
function f(): u8 {
  if (h.val !== null) {
    return h.val;
  }
  return 99;
}
function g(): u8 {
  if (h.val === null) {
    h.set(5);
  }
  return h.val === null ? 0 : h.val;
}
console.log(f(), g(), f());
h.val = 0;
console.log(f(), h.val === null, h.val !== null && h.val === 0);
function len(p: N | null): u8 {
  let n: u8 = 0;
  let q: N | null = p;
  while (q !== null && n < 10) {
    n++;
    q = q.next;
  }
  return n;
}
console.log(len(c), len(null), c.next === b, c.next === null);
function opt(x: u8 | null, y: boolean | null): void {
  console.log(x === null, y === null, x !== null && x > 2 ? x : 0);
}
opt(3, null);
opt(null, true);
opt(0, false);
