import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Checksum } from "../../ts/p1/checksum.ts";
import { X25_START, crc16 } from "../../ts/p1/crc16.ts";
import { latin1 } from "./support/telegrams.ts";

/** A CRC bit by bit, straight from its definition. */
function bitwise(bytes: Uint8Array, polynomial: number, start: number): number {
  let crc = start;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc & 1) === 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    }
  }
  return crc;
}

test("CRC-16/ARC has its check value", () => {
  assert.equal(crc16(0, latin1("123456789")), 0xbb3d);
});

test("CRC-16/X-25 has its check value", () => {
  const checksum = new Checksum();
  checksum.startX25(latin1("1234"), 0x35);
  latin1("6789").forEach((byte) => checksum.addByte(byte));
  assert.equal(checksum.x25 ^ X25_START, 0x906e);
});

test("the CRC of any bytes is that of the definition, however they are cut", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(300), (bytes, cut) => {
      assert.equal(crc16(crc16(0, bytes.subarray(0, cut)), bytes.subarray(cut)), bitwise(bytes, 0xa001, 0));
    }),
  );
});

test("the running checksum agrees with both definitions, however the bytes are cut", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 }), (parts) => {
      const checksum = new Checksum();
      checksum.startX25(new Uint8Array(0), 0);
      checksum.x25 = X25_START;
      for (const part of parts) {
        if (part.length === 1) {
          checksum.addByte(part[0]);
        } else {
          checksum.add(part);
        }
      }
      const bytes = Uint8Array.from(parts.flatMap((part) => Array.from(part)));
      assert.equal(checksum.arc(), bitwise(bytes, 0xa001, 0));
      assert.equal(checksum.x25, bitwise(bytes, 0x8408, 0xffff));
    }),
    { numRuns: 1000 },
  );
});
