import { type u8 } from "ts2c";

interface Point {
  readonly x: u8;
  readonly y: u8;
}

const POINT: Point = { x: 1, y: 2 };
console.log(POINT.x, POINT.y);
