// TS2C0210 at 30:10
// TS2C0214 at 34:20
// TS2C0203 at 38:10
// TS2C0203 at 42:10
// TS2C0203 at 46:23
// TS2C0203 at 50:36
import { array, type FixedArray, type u16, type u8 } from "ts2c";

type Up = "a" | "b" | "c";
type Down = "c" | "b" | "a";
enum Color {
  red,
  green,
}
interface Point {
  readonly x: u8;
  readonly y: u8;
}
interface Turned {
  readonly y: u8;
  readonly x: u8;
}

const LEVELS: FixedArray<u8 | null, 3> = array(3, null);
const UPS: readonly Up[] = ["a", "b"];
const COLORS: readonly Color[] = [Color.red];
const POINTS: readonly Point[] = [{ x: 1, y: 2 }];

function level(i: u8, other: u8 | null): u8 | null {
  return LEVELS[i] ?? other;
}

function up(i: u8, other: Down): Up {
  return UPS[i] ?? other;
}

function colorAt(i: u8, other: u8): Color {
  return COLORS[i] ?? other;
}

function color(isRed: boolean, other: u8): Color {
  return isRed ? Color.red : other;
}

function pointAt(i: u8, other: Turned): Point {
  return POINTS[i] ?? other;
}

function wide(isSmall: boolean, small: u8 | null, large: u16): boolean {
  const either = isSmall ? small : large;
  return either === null;
}

console.log(level(1, 5) === null, up(5, "c"), colorAt(5, 9), color(false, 9), pointAt(4, { y: 3, x: 4 }).x);
console.log(wide(false, 3, 300));
