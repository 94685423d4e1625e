import { type i32, type int, type range, u8, i8 } from "ts2c";
function f(a: int, b: int): int {
  return b < 1 ? (b > -1 ? 0 : (a % b) + 0) : (a % b) + 0;
}
function g(a: i32, b: range<1, 9>): i32 {
  return (a % b) + 0 + b;
}
function h(a: i32): boolean {
  return a % 7 === 0;
}
function d(a: int, b: int): int {
  return b > 0 ? Math.trunc(a / b) + 0 : b < 0 ? Math.trunc(a / b) + 0 : 0;
}
function e(a: i32, b: i32): i32 {
  return b > 0 ? (a / b) | 0 : b < 0 ? (a / b) | 0 : 0;
}
console.log(
  f(-7, 7),
  f(-8, 7),
  f(8, -7),
  f(9007199254740991, -1),
  f(-9007199254740991, 2),
  g(-1, 9),
  g(-9, 9),
  h(-7),
  h(0),
);
console.log(
  d(9007199254740991, 2),
  d(-7, 2),
  d(7, -2),
  d(-9007199254740991, -1),
  e(-2147483648, -1),
  e(-2147483648, 1),
  e(7, -2),
  e(-1, 2),
);
console.log(u8(-1), i8(200), u8.clamp(-5), i8.clamp(999));
