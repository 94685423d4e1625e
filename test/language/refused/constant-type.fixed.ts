import { constant, type u8 } from "ts2c";

enum Level {
  low,
  high = 5,
}

const LARGE: u8 = constant(() => 255);
const TABLE: readonly u8[] = [1, 2, 1];
const LEVELS: readonly Level[] = constant(() => [Level.low, Number("5")]);

function isLow(level: Level): boolean {
  switch (level) {
    case Level.low:
      return true;
    case Level.high:
      return false;
  }
}

console.log(LARGE, TABLE.length, isLow(LEVELS[1]));
