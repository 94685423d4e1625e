// TS2C0001 at 13:3
// TS2C0001 at 15:3
// TS2C0001 at 18:3
// TS2C0001 at 21:3
// TS2C0001 at 26:3
// TS2C0001 at 30:15
// TS2C0001 at 30:25
// TS2C0105 at 30:36
// TS2C0001 at 34:3
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

fail();
go();
