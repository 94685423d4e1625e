// TS2C0001 at 7:10
// TS2C0001 at 11:10
import { type u8 } from "ts2c";

function pick(x: u8, y: u8): u8 {
  switch (x) {
    case y:
      return 1;
    case 2:
      return 2;
    case 2:
      return 3;
    default:
      return 4;
  }
}

console.log(pick(2, 3));
