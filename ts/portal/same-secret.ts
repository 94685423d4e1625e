import { type Bytes, type u8 } from "ts2c";

/** Whether two secrets are the same, in a time that does not tell how far they are. */
export function sameSecret(a: Bytes, b: Bytes): boolean {
  if (a.length !== b.length) {
    return false;
  }
  let difference: u8 = 0;
  for (let i = 0; i < a.length && i < b.length; i++) {
    difference = difference | (a[i] ^ b[i]);
  }
  return difference === 0;
}
