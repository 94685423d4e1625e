import { u32, type int, type u8 } from "ts2c";
function f(a: u8, b: u8): int {
  return u32(a - b);
}
function g(a: u8, b: u8, c: u8): int {
  return c === 0 ? 0 : Math.trunc(u32(a - b) / c);
}
function h(a: u8, b: u8): boolean {
  const x: int = 5;
  return u32(a - b) > x;
}
console.log(f(1, 2), g(1, 2, 3), h(1, 2));
