/** Where a row of a telegram ends: a line as sent. */

import { type Bytes, type u32, type u8 } from "ts2c";
import { CARRIAGE_RETURN, LINE_FEED, OPEN, SLASH } from "./ascii.ts";

/** The longest line that is read, without its line end: a text message of 2048 digits and its code take 2062. */
export const LINE_LIMIT = 2100;

/** Where the row that goes on at `bytes[from …]` has its end or a `/`; the end of `bytes` where they have none. */
export function rowEnd(bytes: Bytes, from: u32): u32 {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte <= SLASH && (byte === SLASH || byte === CARRIAGE_RETURN || byte === LINE_FEED)) {
      return at;
    }
  }
  return bytes.length;
}

/** Whether at `at` stands a whole line end, and behind it the first byte of another line than the one that it ends. */
export function endsLine(bytes: Bytes, at: u32): boolean {
  return at < bytes.length && bytes.length - at >= 3 && isLineEnd(bytes[at], bytes[at + 1], bytes[at + 2]);
}

/** Whether two bytes are a whole line end, and `next` is the first byte of another line than the one that they end. */
export function isLineEnd(first: u8, second: u8, next: u8): boolean {
  const begins = next > SLASH || (next !== OPEN && next !== CARRIAGE_RETURN && next !== LINE_FEED);
  return first === CARRIAGE_RETURN && second === LINE_FEED && begins;
}
