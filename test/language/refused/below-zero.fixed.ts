import { type i32, type u8 } from "ts2c";

const table = new Uint8Array(4);

function read(i: i32): u8 {
  return i >= 0 && i < table.length ? table[i] : 0;
}

console.log(read(3), read(-1), read(4), 5);
