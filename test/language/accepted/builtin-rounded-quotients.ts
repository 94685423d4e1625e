import { type i32, type i8, type int, type u8 } from "ts2c";
function small(a: i8, b: i8): void {
  if (b !== 0) {
    console.log(a, b, Math.floor(a / b) + 0, Math.ceil(a / b) + 0, Math.round(a / b) + 0, Math.trunc(a / b) + 0);
  }
}
function wide(a: i32, b: i32): void {
  if (b !== 0) {
    console.log(a, b, Math.floor(a / b) + 0, Math.ceil(a / b) + 0, Math.round(a / b) + 0);
  }
}
function widest(a: int, b: int): void {
  if (b !== 0) {
    console.log(a, b, Math.floor(a / b) + 0, Math.ceil(a / b) + 0);
    if (a > -4503599627370496 && a < 4503599627370496) {
      console.log(Math.round(a / b) + 0);
    }
  }
}
function positive(a: u8, b: u8): void {
  if (b > 0) {
    console.log(a, b, Math.floor(a / b), Math.ceil(a / b), Math.round(a / b));
  }
}
for (let a = -7; a <= 7; a++) {
  for (let b = -4; b <= 4; b++) {
    small(a, b);
    if (a >= 0 && b >= 0) {
      positive(a, b);
    }
  }
}
wide(-2147483648, -1);
wide(-2147483648, 3);
wide(2147483647, -2);
widest(9007199254740991, 2);
widest(9007199254740991, -3);
widest(-9007199254740991, 9007199254740990);
widest(9007199254740990, 9007199254740991);
widest(4503599627370495, 2);
widest(4503599627370495, 9007199254740990);
widest(4503599627370494, 9007199254740991);
widest(-4503599627370495, 2);
