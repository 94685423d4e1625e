import { type i32, type u8 } from "ts2c";
type Op = (a: u8, b: u8) => u8;
class S {
  n: u8 = 0;
}
const s = new S();
function add(a: u8, b: u8): u8 {
  s.n = 9;
  return a > 100 || b > 100 ? 0 : a + b;
}
function sub(a: u8, b: u8): u8 {
  return a > b ? a - b : 0;
}
const OPS: readonly Op[] = [add, sub];
function apply(op: Op, a: u8, b: u8): u8 {
  return op(a, b);
}
const t = new Uint8Array(3);
function g(op: Op): u8 {
  if (s.n < 3) {
    const x = op(1, 2) + s.n;
    return x > 200 ? 1 : x;
  }
  return s.n;
}
console.log(apply(add, 1, 2), apply(sub, 5, 3), OPS[0](4, 5), OPS[1](4, 2), s.n);
s.n = 0;
console.log(g(add), g(sub), t.length);

/** A shorthand takes a function's name too, or a module constant's. */
interface Step {
  readonly halved: Change;
  readonly LIMIT: i32;
}
type Change = (x: i32) => i32;
const LIMIT: i32 = 40;
class Tally {
  calls: u8 = 0;
}
const tally = new Tally();
function halved(x: i32): i32 {
  tally.calls = 200;
  return x < LIMIT ? x >> 1 : x;
}
interface Both<A, B> {
  readonly first: A;
  readonly second: B;
}
function paired<A, B>(first: A, second: B): Both<A, B> {
  return { first, second };
}
function stepped(): i32 {
  tally.calls = 3;
  const step: Step = { halved, LIMIT };
  const result = step.halved(step.LIMIT);
  return tally.calls < 4 ? -1 : result;
}
console.log("stepped", stepped(), paired<i32, boolean>(5, true).first, paired<Step, u8>({ LIMIT, halved }, 7).second);
