// `array(n, value)` computes the value once, whatever `n` is; `array(n, () => new Class())` makes each anew.
import { array, type FixedArray, type u8 } from "ts2c";

class Counter {
  n: u8 = 0;

  next(): u8 {
    this.n = (this.n + 1) & 255;
    return this.n;
  }
}

const counter = new Counter();

interface Point {
  readonly x: u8;
  readonly y: u8;
}

function point(): Point {
  return { x: counter.next(), y: 1 };
}

class Slot {
  id: u8 = counter.next();
  readonly parts: FixedArray<u8, 2> = array(2, counter.next());
  last: u8 = counter.next();
}

const slots: FixedArray<Slot, 3> = array(3, () => new Slot());
const levels: FixedArray<u8, 3> = array(3, counter.next());
const points: FixedArray<Point, 2> = array(2, point());
const none: FixedArray<u8, 0> = array(0, counter.next());
console.log(slots[0].id, slots[1].id, slots[2].id, slots[0].parts[1], slots[1].parts[0], slots[2].last);
console.log(levels[0], levels[2], points[0].x, points[1].x, none.length, counter.n);

function local(): void {
  const own: FixedArray<u8, 4> = array(4, counter.next());
  const empty: FixedArray<u8, 0> = array(0, counter.next());
  console.log(own[0], own[3], empty.length, counter.n);
}

local();
local();
