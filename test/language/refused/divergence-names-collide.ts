// TS2C0103 at 9:27
// TS2C0103 at 11:15
// TS2C0103 at 13:1
// TS2C0103 at 15:3
// TS2C0103 at 26:1
// TS2C0103 at 30:1
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

const pair = new Pair();
console.log(pair.firstValue, readAll("dark_red"), read_all("x", "y"));
