import { type FixedArray, array, type range, type u16, type u8 } from "ts2c";

interface Pair<T> {
  readonly left: T;
  readonly right: T;
}

class Slot {
  value: u8 = 3;
}

type Mode = "off" | "on";
type Level = range<0, 9>;

class Ring<T> {
  private readonly items: FixedArray<T, 4>;
  private at: range<0, 3> = 0;

  constructor(items: FixedArray<T, 4>) {
    this.items = items;
  }

  add(item: T): void {
    this.items[this.at] = item;
    this.at = (this.at + 1) & 3;
  }

  first(): T {
    return this.items[0];
  }
}

function same<T>(x: T): T {
  return x;
}

/** `same` is used with whatever `T` is. */
function left<T>(pair: Pair<T>): T {
  return same(pair.left);
}

function swapped<T>(pair: Pair<T>): Pair<T> {
  return { left: pair.right, right: pair.left };
}

const memory: FixedArray<u16, 4> = array(4, 7);
const ring: Ring<u16> = new Ring<u16>(memory);
const slot = new Slot();

function go(a: u8, b: u16, mode: Mode, level: Level, flag: boolean, other: u8 | null, text: string): void {
  const pair: Pair<u8> = { left: a, right: 9 };
  const own: FixedArray<u8, 4> = array(4, 1);
  const small = new Ring(own);
  small.add(same(a));
  ring.add(same(b));
  console.log(left(pair), left(swapped(pair)), same(slot).value, same(mode), same(level), same(flag));
  console.log(small.first(), ring.first(), same(other) === null, same(text));
}

go(200, 60000, "on", 4, true, null, "text");
go(1, 2, "off", 9, false, 3, "more");
