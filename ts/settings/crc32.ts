import { constant, u32, type Bytes } from "ts2c";

/** One byte's effect on the CRC: the polynomial of IEEE 802.3, 3.2.9, least significant bit first. */
const TABLE: readonly u32[] = constant(() =>
  Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    return crc >>> 0;
  }),
);

/** CRC-32 over `bytes`, as Ethernet, gzip and PNG have it. Source: IEEE 802.3, 3.2.9. */
export function crc32(bytes: Bytes): u32 {
  let crc: u32 = 0xffffffff;
  for (const byte of bytes) {
    crc = u32(TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8));
  }
  return u32(~crc);
}
