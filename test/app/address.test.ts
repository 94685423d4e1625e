import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { utf8, Writer } from "ts2c";
import { NO_ADDRESS, parseAddress, writeAddress } from "../../ts/network/address.ts";

function written(address: number): string {
  const buffer = new Uint8Array(15);
  const writer = new Writer(buffer);
  writeAddress(writer, address);
  assert.ok(!writer.full());
  return Buffer.from(writer.view()).toString();
}

test("every address is read as it was written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffffff }), (address) => parseAddress(utf8(written(address))) === address),
  );
  assert.equal(written(0xc0a80102), "192.168.1.2");
});

test("what is no address is none", () => {
  for (const text of [
    "",
    "1.2.3",
    "1.2.3.4.5",
    "1.2.3.",
    ".1.2.3",
    "1..2.3",
    "256.1.1.1",
    "1.2.3.0004",
    "a.b.c.d",
    "1.2.3.4 ",
    "-1.2.3.4",
    "1.2.3.4.",
    "1,2.3.4",
  ]) {
    assert.equal(parseAddress(utf8(text)), NO_ADDRESS, text);
  }
});
