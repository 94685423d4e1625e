import { type Bytes, type u16, type u32, type u8 } from "ts2c";
import { CARRIAGE_RETURN, LINE_FEED, SLASH } from "./ascii.ts";
import { ARC_TABLE, X25_START, X25_TABLE } from "./crc16.ts";

/** Both CRCs of the telegram that is being read, running along with its bytes. */
export class Checksum {
  /** CRC-16/ARC so far. */
  arc: u16 = 0;
  /** CRC-16/X-25 so far, before its last XOR. */
  x25: u16 = X25_START;

  clear(): void {
    this.arc = 0;
    this.x25 = X25_START;
  }

  /** Runs over one byte. */
  addByte(byte: u8): void {
    this.arc = ARC_TABLE[(this.arc ^ byte) & 0xff] ^ (this.arc >> 8);
    this.x25 = X25_TABLE[(this.x25 ^ byte) & 0xff] ^ (this.x25 >> 8);
  }

  /**
   * Runs over `bytes[from …]` up to a line end or a `/`, and returns where that is. This is the one loop that sees every
   * byte of a telegram, so it does all that is to be done with each.
   */
  addRow(bytes: Bytes, from: u32): u32 {
    let arc = this.arc;
    let x25 = this.x25;
    let at = from;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte <= SLASH && (byte === SLASH || byte === CARRIAGE_RETURN || byte === LINE_FEED)) {
        break;
      }
      arc = ARC_TABLE[(arc ^ byte) & 0xff] ^ (arc >> 8);
      x25 = X25_TABLE[(x25 ^ byte) & 0xff] ^ (x25 >> 8);
    }
    this.arc = arc;
    this.x25 = x25;
    return at;
  }
}
