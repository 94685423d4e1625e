// TS2C0301 at 15:18
// TS2C0301 at 31:11
// TS2C0301 at 50:13
import { type u8 } from "ts2c";

const table = new Uint8Array(4);

class View {
  readonly bytes: Uint8Array;

  constructor(first: Uint8Array, second: Uint8Array) {
    this.bytes = first;
    if (this.bytes.length > 4) {
      this.bytes = second;
      this.bytes[4] = 1;
    }
  }
}

class Index {
  readonly at: u8;

  constructor(first: u8, second: u8) {
    this.at = first;
    const same = this;
    if (same.at >= table.length) {
      return;
    }
    table[same.at] = 2;
    this.at = second;
    table[same.at] = 1;
  }
}

class Inner {
  at: u8;

  constructor(at: u8) {
    this.at = at;
  }
}

class Outer {
  readonly inner: Inner;

  constructor(first: Inner, second: Inner) {
    this.inner = first;
    if (this.inner.at < table.length) {
      this.inner = second;
      table[this.inner.at] = 1;
    }
  }
}

const long = new Uint8Array(8);
const short = new Uint8Array(2);
const view = new View(long, short);
const index = new Index(1, 200);
const low = new Inner(1);
const high = new Inner(200);
const outer = new Outer(low, high);
console.log(view.bytes.length, index.at, outer.inner.at, table[1]);
