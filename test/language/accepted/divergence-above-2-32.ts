import { type int, u32, i32 } from "ts2c";
function f(a: int, b: int): boolean {
  return a < b;
}
function g(a: int): int {
  if (a < 9007199254740991) {
    return a + 1;
  }
  return a;
}
function h(a: int): int {
  return a > 4503599627370495 ? -1 : a < -4503599627370495 ? -2 : a * 2;
}
function k(a: int, b: int): int {
  return a < 3000000000 && a > -3000000000 && b < 3000000 && b > -3000000 ? a * b + 0 : 7;
}
function s(a: int): void {
  console.log(a | 0, a >>> 0, a >> 1, a << 1, ~a, a & 255, a ^ 1, a & -1, u32(a), i32(a));
}
console.log(
  f(9007199254740990, 9007199254740991),
  g(9007199254740991),
  g(9007199254740990),
  h(4503599627370495),
  k(2999999999, -2999999),
);
s(9007199254740991);
s(-9007199254740991);
s(4294967296);
s(2147483648);
s(-2147483649);
s(1099511627776 + 5);
