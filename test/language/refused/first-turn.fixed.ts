import { type u8 } from "ts2c";

type Op = (a: u8) => u8;

function half(a: u8): u8 {
  return a >> 1;
}

class Button {
  private op: Op | null = null;

  reset(): void {
    this.op = null;
  }

  press(a: u8): void {
    this.op = half;
    for (let i = 0; i < 3; i++) {
      const op: Op | null = this.op;
      if (op !== null) {
        console.log(op(a));
      }
      this.reset();
    }
  }
}
const button = new Button();
button.press(9);
console.log("pressed");
