// TS2C0301 at 7:16
import { type u8 } from "ts2c";

const table = new Uint8Array(64);

function read(i: u8): u8 {
  return table[i];
}

console.log(read(3));
