import { type Bytes, type u8, utf8 } from "ts2c";

const TEXT: Bytes = utf8("xy").subarray(1);

function three(): u8 {
  return 3;
}

console.log(three(), TEXT.length);
