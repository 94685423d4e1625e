// TS2C0308 at 7:35
import { type i32, type u8 } from "ts2c";

const table = new Uint8Array(4);

function read(i: i32): u8 {
  return i < table.length ? table[i] : 0;
}

console.log(read(3));
