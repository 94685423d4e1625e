// gcc takes the first for a complement that somebody forgot to cut: see flipped() in lower/comparisons.ts.
import { type range, type u16, type u8 } from "ts2c";

const bytes: readonly u8[] = [1, 254, 255, 0];
const words: readonly u16[] = [1, 65534, 256, 65279];

function test(i: range<0, 3>, j: range<0, 3>): void {
  console.log((bytes[i] ^ 255) === bytes[j], (0xff ^ bytes[i]) < bytes[j], (bytes[i] ^ 254) !== bytes[j]);
  console.log((words[i] ^ 0xffff) === words[j], (words[i] ^ 255) >= words[j], (bytes[i] ^ 0xffff) > words[j]);
}

for (let i = 0; i < 4; i++) {
  for (let j = 0; j < 4; j++) {
    test(i, j);
  }
}
