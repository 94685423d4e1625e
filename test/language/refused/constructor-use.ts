// TS2C0406 at 6:11
// TS2C0406 at 10:5
import { type u8 } from "ts2c";

class Pair {
  a: u8 = this.read();
  b: u8;

  constructor(b: u8) {
    this.touch();
    this.b = b;
  }

  read(): u8 {
    return this.b;
  }

  touch(): void {
    this.a = this.b;
  }
}

const pair = new Pair(3);
console.log(pair.a);
