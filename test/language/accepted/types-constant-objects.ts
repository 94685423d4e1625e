import { type u8 } from "ts2c";
const Mode = { off: 0, on: 1, big: 300 } as const;
const Text = { a: "x", b: "y%" } as const;
type R = { readonly x: u8 };
function f(m: u8): u8 {
  switch (m) {
    case Mode.on:
      return 1;
    case Mode.off:
      return 2;
    case Mode.big:
      return 3;
    default:
      return 4;
  }
}
function d(r: R): u8 {
  const { x } = r;
  const { x: y } = r;
  return x > 100 ? y : x;
}
console.log(f(Mode.on), f(44), Text.a, Mode.big, d({ x: 7 }));
