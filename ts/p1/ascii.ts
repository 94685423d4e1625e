import { type Bytes, type u32, type u8 } from "ts2c";

/** The characters that mean something in a telegram (IEC 62056-21, 5.4). */
export const NUL: u8 = 0x00;
export const LINE_FEED: u8 = 0x0a;
export const CARRIAGE_RETURN: u8 = 0x0d;
export const SPACE: u8 = 0x20;
export const EXCLAMATION_MARK: u8 = 0x21;
export const OPEN: u8 = 0x28;
export const CLOSE: u8 = 0x29;
export const STAR: u8 = 0x2a;
export const PLUS: u8 = 0x2b;
export const MINUS: u8 = 0x2d;
export const DOT: u8 = 0x2e;
export const SLASH: u8 = 0x2f;
export const ZERO: u8 = 0x30;
export const COLON: u8 = 0x3a;

export function isDigit(byte: u8): boolean {
  return byte >= 48 && byte <= 57;
}

/** The value of a hexadecimal digit in either case, or 255 for any other character. */
export function hexValue(byte: u8): u8 {
  if (byte >= 48 && byte <= 57) {
    return byte - 48;
  }
  const lower = byte | 0x20;
  return lower >= 97 && lower <= 102 ? lower - 87 : 255;
}

/** `byte` as a small letter when it is a capital one. */
export function lowerCase(byte: u8): u8 {
  return byte >= 65 && byte <= 90 ? byte | 0x20 : byte;
}

/** The end of `bytes[from … to)` without the spaces and NULs behind it. */
export function trimEnd(bytes: Bytes, from: u32, to: u32): u32 {
  const text = bytes.subarray(0, to);
  let end = text.length;
  while (end > from && (text[end - 1] === SPACE || text[end - 1] === NUL)) {
    end--;
  }
  return end;
}
