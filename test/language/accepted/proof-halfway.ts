import { type Bytes, type int, type range, type u32, type u8, utf8 } from "ts2c";

const TABLE: readonly u8[] = [2, 3, 5, 7, 11, 13, 17];
const TEXT = utf8("binary search");

/** Where `x` is or would be. */
function find(x: u8): u32 {
  let low = 0;
  let high = TABLE.length;
  while (low < high) {
    const middle = low + Math.trunc((high - low) / 2);
    if (TABLE[middle] < x) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function findIn(bytes: Bytes, x: u8): int {
  let low = 0;
  let high = bytes.length - 1;
  for (let turn = 0; turn < 32 && low <= high; turn++) {
    const middle = ((high - low) >> 1) + low;
    const byte = bytes[middle];
    if (byte === x) {
      return middle;
    }
    if (byte < x) {
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return -1;
}

/** The sum of both does not fit, and what lies halfway does. */
function halfway(a: u32, b: u32): u32 {
  return a <= b ? a + Math.trunc((b - a) / 2) : b + Math.floor((a - b) / 2);
}

function rest(a: range<0, 1000>, b: range<-7, 7>): range<0, 6> {
  return b === 0 ? 0 : a % b;
}

const sorted = new Uint8Array(6);
for (let i = 0; i < 6; i++) {
  sorted[i] = i * 40;
}
console.log(find(1), find(2), find(6), find(17), find(18));
console.log(findIn(sorted, 0), findIn(sorted, 200), findIn(sorted, 81), findIn(sorted, 80), TEXT[TEXT.length - 1]);
console.log(halfway(4294967295, 4294967293), halfway(0, 4294967295), halfway(7, 7));
console.log(rest(1000, -7), rest(1000, 7), rest(5, 0), rest(3, -1));
