/** The flash's partition table: it fits the smallest chip, and what lies in it fits its partition. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";

const KIB = 1024;
const FLASH = 4096 * KIB;
/** Bootloader and table lie before this. */
const FIRST = 0x9000;
/** The flash is erased in such pieces, and a firmware is mapped into memory in the larger ones. */
const SECTOR = 4 * KIB;
const PAGE = 64 * KIB;

interface Partition {
  readonly name: string;
  readonly type: string;
  readonly subType: string;
  readonly offset: number;
  readonly size: number;
}

const partitions: readonly Partition[] = readFileSync(
  resolve(import.meta.dirname, "..", "..", "partitions.csv"),
  "utf8",
)
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split(",").map((field) => field.trim()))
  .map(([name = "", type = "", subType = "", offset, size]) => ({
    name,
    type,
    subType,
    offset: Number(offset),
    size: Number(size),
  }));

const of = (subType: string): Partition =>
  partitions.find((each) => each.subType === subType) ?? assert.fail(`no partition of the type ${subType}`);

test("partitions follow each other without overlap and end with the flash", () => {
  let end = FIRST;
  for (const { name, type, offset, size } of partitions) {
    assert.ok(offset >= end, `${name} begins before the one in front ends`);
    assert.equal(offset % (type === "app" ? PAGE : SECTOR), 0, `${name} begins inside of a page`);
    assert.ok(size > 0 && size % SECTOR === 0, `${name} ends inside of a sector`);
    end = offset + size;
  }
  assert.ok(end <= FLASH, "more than 4 MB");
});

test("both firmware slots are equal, and hold what an image of this kind needs", () => {
  assert.equal(of("ota_0").size, of("ota_1").size);
  // With Wi-Fi, HTTP, MQTT and TLS about 1 MB; half as much again is room for years.
  assert.ok(of("ota_0").size >= 1536 * KIB);
});

test("there is room for two records of settings with certificates, for the choice of the slot, and for a crash", () => {
  assert.ok(of("nvs").size >= 64 * KIB);
  assert.equal(of("ota").size, 2 * SECTOR);
  assert.ok(of("coredump").size >= 64 * KIB);
});
