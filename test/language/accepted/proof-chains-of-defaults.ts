// `a[i] ?? b[i] ?? d` tries one after the other, and evaluates no more than it needs.
import { type f64, type u8 } from "ts2c";

const SHORT: readonly u8[] = [1, 2, 3];
const LONG: readonly u8[] = [10, 20, 30, 40, 50];
const PARTS: readonly f64[] = [0.5];
const NAMES: readonly string[] = ["one"];

type Side = "left" | "right";

const SIDES: readonly Side[] = ["left", "right"];

interface Point {
  readonly x: u8;
}

const POINTS: readonly Point[] = [{ x: 1 }, { x: 2 }];

class Counter {
  n: u8 = 0;

  next(): u8 {
    this.n = (this.n + 1) & 7;
    return this.n;
  }
}

const counter = new Counter();

function show(i: u8): void {
  console.log(SHORT[i] ?? LONG[i] ?? 99, SHORT[i + 2] ?? LONG[i - 2] ?? SHORT[i - 3] ?? 7);
  console.log(SHORT[counter.next()] ?? LONG[counter.next()] ?? counter.next(), counter.n);
  console.log(PARTS[i] ?? i, PARTS[i] ?? LONG[i] ?? 2, (POINTS[i] ?? POINTS[i - 3] ?? { x: 9 }).x);
  console.log(SIDES[i] ?? SIDES[i - 2] ?? "right", NAMES[i] ?? SIDES[i & 1] ?? "left");
  console.log((SHORT[i] ?? LONG[i] ?? 300) + 1, (SHORT[i] ?? LONG[i] ?? 0) > 2 && (SHORT[counter.next()] ?? 2) === 2);
}

for (let i = 0; i < 8; i++) {
  show(i);
}
