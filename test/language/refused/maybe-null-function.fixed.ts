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

  press(a: u8): u8 {
    const op = this.op;
    const before = this.reset();
    return op !== null && before + op(a) > 3 ? 1 : 2;
  }
}
const button = new Button();
console.log(button.press(9), button.press(9));
