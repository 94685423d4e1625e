import { type u8 } from "ts2c";

const table = new Uint8Array(64);

function read(i: u8): u8 {
  if (i < table.length) {
    return table[i];
  }
  return table[i & 63];
}

table[3] = 7;
console.log(read(3), read(67), read(255));
