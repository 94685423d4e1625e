import { constant, type f64 } from "ts2c";

/** A fraction may be −0, and stays it where it is a constant. */
const NONE: f64 = constant(() => -0);
const TABLE: readonly f64[] = constant(() => [-0, 0, -1.5]);

interface Point {
  readonly x: f64;
}

const POINT: Point = constant(() => ({ x: -0 }));

console.log(NONE, 1 / NONE, POINT.x);
for (const each of TABLE) {
  console.log(each, 1 / each, -each);
}
