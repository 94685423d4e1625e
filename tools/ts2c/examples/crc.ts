/** Cyclic redundancy checks, each with its table computed while transpiling. */
import { constant, u32, utf8, type Bytes, type u16, type u8 } from "ts2c";

/** x^8 + x^2 + x + 1, the highest bit first: SMBus. */
const CRC8_TABLE: readonly u8[] = constant(() =>
  Array.from({ length: 256 }, (_, index) => {
    let crc = index;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : crc << 1;
    }
    return crc;
  }),
);

function reflectedTable(polynomial: number): number[] {
  const table: number[] = [];
  for (let index = 0; index < 256; index++) {
    let crc = index;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    }
    table.push(crc >>> 0);
  }
  return table;
}

const ARC_TABLE: readonly u16[] = constant(() => reflectedTable(0xa001));
const X25_TABLE: readonly u16[] = constant(() => reflectedTable(0x8408));
const CRC32_TABLE: readonly u32[] = constant(() => reflectedTable(0xedb88320));

export function crc8(bytes: Bytes): u8 {
  let crc = 0;
  for (const byte of bytes) {
    crc = CRC8_TABLE[crc ^ byte];
  }
  return crc;
}

export function crc16Arc(bytes: Bytes): u16 {
  let crc = 0;
  for (const byte of bytes) {
    crc = (crc >> 8) ^ ARC_TABLE[(crc ^ byte) & 0xff];
  }
  return crc;
}

export function crc16X25(bytes: Bytes): u16 {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc = (crc >> 8) ^ X25_TABLE[(crc ^ byte) & 0xff];
  }
  return crc ^ 0xffff;
}

export function crc32(bytes: Bytes): u32 {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc = (crc >>> 8) ^ CRC32_TABLE[(crc ^ byte) & 0xff];
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const CHECK = utf8("123456789");
console.log("crc8", crc8(CHECK));
console.log("arc", crc16Arc(CHECK));
console.log("x25", crc16X25(CHECK));
console.log("crc32", crc32(CHECK));
console.log("empty", crc8(utf8("")), crc16Arc(utf8("")), crc16X25(utf8("")), crc32(utf8("")));
