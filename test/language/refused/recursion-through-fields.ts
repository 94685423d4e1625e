// TS2C0403 at 6:29
// TS2C0403 at 15:11
import { type u8 } from "ts2c";

class Endless {
  readonly inner: Endless = new Endless();
}

function make(n: u8): u8 {
  const made = new Made();
  return n > 200 ? made.x : 3;
}

class Made {
  x: u8 = make(3);
}

console.log(make(4));
