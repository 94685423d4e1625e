import { type u8 } from "ts2c";

interface Point {
  readonly x: u8;
  readonly y: u8;
}

function point(): void {
  const p: Point = { x: 1, y: 2 };
  console.log(p.x, p.y);
}

point();
