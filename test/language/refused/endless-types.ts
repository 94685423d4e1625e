// TS2C0213 at 9:18
// TS2C0213 at 20:10
import { type u8 } from "ts2c";

class Box<T> {
  value: u8 = 0;
}
class Chain<T> {
  readonly next: Chain<Box<T>> | null = null;
  count: u8 = 1;
}
const chain = new Chain<u8>();

interface Pair<T> {
  readonly left: T;
  readonly right: T;
}
function deep<T>(a: T, left: u8): u8 {
  const both: Pair<T> = { left: a, right: a };
  return shallow<Pair<T>>(both, left);
}
function shallow<T>(a: T, left: u8): u8 {
  return left === 0 ? 0 : deep<T>(a, left - 1);
}
console.log(chain.count, deep<u8>(1, 3));
