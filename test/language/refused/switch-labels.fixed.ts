import { type u8 } from "ts2c";

const TWO: u8 = 2;

function pick(x: u8, y: u8): u8 {
  if (x === y) {
    return 1;
  }
  switch (x) {
    case TWO:
      return 2;
    case 300:
      return 3;
    default:
      return 4;
  }
}

console.log(pick(2, 3), pick(3, 3), pick(44, 0));
