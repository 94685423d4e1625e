// TS2C0702 at 12:7
// TS2C0702 at 13:7
// TS2C0702 at 14:7
import { constant, type u8 } from "ts2c";

enum Level {
  low,
  high = 5,
}

/** TypeScript takes any number for one of an enum. */
const LARGE: u8 = constant(() => 256);
const TABLE: readonly u8[] = [1, 2.5, -1];
const LEVELS: readonly Level[] = constant(() => [Level.low, Number("3")]);

function isLow(level: Level): boolean {
  switch (level) {
    case Level.low:
      return true;
    case Level.high:
      return false;
  }
}

console.log(LARGE, TABLE.length, isLow(LEVELS[1]));
