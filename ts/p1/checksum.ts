import { type Bytes, type i32, type u16, type u32, type u8 } from "ts2c";
import { X25_START, x25Byte } from "./crc16.ts";

/**
 * The CRC of the telegram that is being read, running along with its bytes.
 *
 * CRC-16/ARC is made without a table, four bytes at a time: its polynomial x^16 + x^15 + x^2 + 1 is (x + 1)(x^15 + x + 1), and a
 * remainder by each of the two is easy. By x + 1 it is the parity of all bits. By x^15 + x + 1 it is folded: x^30 is x^2 + 1 there, so that
 * x^32 is x^4 + x^2, two shifts. As in the CRC itself, the lowest bit of the first byte has the highest power.
 */
export class Checksum {
  /** All bytes so far by x^15 + x + 1, though not less than it: bit 31 is x^0. */
  private folded: u32 = 0;
  /** All bytes so far XORed, in words. */
  private mixed: u32 = 0;
  /** CRC-16/X-25 so far, before its last XOR, where it runs too. */
  x25: u16 = X25_START;
  /** Whether the meter is one that sends X-25. */
  both: boolean = false;

  clear(): void {
    this.folded = 0;
    this.mixed = 0;
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
    this.folded = nextByte(this.folded, byte);
    this.mixed = (this.mixed ^ byte) >>> 0;
    if (this.both) {
      this.x25 = x25Byte(this.x25, byte);
    }
  }

  /** Runs over bytes. */
  add(bytes: Bytes): void {
    let folded = this.folded;
    let mixed = this.mixed;
    let at: u32 = 0;
    while (bytes.length - at >= 4) {
      const word = (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0;
      // Times x^4 + x^2, after what that moves out at the upper end has been put in at the lower one: it is worth x^32 there, too.
      const turned = folded ^ (folded << 28) ^ (folded << 30);
      folded = ((turned >>> 4) ^ (turned >>> 2) ^ word) >>> 0;
      mixed = (mixed ^ word) >>> 0;
      at += 4;
    }
    for (; at < bytes.length; at++) {
      folded = nextByte(folded, bytes[at]);
      mixed = (mixed ^ bytes[at]) >>> 0;
    }
    this.folded = folded;
    this.mixed = mixed;
    if (this.both) {
      this.addX25(bytes);
    }
  }

  private addX25(bytes: Bytes): void {
    for (const byte of bytes) {
      this.x25 = x25Byte(this.x25, byte);
    }
  }

  /** CRC-16/ARC so far. */
  arc(): u16 {
    // A CRC is of its bytes times x^16.
    const times16 = nextByte(nextByte(this.folded, 0), 0);
    const remainder = lower(lower(times16)) >>> 16;
    // Of the two numbers of 16 bits with that remainder, one has the right parity.
    return isOdd(this.mixed ^ remainder) ? remainder ^ FACTOR : remainder;
  }
}

/** x^15 + x + 1 in 16 bits, of which bit 15 is x^0. */
const FACTOR = 0xc001;

/** The folded bytes and one more. */
function nextByte(folded: u32, byte: u8): u32 {
  const left = folded & 0xff;
  return ((folded >>> 8) ^ (left << 20) ^ (left << 22) ^ (byte << 24)) >>> 0;
}

/** Takes out what is x^15 and more: x^15 is x + 1. Done twice, nothing of it is left. */
function lower(folded: u32): u32 {
  const high = folded & 0x1ffff;
  return ((folded & 0xfffe0000) ^ (high << 14) ^ (high << 15)) >>> 0;
}

/** Whether an odd number of bits is set. */
function isOdd(bits: i32): boolean {
  const half = bits ^ (bits >>> 16);
  const quarter = half ^ (half >>> 8);
  return ((0x6996 >> ((quarter ^ (quarter >>> 4)) & 15)) & 1) !== 0;
}
