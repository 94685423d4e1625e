import { type int } from "ts2c";

function next(a: int): int {
  return a >= 0 && a < 9007199254740991 ? (a + 1) % 10 : -1;
}

function scaled(a: int): int {
  return a <= 9007199254 && a >= 0 ? a * 1000000 : -1;
}

console.log(next(9007199254740990), next(9007199254740991), next(9), scaled(9007199254), scaled(9007199255));
console.log(9007199254740991, -9007199254740991);
