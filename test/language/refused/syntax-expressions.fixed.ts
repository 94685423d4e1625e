import { type u8, Writer } from "ts2c";

class Slot {
  readonly next: Slot | null = null;
  private value: u8 = 1;

  get(): u8 {
    return this.value;
  }

  set(x: u8): void {
    this.value = x;
  }
}

class Other {
  readonly slot: Slot = new Slot();
}

interface Shape {
  readonly x: u8;
  readonly k: u8;
}

const LIST: readonly u8[] = [1, ...[2]];
const memory = new Uint8Array(16);
const text = new Writer(memory);
const slot = new Slot();
const other = new Other();

function rest(all: readonly u8[]): u8 {
  return all[all.length - 1] ?? 0;
}

function expressions(x: u8): void {
  text.byte(97);
  text.int(x);
  text.byte(98);
  const shape: Shape = { x, k: 1 };
  const found = text.view().indexOf(97) >= 0;
  const next = slot.next;
  console.log(next === null ? shape.k : next.get(), x * x, found, rest(LIST), text.view().length);
}

slot.set(3);
expressions(slot.get());
console.log(other.slot.get());
