// TS2C0210 at 23:27
import { type u8 } from "ts2c";

type Op = (a: u8) => u8;

function half(a: u8): u8 {
  return a >> 1;
}

class Button {
  private op: Op | null = half;

  reset(): u8 {
    this.op = null;
    return 1;
  }

  /** tsc keeps what it knows over the call. */
  press(a: u8): u8 {
    if (this.op === null) {
      return a;
    }
    return this.reset() + this.op(a) > 3 ? 1 : 2;
  }
}
const button = new Button();
console.log(button.press(9));
