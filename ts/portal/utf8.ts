import { type Bytes, type range } from "ts2c";

/** Whether bytes are UTF-8 (RFC 3629): no stray bytes, no longer way to write a character than needed, no surrogates. */
export function isUtf8(text: Bytes): boolean {
  /** How many bytes of a character are missing, and between which values the next one must be. */
  let missing: range<0, 3> = 0;
  let least: range<0x80, 0xbf> = 0x80;
  let most: range<0x80, 0xbf> = 0xbf;
  for (const byte of text) {
    if (missing > 0) {
      if (byte < least || byte > most) {
        return false;
      }
      missing--;
      least = 0x80;
      most = 0xbf;
    } else if (byte >= 0x80) {
      if (byte < 0xc2 || byte > 0xf4) {
        return false;
      }
      missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      least = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
      most = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    }
  }
  return missing === 0;
}
