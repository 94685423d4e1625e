import { array, type Bytes, type f64, type FixedArray, type i32, type int, type range, type u8, utf8 } from "ts2c";

const TABLE: readonly u8[] = [5, 6, 7];
const HALF: f64 = 0.5;
const WHOLE: f64 = 3;
const KIB = 2 ** 10;
const PAIR = { low: 3, half: 0.25, name: "pair" } as const;

type Plain = { readonly kind: "on" } | { readonly kind: "off" };
type Shape = { readonly kind: "dot"; readonly at: u8 } | { readonly kind: "none" };
type Step = () => void;
type Reader = (bytes: Bytes) => u8;

interface Point {
  readonly x: u8;
  readonly y: i32;
}

class Counter {
  n: u8 = 0;
  plain: Plain = { kind: "off" };
  point: Point | null = null;

  up(): Point {
    this.n = (this.n + 1) & 15;
    return { x: this.n, y: -this.n + 0 };
  }
}

const counter = new Counter();
const counters: FixedArray<Counter, 2> = array(2, () => new Counter());

function step(): void {
  counter.n = (counter.n + 2) & 15;
}

function first(bytes: Bytes): u8 {
  return bytes[0] ?? 9;
}

function run(call: Step | null, read: Reader | null): u8 {
  if (call !== null) {
    call();
  }
  return null === read ? 1 : read(utf8("A"));
}

function sum(table: readonly u8[]): int {
  let total = 0;
  for (const each of table) {
    total = (total + each) & 0xffff;
  }
  return total;
}

function named(text: string): u8 {
  switch (text) {
    case "a":
    case "b":
      return 1;
    case "c":
    default:
      return 2;
  }
}

function size(shape: Shape): string {
  if (shape.kind === "none") {
    return shape.kind;
  }
  return shape.at > 3 ? "large" : shape.kind;
}

function toggled(plain: Plain): Plain {
  return plain.kind === "on" ? { kind: "off" } : { kind: "on" };
}

function outside(table: Bytes, at: range<0, 9>): u8 {
  // prettier-ignore
  return at > 6 ? ((TABLE))[at] ?? 4 : (table)[at] ?? KIB & 255;
}

function apart(): int {
  const { x, y } = counter.up();
  return x * 100 - y;
}

// prettier-ignore
console.log(run(step, null), counter.n, run(null, first), sum((TABLE)));
console.log(named("b"), named("c"), named("z"), 2 ** 5, KIB, HALF, WHOLE, PAIR.half, PAIR.low, PAIR.name);
console.log("sizes", size({ kind: "none" }), size({ kind: "dot", at: 2 }), size({ kind: "dot", at: 7 }));
console.log("apart", apart(), outside(utf8("xy"), 1), outside(utf8("xy"), 2), outside(utf8("xy"), 5));
counter.plain = toggled(counter.plain);
console.log("plain", counter.plain.kind, toggled(counter.plain).kind, null === counter.point);
counter.point = counter.up();
counters[counter.n & 1].n |= counter.up().x;
console.log(counters[0].n, counters[1].n, counter.point.x, WHOLE * HALF - PAIR.half);
