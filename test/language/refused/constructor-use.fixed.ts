import { type u8 } from "ts2c";

class Pair {
  a: u8 = 0;
  b: u8;

  constructor(b: u8) {
    this.b = b;
  }

  touch(): void {
    this.a = this.b;
  }
}

const pair = new Pair(3);
pair.touch();
console.log(pair.a, pair.b + 1);
