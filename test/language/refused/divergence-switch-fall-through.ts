// TS2C0501 at 8:5
// TS2C0501 at 13:5
import { type u8 } from "ts2c";

function name(x: u8): u8 {
  let r: u8 = 0;
  switch (x) {
    case 1:
      r = 1;
    case 2:
      r = r + 2 > 200 ? 0 : r + 2;
      break;
    default:
      r = 9;
  }
  return r;
}

console.log(name(1));
