// TS2C0105 at 6:10
// TS2C0105 at 9:23
import { type u8 } from "ts2c";

function parse(x: u8): u8 {
  return isNaN(x) ? 1 : 0;
}

console.log(parse(1), Infinity > 3);
