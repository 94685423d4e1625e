import { type Bytes } from "ts2c";

/** Whether two views show the same bytes. */
export function sameBytes(a: Bytes, b: Bytes): boolean {
  if (a.length !== b.length) {
    return false;
  }
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] !== b[i]) {
      return false;
    }
  }
  return true;
}

/** Whether `part` stands somewhere in `bytes`. */
export function containsBytes(bytes: Bytes, part: Bytes): boolean {
  for (let i = 0; i + part.length <= bytes.length; i++) {
    if (sameBytes(bytes.subarray(i, i + part.length), part)) {
      return true;
    }
  }
  return false;
}
