/** IPv4 addresses as numbers, and as people write them. */

import { type Bytes, type range, type u32, type Writer } from "ts2c";

const DOT = 46;

/** No address; nobody has the one that it stands for. */
export const NO_ADDRESS = 0;

/** The address that `text` writes, such as 192.168.1.2; {@link NO_ADDRESS} where it writes none. */
export function parseAddress(text: Bytes): u32 {
  let address: u32 = 0;
  let parts: range<0, 4> = 0;
  let part: range<0, 255> = 0;
  let digits: range<0, 3> = 0;
  for (let at = 0; at <= text.length; at++) {
    const byte = text[at] ?? DOT;
    if (byte === DOT) {
      if (digits === 0 || parts >= 4) {
        return NO_ADDRESS;
      }
      address = ((address << 8) | part) >>> 0;
      parts = parts + 1;
      part = 0;
      digits = 0;
    } else {
      const value = part * 10 + byte - 48;
      if (byte < 48 || byte > 57 || value > 255 || digits >= 3) {
        return NO_ADDRESS;
      }
      part = value;
      digits = digits + 1;
    }
  }
  return parts === 4 ? address : NO_ADDRESS;
}

export function writeAddress(out: Writer, address: u32): void {
  out.int(address >>> 24);
  for (let shift = 16; shift >= 0; shift -= 8) {
    out.text(".");
    out.int((address >>> shift) & 255);
  }
}
