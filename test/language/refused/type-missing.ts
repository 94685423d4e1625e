// TS2C0202 at 5:7
// TS2C0202 at 7:10
import { type u8, utf8 } from "ts2c";

const TEXT = utf8("xy").subarray(1);

function three() {
  return 3;
}

console.log(three(), TEXT.length);
