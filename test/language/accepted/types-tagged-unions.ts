import { type u8, type u16 } from "ts2c";
interface Circle {
  readonly kind: "circle";
  readonly r: u8;
}
interface Rect {
  readonly kind: "rect";
  readonly w: u8;
  readonly h: u8;
}
interface None {
  readonly kind: "none";
}
type Shape = Circle | Rect | None;
function area(s: Shape): u16 {
  switch (s.kind) {
    case "circle":
      return s.r * s.r;
    case "rect":
      return s.w * s.h;
    case "none":
      return 0;
  }
}
function mk(a: u8): Shape {
  if (a > 10) {
    return { kind: "circle", r: a };
  }
  if (a > 5) {
    return { kind: "rect", w: a, h: 2 };
  }
  return { kind: "none" };
}
class H {
  s: Shape = { kind: "none" };
}
const h = new H();
function chg(): u8 {
  h.s = { kind: "rect", w: 7, h: 9 };
  return 1;
}
function bad(): u8 {
  const x = h.s;
  if (x.kind === "circle") {
    chg();
    return x.r;
  }
  return 0;
}
h.s = mk(20);
console.log(area(mk(11)), area(mk(6)), area(mk(1)), bad(), area(h.s), h.s.kind);
function bad2(): u8 {
  if (h.s.kind === "circle") {
    chg();
    return 3;
  }
  return 0;
}
console.log(bad2());
