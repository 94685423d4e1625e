import { type u8 } from "ts2c";

type Color = "dark-red" | "light-red";
type Foo = "bar_baz" | "x";
type Bar = "baz" | "y";

class Pair {
  firstValue: u8 = 1;
  secondValue: u8 = 2;

  reset(): void {
    this.firstValue = 3;
  }
}

function readAll(color: Color): u8 {
  return color === "light-red" ? 1 : 0;
}

function readEach(foo: Foo, bar: Bar): boolean {
  return foo === "bar_baz" && bar === "baz";
}

enum Mode {
  On = 1,
  Off = 2,
}

const pair = new Pair();
pair.reset();
console.log(pair.firstValue, pair.secondValue, readAll("dark-red"), readEach("x", "y"), Mode.On, Mode.Off);
