// TS2C0103 at 10:27
// TS2C0103 at 12:15
// TS2C0103 at 14:1
// TS2C0103 at 16:3
// TS2C0103 at 27:1
// TS2C0103 at 31:1
// TS2C0103 at 37:3
import { type u8 } from "ts2c";

type Color = "dark-red" | "dark_red";
type Foo = "bar_baz" | "x";
type FooBar = "baz" | "y";

class Pair {
  firstValue: u8 = 1;
  first_value: u8 = 2;

  init(): void {
    this.firstValue = 3;
  }
}

function readAll(color: Color): u8 {
  return color === "dark_red" ? 1 : 0;
}

function read_all(foo: Foo, bar: FooBar): boolean {
  return foo === "bar_baz" && bar === "baz";
}

export function moduleInit(): void {
  console.log("taken by what runs this module's top-level code");
}

enum Mode {
  On = 1,
  ON = 2,
}

const pair = new Pair();
console.log(pair.firstValue, readAll("dark_red"), read_all("x", "y"), Mode.On, Mode.ON);
