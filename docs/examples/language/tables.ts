import { constant, type Bytes, type u16 } from "ts2c";

/** Computed while transpiling: it lies in flash. */
const TABLE: readonly u16[] = constant(() =>
  Array.from({ length: 16 }, (_, index) => {
    let crc = index;
    for (let bit = 0; bit < 4; bit++) {
      crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
    }
    return crc;
  }),
);

/** CRC-16/ARC, four bits at a time. */
export function crc(bytes: Bytes): u16 {
  let sum: u16 = 0;
  for (const byte of bytes) {
    sum = TABLE[(sum ^ byte) & 15] ^ (sum >> 4);
    sum = TABLE[(sum ^ (byte >> 4)) & 15] ^ (sum >> 4);
  }
  return sum;
}
