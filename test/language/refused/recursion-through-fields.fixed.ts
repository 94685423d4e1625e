import { type u8 } from "ts2c";

class Inner {
  depth: u8 = 1;
}

class Outer {
  readonly inner: Inner = new Inner();
}

class Made {
  x: u8 = 3;
}

function make(n: u8): u8 {
  const made = new Made();
  return n > 200 ? made.x : 4;
}

const outer = new Outer();
console.log(make(4), make(201), outer.inner.depth);
