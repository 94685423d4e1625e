import { u8, u16, u32, i8, i16, i32, type int } from "ts2c";
function f(a: u16, b: u16): u32 {
  return u32(a) * u32(b);
}
function g(a: u16, b: u16): u32 {
  return (a >>> 0) * (b >>> 0);
}
function h(a: u8, b: u8): u32 {
  return u32(a - b) >>> 1;
}
function k(a: u16, b: u16, c: u16): u32 {
  return u32(a * b + c);
}
function l(a: i32, b: i32): i32 {
  return Math.imul(a, b) ^ (a << 5) ^ (b >> 3) ^ (a >>> 7);
}
function m(a: i32, n: u8): i32 {
  return (a << n) ^ (a >> n) ^ (a >>> n);
}
function n(a: u32, b: u32): int {
  return a * 3 - b * 2;
}
function o(a: i8, b: u32): boolean {
  return a < b;
}
function p(a: int): i32 {
  return i32(a) ^ i16(a) ^ i8(a) ^ u8(a) ^ u16(a);
}
function q(a: u32): i32 {
  return a | 0;
}
function r(a: u32): int {
  return -a - 1;
}
function s(a: int): u32 {
  return u32(a);
}
function t(a: u8): int {
  return ~a + (-a - 1) * 2;
}
console.log(f(65535, 65535), g(65535, 65535), h(1, 2), k(65535, 65535, 65535));
console.log(l(-2147483648, 2147483647), l(123456789, -987654321), m(-5, 32), m(-5, 31), m(1, 33), m(7, 255));
console.log(
  n(4294967295, 0),
  n(0, 4294967295),
  o(-1, 0),
  o(127, 4294967295),
  p(9007199254740991),
  p(-9007199254740991),
  p(4294967296 * 5 + 77),
);
console.log(q(4294967295), q(2147483648), r(4294967295), s(-1), s(-9007199254740991), t(255), t(0));
