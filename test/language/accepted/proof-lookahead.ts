import { type Bytes, type i32, type int, utf8 } from "ts2c";

/** `b[i + 1]` and `b[i + 2]` after one test of the farther one. */
function three(b: Bytes, i: i32): int {
  if (i >= 0 && i + 2 < b.length) {
    return b[i] * 65536 + b[i + 1] * 256 + b[i + 2];
  }
  return -1;
}

/** The same in a loop: the test is the loop's own. */
function pairs(b: Bytes): int {
  let found = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    if (b[i] === b[i + 1] && found < 1000) {
      found++;
    }
  }
  return found;
}

/** The last bytes, after a test of the length. */
function last(b: Bytes): int {
  if (b.length < 2) {
    return -1;
  }
  return b[b.length - 1] - b[b.length - 2];
}

const text: Bytes = utf8("aabccc");
console.log(three(text, 0), three(text, 3), three(text, 4), three(text, -1), three(text, 2147483647));
console.log(pairs(text), pairs(utf8("")), last(text), last(utf8("x")), last(utf8("az")));
