// A part whose ends are known to lie inside has its length, whatever it is kept in.
import { type u16, type u8 } from "ts2c";

const bytes = new Uint8Array(12);
const words = new Uint16Array(5);

function middleOf(): u16 {
  const part = words.subarray(1, 4);
  part[0] = 70;
  part[2] = 65535;
  words.set(part, 2);
  return part[1];
}

function shifted(): u8 {
  const low = bytes.subarray(2, 8);
  const high = bytes.subarray(4);
  high[7] = 9;
  low.set(high.subarray(4, 8), 1);
  return low[4];
}

for (let i = 0; i < bytes.length; i++) {
  bytes[i] = i;
}
console.log(middleOf(), words[2], words[4], shifted(), bytes[3], bytes[5]);
