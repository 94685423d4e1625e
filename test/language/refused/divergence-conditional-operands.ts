// TS2C0207 at 6:7
// TS2C0207 at 9:11
import { type u8 } from "ts2c";

function truthy(x: u8): u8 {
  if (x) {
    return 1;
  }
  return !x ? 2 : 3;
}

console.log(truthy(1));
