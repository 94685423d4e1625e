// TS2C0001 at 15:3
// TS2C0001 at 17:3
// TS2C0001 at 20:3
// TS2C0001 at 23:3
// TS2C0001 at 28:3
// TS2C0001 at 32:15
// TS2C0001 at 32:25
// TS2C0105 at 32:36
// TS2C0001 at 36:3
// TS2C0001 at 40:3
// TS2C0001 at 41:3
import { type u8 } from "ts2c";

function go(): void {
  var old = 1;
  with_();
  outer: for (let i = 0; i < 2; i++) {
    continue outer;
  }
  for (const key in { a: 1 }) {
    console.log(key);
  }
  try {
    throw new Error("x");
  } catch {
    console.log("caught");
  }
  debugger;
}

function with_(): void {
  console.log(typeof 1, void 0 === undefined);
}

function fail(): void {
  throw new Error("x");
}

function idle(x: u8): void {
  x + 1;
  -x;
}

fail();
go();
idle(1);
