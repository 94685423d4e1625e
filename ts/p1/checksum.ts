import { type Bytes, type u16, type u32, type u8 } from "ts2c";
import { CARRIAGE_RETURN, LINE_FEED, SLASH } from "./ascii.ts";
import { ARC_BEFORE_1, ARC_BEFORE_2, ARC_BEFORE_3, ARC_TABLE, X25_START, crc16, x25Byte } from "./crc16.ts";

/** The CRC of the telegram that is being read, running along with its bytes. */
export class Checksum {
  /** CRC-16/ARC so far. */
  arc: u16 = 0;
  /** CRC-16/X-25 so far, before its last XOR, where it runs too. */
  x25: u16 = X25_START;
  /** Whether the meter is one that sends X-25. */
  both: boolean = false;

  clear(): void {
    this.arc = 0;
    this.both = false;
  }

  /** The telegram, of which there was `row` and its end so far, is of a meter that sends X-25: that runs too. */
  startX25(row: Bytes, end: u8): void {
    this.both = true;
    this.x25 = X25_START;
    this.addX25(row);
    this.x25 = x25Byte(this.x25, end);
  }

  /** Runs over one byte. */
  addByte(byte: u8): void {
    this.arc = ARC_TABLE[(this.arc ^ byte) & 0xff] ^ (this.arc >> 8);
    if (this.both) {
      this.x25 = x25Byte(this.x25, byte);
    }
  }

  /**
   * Runs over `bytes[from …]` up to a line end or a `/`, and returns where that is. This is the one loop that sees every
   * byte of a telegram, so it does all that is to be done with each.
   */
  addRow(bytes: Bytes, from: u32): u32 {
    let arc = this.arc;
    let at = from;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte <= SLASH && (byte === SLASH || byte === CARRIAGE_RETURN || byte === LINE_FEED)) {
        break;
      }
      arc = ARC_TABLE[(arc ^ byte) & 0xff] ^ (arc >> 8);
    }
    this.arc = arc;
    if (this.both) {
      this.addX25(bytes.subarray(from, at));
    }
    return at;
  }

  /** Runs over bytes, four at a time. */
  add(bytes: Bytes): void {
    let arc = this.arc;
    let at: u32 = 0;
    while (at < bytes.length && bytes.length - at >= 4) {
      const low = arc ^ (bytes[at] | (bytes[at + 1] << 8));
      const first = ARC_BEFORE_3[low & 0xff] ^ ARC_BEFORE_2[low >> 8];
      arc = first ^ ARC_BEFORE_1[bytes[at + 2]] ^ ARC_TABLE[bytes[at + 3]];
      at += 4;
    }
    this.arc = crc16(arc, bytes.subarray(at, bytes.length));
    if (this.both) {
      this.addX25(bytes);
    }
  }

  private addX25(bytes: Bytes): void {
    for (const byte of bytes) {
      this.x25 = x25Byte(this.x25, byte);
    }
  }
}
