import { constant, type Bytes, type Writer, type u16, type u8 } from "ts2c";

/** One byte's effect on CRC-16/ARC: x^16 + x^15 + x^2 + 1, least significant bit first. Source: DSMR 5.0.2 P1, 6.2. */
const ARC_TABLE: readonly u16[] = constant(() =>
  Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc & 1) === 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
    }
    return crc;
  }),
);

/** What CRC-16/X-25 starts from, and what its result is XORed with. CRC-16/ARC has 0 for both. */
export const X25_START: u16 = 0xffff;

/** CRC-16/ARC over `bytes`, continued from `crc` (0 at the first chunk). Source: DSMR 5.0.2 P1, 6.2. */
export function crc16(crc: u16, bytes: Bytes): u16 {
  for (const byte of bytes) {
    crc = ARC_TABLE[(crc ^ byte) & 0xff] ^ (crc >> 8);
  }
  return crc;
}

/**
 * CRC-16/X-25 over one byte, continued from `crc`: x^16 + x^12 + x^5 + 1, least significant bit first. Bit by bit, since one
 * meter needs it and a table takes 512 bytes. Source: ITU-T V.42, 8.1.1.6.
 */
export function x25Byte(crc: u16, byte: u8): u16 {
  let next: u16 = crc ^ byte;
  for (let bit = 0; bit < 8; bit++) {
    next = (next & 1) === 1 ? (next >> 1) ^ 0x8408 : next >> 1;
  }
  return next;
}

/** Writes a CRC as it stands behind `!`: four hexadecimal digits, capital ones. */
export function writeCrc(writer: Writer, crc: u16): void {
  for (let shift = 12; shift >= 0; shift -= 4) {
    const digit = (crc >> shift) & 15;
    writer.byte(digit < 10 ? 48 + digit : 55 + digit);
  }
}
