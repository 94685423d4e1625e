import { type u8 } from "ts2c";

interface Seen {
  readonly x: u8;
}

class Counter {
  x: u8 = 1;
}

const counter = new Counter();

function look(): Seen {
  return { x: counter.x };
}

function show(): void {
  const seen = look();
  counter.x = 7;
  console.log(seen.x, counter.x);
}

show();
