import { type u8 } from "ts2c";

class Chain<T> {
  readonly next: Chain<T> | null = null;
  count: u8 = 1;
}
const chain = new Chain<u8>();

interface Pair<T> {
  readonly left: T;
  readonly right: T;
}
function deep<T>(a: T, left: u8): u8 {
  const both: Pair<T> = { left: a, right: a };
  return shallow<T>(both, left);
}
function shallow<T>(both: Pair<T>, left: u8): u8 {
  return left;
}
console.log(chain.count, chain.next === null, deep<u8>(1, 3));
