import { type f64, i32, u8, u32 } from "ts2c";
const PI: f64 = 3.141592653589793;
const TABLE: readonly f64[] = [0.5, 1, -2.25, 1e21, 1e-7, 123456789.125];
interface P {
  readonly x: f64;
  readonly n: u8;
}
class Avg {
  private sum: f64 = 0;
  private n: i32 = 0;
  add(v: f64): void {
    this.sum += v;
    if (this.n < 1000) {
      this.n++;
    }
  }
  mean(): f64 {
    return this.n > 0 ? this.sum / this.n : 0;
  }
}
const avg = new Avg();
function maybe(x: f64): f64 | null {
  return x > 2 ? x * 2 : null;
}
function scale(p: P, by: f64): P {
  return { x: p.x * by + 1, n: p.n };
}
function show(): void {
  console.log(0.1 + 0.2, PI, -PI, 1 / 3.5, 100, 1e300 * 1e10);
  for (const t of TABLE) {
    avg.add(t);
    console.log(
      t,
      t * 3,
      t - 0.1,
      t % 0.7,
      Math.floor(t),
      Math.ceil(t),
      Math.trunc(t),
      Math.abs(t),
      i32(t),
      u32(t),
      u8(t),
    );
  }
  console.log(avg.mean(), Math.sqrt(2), Math.sqrt(avg.mean()), Math.min(0.5, 2, -1), Math.max(0.5, 2));
  const p = scale({ x: 2, n: 7 }, 0.25);
  console.log(p.x, p.n, p.x === 1.5, p.x < 2, 3 > p.x);
  let x: f64 = 5;
  x -= 1.5;
  x *= x;
  x++;
  x /= 7;
  console.log(x);
  const nan = (x - x) / 0.0;
  console.log(nan, nan === nan, nan < 1, Math.max(nan, 1), i32(nan));
  const m = maybe(x);
  if (m !== null) {
    console.log(m);
  } else {
    console.log("null");
  }
  const k = maybe(2.5);
  if (k !== null) {
    console.log(k);
  }
  for (let i = 0; i < 30; i++) {
    let v: f64 = 7;
    for (let j = 0; j < i; j++) {
      v = v * 11.3;
    }
    console.log(v, 1 / v, i32(v), i32(0 - v), u32(-v));
  }
  const big = i32max(3);
  console.log(big * 1.5, big > 2.5 ? 1 : 0.5);
}
function i32max(v: i32): i32 {
  return v;
}
show();

/** Roundings at their edges: below one, at a half, beyond 2^52, and −0. */
const EDGES: readonly f64[] = [
  0.49999999999999994, 0.5, 0.9999999999999999, 1.5, 4503599627370495.5, 4503599627370497, 9007199254740992,
  4294967295.9, 4294967296.5, 2147483648.5, 1e-320, 5e-324, 1.7976931348623157e308, 18446744073709552000, 3.7e19,
];
function edges(): void {
  for (const x of EDGES) {
    console.log(Math.trunc(x), Math.floor(x), Math.ceil(x), Math.trunc(-x), Math.floor(-x), Math.ceil(-x));
    console.log(
      i32(x),
      u32(x),
      i32(-x),
      u32(-x),
      u8(x),
      x % 1.5,
      -x % 3,
      Math.sqrt(x),
      Math.min(x, -x),
      Math.max(-x, x),
    );
  }
}
edges();

/** A quotient of fractions in what else takes quotients of integers. */
function quotients(x: f64, y: f64, n: i32): void {
  console.log(Math.floor(x / y), Math.trunc(x / n), Math.ceil(n / y), Math.abs(x / -3), Math.min(x / y, 2, y / x));
  console.log(Math.trunc(n / 4) + 0, Math.floor(Math.floor(x / 0.5) / 3), Math.max(x / 0, 1 / -y));
}
quotients(7.5, 2, 9);
quotients(-7.5, 0.1, -9);
quotients(0, 0, 0);
