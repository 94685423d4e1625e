import { type u8 } from "ts2c";

class Pair {
  readonly first: u8;
  second: u8 = 2;
  readonly buffer = new Uint8Array(2);
  readonly third: u8;

  constructor(first: u8, third: u8) {
    this.first = first;
    this.third = third;
  }

  sum(): u8 {
    const sum = this.first + this.second + this.third + this.buffer[1];
    return sum > 255 ? 255 : sum;
  }
}

const pair = new Pair(1, 3);
console.log(pair.sum(), pair.first, pair.second, pair.third, later());

/** Functions are there from the beginning. */
function later(): u8 {
  return pair.first;
}
