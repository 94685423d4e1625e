import { type u8, type int } from "ts2c";
function f(a: u8): u8 {
  switch (a) {
    case 300:
      return 1;
    case -1:
      return 2;
    default:
      return 0;
  }
}
function g(a: int): u8 {
  switch (a) {
    case 9007199254740991:
      return 1;
    case -1:
      return 2;
    case 4294967295:
      return 3;
    default:
      return 0;
  }
}
console.log(f(44), f(255), g(9007199254740991), g(-1), g(4294967295));
