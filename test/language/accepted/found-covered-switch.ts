// A switch that has every integer that there can be needs no `default`: C is told that nothing comes behind it.
import { type range, type u8 } from "ts2c";

const Level = { low: 1, high: 2 } as const;
type Level = (typeof Level)[keyof typeof Level];

function named(level: Level): string {
  switch (level) {
    case Level.low:
      return "low";
    case Level.high:
      return "high";
  }
}

function counted(count: 0 | 1 | 2): u8 {
  switch (count) {
    case 2:
      return 20;
    case 0:
    case 1:
      return 10;
  }
}

function rest(bits: range<0, 1>): u8 {
  let found: u8 = 0;
  switch (bits) {
    case 0:
      found = 5;
      break;
    case 1:
      found = 6;
      break;
  }
  return found;
}

console.log("levels", named(Level.low), named(2), counted(0), counted(1), counted(2), rest(0), rest(1));
