// A choice between functions, and between variants of a tagged union, where one type is wanted that has both.
import { type i32, type u8 } from "ts2c";

type Op = (a: i32, b: i32) => i32;
type Shape = { readonly kind: "dot" } | { readonly kind: "line"; readonly to: u8 };

class Holder {
  shape: Shape = { kind: "dot" };
  n: u8 = 0;
}
const h = new Holder();

function one(a: i32, b: i32): i32 {
  return a & b;
}

function two(a: i32, b: i32): i32 {
  return a | b;
}

function apply(op: Op, a: i32): i32 {
  return op(a, 3);
}

function bump(): u8 {
  h.n = 7;
  return 3;
}

function made(a: u8): Shape {
  return a > 3 ? { kind: "dot" } : { kind: "line", to: h.n > bump() ? h.n : bump() };
}

function functions(): void {
  const op: Op = apply(one, 4) > 3 ? one : two;
  let q: Op = apply(one, 4) > 3 ? one : two;
  q = q(1, 2) > 4 ? q : one;
  console.log(apply(op, 5), q(5, 6), op(1, 2), apply(apply(one, 2) > 1 ? two : one, 9));
}

function shapes(): void {
  h.shape = h.n > 1 ? { kind: "line", to: 3 } : { kind: "dot" };
  const s = made(2);
  const t = h.n > 3 ? made(9) : h.shape;
  console.log(h.shape.kind, s.kind === "line" ? s.to : 0, t.kind);
}

functions();
shapes();
