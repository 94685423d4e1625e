import { type Bytes } from "ts2c";
import { hexValue } from "./p1/ascii.ts";

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

/** The bytes that hexadecimal digits write, put into `to` as far as they fit. */
export function parseHex(text: Bytes, to: Uint8Array): Bytes {
  const length = Math.min(text.length >> 1, to.length);
  for (let i = 0; i < to.length && 2 * i + 1 < text.length; i++) {
    to[i] = ((hexValue(text[2 * i]) << 4) | hexValue(text[2 * i + 1])) & 0xff;
  }
  return to.subarray(0, length);
}
