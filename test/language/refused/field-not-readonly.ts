// TS2C0204 at 5:3
import { type u8 } from "ts2c";

interface Point {
  x: u8;
  readonly y: u8;
}

const POINT: Point = { x: 1, y: 2 };
console.log(POINT.x, POINT.y);
