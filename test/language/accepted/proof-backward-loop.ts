import { type Bytes, type int, utf8 } from "ts2c";

/** Where `wanted` stands last. */
function lastIndexOf(b: Bytes, wanted: int): int {
  for (let i = b.length - 1; i >= 0; i--) {
    if (b[i] === wanted) {
      return i;
    }
  }
  return -1;
}

/** The length without the spaces at the end. */
function trimmed(b: Bytes): int {
  let end = b.length;
  while (end > 0 && b[end - 1] === 32) {
    end--;
  }
  return end;
}

/** An unsigned counter runs down to 0. */
function reversed(from: Bytes, to: Uint8Array): void {
  const count = Math.min(from.length, to.length);
  for (let left = count; left > 0; left--) {
    to[count - left] = from[left - 1];
  }
}

const text: Bytes = utf8("abcab  ");
const target = new Uint8Array(5);
reversed(text, target);
console.log(lastIndexOf(text, 97), lastIndexOf(text, 120), trimmed(text), trimmed(utf8("   ")), trimmed(utf8("")));
for (const byte of target) {
  console.log(byte);
}
