// TS2C0203 at 16:10
import { type u8 } from "ts2c";

/** C would copy it, and JavaScript shows later stores. */
interface Seen {
  readonly x: u8;
}

class Counter {
  x: u8 = 1;
}

const counter = new Counter();

function look(): Seen {
  return counter;
}

function show(): void {
  const seen = look();
  counter.x = 7;
  console.log(seen.x);
}

show();
