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
  if (i < LEVELS.length) {
    const found = LEVELS[i];
    return found !== null ? found : other;
  }
  return other;
}

function turned(text: Down): Up {
  switch (text) {
    case "a":
      return "a";
    case "b":
      return "b";
    case "c":
      return "c";
  }
}

function up(i: u8, other: Down): Up {
  return UPS[i] ?? turned(other);
}

function colorOf(value: u8): Color {
  return value === 1 ? Color.green : Color.red;
}

function colorAt(i: u8, other: u8): Color {
  return COLORS[i] ?? colorOf(other);
}

function color(isRed: boolean, other: u8): Color {
  return isRed ? Color.red : colorOf(other);
}

function pointAt(i: u8, other: Turned): Point {
  return POINTS[i] ?? { x: other.x, y: other.y };
}

function wide(isSmall: boolean, small: u8 | null, large: u16): u16 {
  const either: u16 | null = isSmall ? null : large;
  return either !== null ? either : small !== null ? small : 7;
}

console.log(level(1, 5) === null, up(5, "c"), colorAt(5, 9), color(false, 9), pointAt(4, { y: 3, x: 4 }).x);
console.log(wide(false, 3, 300), wide(true, 3, 4));
