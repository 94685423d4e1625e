import { array, type Bytes, type f64, type FixedArray, type range, type u8, u32 } from "ts2c";

/** Tables of all kinds as parameters, fields and locals, and what few programs write: `new` without brackets, a `for` without a test. */
interface Step {
  readonly name: string;
  readonly ms: u32;
}
type Colour = "red" | "green";
type Shape = { readonly kind: "circle"; readonly r: u32 } | { readonly kind: "square"; readonly side: u32 };

type Filter = (value: u8) => u8;
type Counting = (steps: readonly Step[], step: Step | null) => u32;

function same(value: u8): u8 {
  return value;
}

function halved(value: u8): u8 {
  return value >> 1;
}

function counted(steps: readonly Step[], step: Step | null): u32 {
  return Math.min(steps.length, 9) + (step === null ? 100 : Math.min(step.ms, 9));
}

const FILTERS: readonly Filter[] = [same, halved];
const MAYBE_FILTERS: readonly (Filter | null)[] = [null, halved];
const MAYBE_NUMBERS: readonly (u8 | null)[] = [1, null, 3];
const MAYBE_STEPS: readonly (Step | null)[] = [null, { name: "four", ms: 4 }];
const FRACTIONS: readonly f64[] = [0.5, 1.5];
const ROWS: readonly (readonly u8[])[] = [[1, 2], [3]];
const PLANS: readonly (readonly Step[])[] = [[{ name: "five", ms: 5 }], []];
const STEPS: readonly Step[] = [
  { name: "one", ms: 1 },
  { name: "two", ms: 2 },
];
const OTHERS: readonly Step[] = [{ name: "three", ms: 3 }];
const COLOURS: readonly Colour[] = ["red", "green"];
const SHAPES: readonly Shape[] = [
  { kind: "square", side: 4 },
  { kind: "circle", r: 5 },
];
const START: Shape = { kind: "circle", r: 7 };

class Plan {
  readonly steps: readonly Step[] = STEPS;
  readonly zeros: Bytes = new Uint8Array(3);
  readonly first: u32;

  constructor() {
    this.first = 4;
  }

  length(): u32 {
    return this.steps.length;
  }
}

class Counter {
  private count: u32 = 0;
  readonly items: Uint8Array = new Uint8Array(4);
  readonly shares: FixedArray<f64, 4> = array(4, 0.5);

  next(): range<0, 3> {
    this.count = (this.count + 1) & 3;
    return this.count;
  }

  note(): void {
    this.shares[this.next()]++;
    this.items[this.next()] |= 5;
  }
}

// prettier-ignore
const plan: Plan = new Plan;
const counter: Counter = new Counter();

function total(steps: readonly Step[]): u32 {
  let sum: u32 = 0;
  for (const step of steps) {
    sum = Math.min(sum + Math.min(step.ms, 10), 1000);
  }
  return sum;
}

function count(steps: readonly Step[], colours: readonly Colour[]): u32 {
  return Math.min(steps.length, 9) * 2 + Math.min(colours.length, 9);
}

function filtered(filters: readonly Filter[], maybe: readonly (Filter | null)[], value: u8): u32 {
  let sum: u32 = 0;
  for (const filter of filters) {
    sum = Math.min(sum + filter(value), 1000);
  }
  for (const filter of maybe) {
    sum = Math.min(sum + (filter === null ? 1 : filter(value)), 1000);
  }
  return sum;
}

function nothings(numbers: readonly (u8 | null)[], steps: readonly (Step | null)[]): u32 {
  let count: u32 = 0;
  for (const number of numbers) {
    count = Math.min(count + (number === null ? 100 : number), 1000);
  }
  for (const step of steps) {
    count = Math.min(count + (step === null ? 100 : Math.min(step.ms, 9)), 1000);
  }
  return count;
}

function cells(rows: readonly (readonly u8[])[], plans: readonly (readonly Step[])[]): u32 {
  let count: u32 = 0;
  for (const row of rows) {
    count = Math.min(count + row.length, 1000);
  }
  for (const plan of plans) {
    count = Math.min(count + plan.length * 10, 1000);
  }
  return count;
}

function halves(fractions: readonly f64[]): f64 {
  let sum: f64 = 0;
  for (const fraction of fractions) {
    sum += fraction / 2;
  }
  return sum;
}

function chosen(isLong: boolean, counting: Counting): u32 {
  const steps: readonly Step[] = isLong ? STEPS : OTHERS;
  return u32(counting(steps, null) + counting(steps, MAYBE_STEPS[1]));
}

function radius(shapes: readonly Shape[]): u32 {
  for (const shape of shapes) {
    if (shape.kind === "circle") {
      return shape.r;
    }
  }
  return 0;
}

function start(shape: Shape): u32 {
  if (START.kind === "circle" && shape.kind === "square") {
    return Math.min(START.r, 100) + Math.min(shape.side, 100);
  }
  return 0;
}

/** Its last cases do nothing. */
function named(value: u8): u32 {
  let result: u32 = 1;
  switch (value) {
    case 1:
      result = 2;
      break;
    case 2:
    case 3:
  }
  return result;
}

function meeting(limit: u8): u32 {
  for (let i: u32 = 0, j: u32 = 200; ; i++) {
    if (i >= limit || j < 2) {
      return i * 1000 + j;
    }
    if (i === 3) {
      continue;
    }
  }
}

function endless(limit: u8): u32 {
  let n: u32 = 0;
  for (;;) {
    n = Math.min(n + 1, 1000);
    if (n > limit) {
      break;
    }
  }
  for (let i: u32 = 0; ; i++) {
    if (i > limit) {
      return n * 1000 + i;
    }
  }
}

console.log(total(STEPS), total(OTHERS), count(STEPS, COLOURS), count(OTHERS, COLOURS), plan.length());
console.log(radius(SHAPES), start({ kind: "square", side: 2 }), start({ kind: "circle", r: 1 }), endless(5));
console.log(filtered(FILTERS, MAYBE_FILTERS, 9), nothings(MAYBE_NUMBERS, MAYBE_STEPS), cells(ROWS, PLANS));
console.log(named(1), named(3), meeting(7), ROWS[1].length, plan.zeros.length, plan.zeros[2], plan.first);
console.log(halves(FRACTIONS), chosen(true, counted), chosen(false, counted));
counter.note();
counter.note();
console.log(counter.items[0], counter.items[2], counter.shares[1], counter.shares[3]);
