import { type u8 } from "ts2c";

type Op = (a: u8) => u8;

function half(a: u8): u8 {
  return a >> 1;
}

function next(a: u8): u8 {
  return (a + 1) & 0xff;
}

/** For what has no function there is none. */
const OPS: readonly (Op | null)[] = [half, null, next];

class Button {
  private op: Op | null = null;

  /** From now on it does this. */
  on(op: Op | null): void {
    this.op = op;
  }

  press(a: u8): u8 {
    const op = this.op;
    return op === null ? a : op(a);
  }
}

const button = new Button();

function choose(n: u8): Op | null {
  return n > 2 ? half : n > 1 ? next : null;
}

function all(n: u8): void {
  for (const op of OPS) {
    if (op !== null) {
      console.log("op", op(n));
    }
  }
  let last: Op | null = null;
  for (let i: u8 = 0; i < 4; i++) {
    last = choose(i);
    console.log(last === null, last !== null ? last(n) : 0);
  }
}

console.log(button.press(9));
button.on(half);
console.log(button.press(9));
button.on(null);
console.log(button.press(9));
button.on(choose(2));
console.log(button.press(9));
all(200);
