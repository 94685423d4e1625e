import { type u8 } from "ts2c";

class Counter {
  n: u8 = 0;

  next(): u8 {
    this.n = this.n > 200 ? 0 : this.n + 1;
    return this.n;
  }
}

const counter = new Counter();
const FIRST: u8 = 1;
console.log(FIRST === counter.next(), counter.n);
