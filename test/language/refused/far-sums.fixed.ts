import { type range, type u8 } from "ts2c";

const table: readonly u8[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function pick(
  i: range<0, 100>,
  b: range<0, 9007199254740991>,
  c: range<0, 2>,
  d: range<9007199254740981, 9007199254740991>,
): u8 {
  if (i - b <= c - d && i < table.length) {
    return table[i];
  }
  return 0;
}
console.log(pick(12, 9007199254740991, 2, 9007199254740981), pick(11, 9007199254740991, 2, 9007199254740981));
