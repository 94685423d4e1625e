import { type u8 } from "ts2c";
function f(a: string): u8 {
  switch (a) {
    case "a":
    default:
      return 1;
    case "b":
      return 2;
  }
}
function g(a: string): u8 {
  let r: u8 = 0;
  switch (a) {
    default:
    case "a":
      r = 1;
      break;
    case "b":
      r = 2;
      break;
    case "c":
  }
  return r;
}
console.log(f("a"), f("b"), f("x"), g("a"), g("b"), g("c"), g("zz"));
