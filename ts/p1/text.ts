import { type Bytes, type range, type u16, type u32, type u8 } from "ts2c";
import { hexValue } from "./ascii.ts";

/** How many bytes the texts and lists of one telegram may take together. */
export const TEXT_BYTES = 2048;

const QUESTION_MARK: u8 = 0x3f;

/** The texts of one telegram, one behind the other, as UTF-8. */
export class TextStore {
  private readonly bytes: Uint8Array = new Uint8Array(TEXT_BYTES);
  private used: range<0, 2048> = 0;

  clear(): void {
    this.used = 0;
  }

  /** Where the next text will lie. */
  mark(): u16 {
    return this.used;
  }

  /** Takes back every text from the mark on. */
  reset(mark: u16): void {
    if (mark <= this.used) {
      this.used = mark;
    }
  }

  /** The `length` bytes at `from`. */
  view(from: u16, length: u16): Bytes {
    return this.bytes.subarray(from, from + length);
  }

  /** Adds `source[from … to)` as it is. False, and nothing added, when it does not fit. */
  add(source: Bytes, from: u32, to: u32): boolean {
    const part = source.subarray(from, to);
    const used = this.used;
    if (part.length > TEXT_BYTES - used) {
      return false;
    }
    this.bytes.set(part, used);
    this.used = used + part.length;
    return true;
  }

  /**
   * Adds the text that `source[from … to)` spells in hexadecimal, or itself where it is no hexadecimal. What is no UTF-8
   * is mended. False, and nothing added, when it does not fit.
   */
  addMessage(source: Bytes, from: u32, to: u32): boolean {
    const start = this.used;
    const digits = source.subarray(from, to);
    const length = digits.length >> 1;
    if (length > TEXT_BYTES - start) {
      return false;
    }
    if (length === 0 || digits.length % 2 !== 0) {
      return this.addText(source, from, to);
    }
    let seen: u8 = 0;
    for (let at = 0; at < length && 2 * at + 1 < digits.length; at++) {
      const high = hexValue(digits[2 * at]);
      const low = hexValue(digits[2 * at + 1]);
      if (high > 15 || low > 15) {
        return this.addText(source, from, to);
      }
      const byte = (high << 4) | low;
      this.bytes[start + at] = byte;
      seen |= byte;
    }
    this.keep(start, length, seen);
    return true;
  }

  /** Takes the bytes that lie at `start`. Nearly all texts are ASCII, and right as they are. */
  private keep(start: u16, length: range<0, 2048>, seen: u8): void {
    const used = Math.min(start + length, TEXT_BYTES);
    this.used = used;
    if (seen >= 0x80 || (used > start && this.bytes[used - 1] === 0)) {
      this.mend(start);
    }
  }

  /** Adds a text that is to be published: what is no UTF-8 is mended. False, and nothing added, when it does not fit. */
  addText(source: Bytes, from: u32, to: u32): boolean {
    const start = this.used;
    const part = source.subarray(from, to);
    if (part.length > TEXT_BYTES - start) {
      return false;
    }
    let seen: u8 = 0;
    for (let at = 0; at < part.length; at++) {
      const byte = part[at];
      this.bytes[start + at] = byte;
      seen |= byte;
    }
    this.keep(start, part.length, seen);
    return true;
  }

  /**
   * Makes the text from `start` on UTF-8: unwritten memory behind it (meters send 1024 bytes of FF for an empty message)
   * is dropped, and each byte that is part of no character becomes a question mark.
   */
  private mend(start: u16): void {
    while (this.used > start && isBlank(this.bytes[this.used - 1])) {
      this.used--;
    }
    const end = this.used;
    let at: u32 = start;
    while (at < end && at < TEXT_BYTES) {
      const length = this.bytes[at] < 0x80 ? 1 : characterLength(this.bytes.subarray(at, end));
      if (length === 0) {
        this.bytes[at] = QUESTION_MARK;
        at++;
      } else {
        at += length;
      }
    }
  }
}

function isBlank(byte: u8): boolean {
  return byte === 0x00 || byte === 0xff;
}

/** The length of the UTF-8 character that `bytes` begins with, 0 where there is none. Source: RFC 3629, 4. */
function characterLength(bytes: Bytes): range<0, 4> {
  if (bytes.length === 0) {
    return 0;
  }
  const lead = bytes[0];
  if (lead < 0x80) {
    return 1;
  }
  if (lead < 0xc2 || lead > 0xf4) {
    return 0;
  }
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (length > bytes.length) {
    return 0;
  }
  // No overlong forms (E0, F0), no surrogates (ED), nothing above U+10FFFF (F4).
  const second = bytes[1];
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) {
    return 0;
  }
  for (let i = 2; i < length; i++) {
    if ((bytes[i] & 0xc0) !== 0x80) {
      return 0;
    }
  }
  return length;
}
