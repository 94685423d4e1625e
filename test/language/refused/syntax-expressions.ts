// TS2C0001 at 59:3
// TS2C0001 at 60:3
// TS2C0001 at 61:3
// TS2C0001 at 64:3
// TS2C0001 at 67:3
// TS2C0001 at 70:3
// TS2C0001 at 71:22
// TS2C0001 at 75:13
// TS2C0001 at 77:1
// TS2C0201 at 77:25
// TS2C0001 at 78:3
// TS2C0403 at 78:9
// TS2C0001 at 81:1
// TS2C0201 at 81:19
// TS2C0001 at 82:3
// TS2C0001 at 85:15
// TS2C0001 at 92:16
// TS2C0001 at 93:16
// What is computed from a value without a type is not told as well.
// TS2C0001 at 93:27
// TS2C0001 at 94:15
// TS2C0205 at 95:17
// TS2C0001 at 95:22
// TS2C0001 at 95:40
// TS2C0001 at 96:17
// TS2C0001 at 97:17
// TS2C0001 at 98:16
// TS2C0001 at 99:15
// TS2C0001 at 100:15
// TS2C0001 at 101:15
// TS2C0001 at 102:9
// TS2C0001 at 103:15
// TS2C0001 at 103:34
// TS2C0209 at 103:47
// TS2C0001 at 103:47
// TS2C0001 at 103:51
// TS2C0209 at 103:61
// TS2C0001 at 103:61
// TS2C0001 at 103:66
// TS2C0105 at 103:77
// TS2C0001 at 103:83
// TS2C0105 at 103:98
// TS2C0001 at 104:15
// TS2C0001 at 104:23
// TS2C0105 at 104:27
// TS2C0001 at 104:54
// TS2C0001 at 106:8
// TS2C0602 at 107:3
// TS2C0001 at 107:26
// TS2C0001 at 107:35
// TS2C0001 at 110:17
// TS2C0201 at 110:25
// TS2C0201 at 114:17
// TS2C0201 at 114:40
import { type u8 } from "ts2c";

class Slot {
  readonly next: Slot | null = null;
  static count = 0;
  #secret = 1;
  get value(): u8 {
    return 1;
  }
  set value(x: u8) {
    console.log(x);
  }
  static {
    console.log("static");
  }
  [Symbol.iterator](): void {
    console.log(this.#secret);
  }
}

class Other extends Slot {}

async function later(): Promise<void> {
  await later();
}

function* many(): Generator<number> {
  yield 1;
}

function rest(...all: readonly u8[]): void {
  console.log(all.length);
}

const slot = new Slot();

function expressions(x: u8): void {
  const list = [1, ...[2]];
  const text = `a${x}b` + `c`;
  const big = 10n;
  const shape = { x, ...slot, go() {}, ["k"]: 1 };
  const found = /a+/.test(text);
  const value = x as number;
  const sure = slot.next!;
  const all = slot?.next satisfies Slot | null;
  const fun = function (): void {};
  const cls = class {};
  const [first] = list;
  console.log(delete (shape as { x?: u8 }).x, "x" in shape, slot instanceof Slot, new.target === undefined);
  console.log(x ** 2, +x, first, found, value, big > 1n);
  fun();
  rest(...list);
  super_(sure, all, cls, () => x, tag`x`);
}

function super_(...all: unknown[]): void {
  console.log(all.length);
}

function tag(x: TemplateStringsArray): number {
  return x.length;
}

expressions(1);
