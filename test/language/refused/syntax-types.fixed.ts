import { type u8 } from "ts2c";

type Key = "a" | "b";

interface Both {
  readonly a: u8;
  readonly b: u8 | null;
}

type Make = (x: u8) => u8;

class Base {
  x: u8 = 1;
}

/** Instead of what inherits from it. */
class Other {
  readonly base: Base = new Base();

  go(make: Make): u8 {
    return make(this.base.x);
  }
}

function double(x: u8): u8 {
  return (x * 2) & 0xff;
}

function isKey(key: Key, both: Both): u8 {
  const { b } = both;
  return key === "a" ? both.a : b === null ? 7 : b;
}

const other = new Other();
console.log(other.go(double), isKey("a", { a: 4, b: null }), isKey("b", { a: 4, b: null }));
