import { constant, type u8 } from "ts2c";

enum Sign {
  none = 0,
  plus = 1,
}

enum Level {
  low,
  high,
}

const LEVELS: readonly Level[] = constant(() => [Level.low * 1, Level.high]);

function next(sign: Sign, at: u8): Level {
  return sign === Sign.none ? Level.high : (LEVELS[at] ?? Level.low);
}

console.log("next", next(Sign.plus, 0), next(Sign.none, 1));
