import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 as zlibCrc32 } from "node:zlib";
import fc from "fast-check";
import { utf8, Writer, type Bytes } from "ts2c";
import { CODE_TOPIC, CODES } from "../../ts/settings/codes.ts";
import { crc32 } from "../../ts/settings/crc32.ts";
import { groupOf } from "../../ts/settings/groups.ts";
import { SETTINGS } from "../../ts/settings/list.ts";
import type { Setting } from "../../ts/settings/setting.ts";
import { Scratch } from "../../ts/scratch.ts";
import { isLater, isRecord, RECORD_SIZE, RecordWriter, sequenceOf, unpack } from "../../ts/settings/record.ts";
import { Settings } from "../../ts/settings/settings.ts";
import { isText } from "../../ts/settings/values.ts";

function fresh(): Settings {
  const settings = new Settings();
  settings.reset();
  return settings;
}

/** What a setting may be. */
function valueOf(setting: Setting): fc.Arbitrary<string> {
  switch (setting.kind) {
    case "number":
      return fc.integer({ min: setting.min, max: setting.max }).map(String);
    case "switch":
      return fc.constantFrom("on", "off");
    case "choice":
      return fc.constantFrom(...setting.choices.split("|"));
    default:
      return fc.stringMatching(/^[a-z0-9]+$/, { maxLength: setting.max }).map((text) => text.slice(0, setting.max));
  }
}

const anySettings = fc.tuple(...SETTINGS.map((setting) => fc.option(valueOf(setting)))).map((values) => {
  const settings = fresh();
  values.forEach((value, place) => {
    if (value !== null) {
      settings.assign(utf8(SETTINGS[place].name), utf8(value));
    }
  });
  return settings;
});

function written(settings: Settings): string[] {
  return SETTINGS.map((_, place) => {
    const memory = new Uint8Array(256);
    const out = new Writer(memory);
    settings.write(place, out);
    return Buffer.from(out.view()).toString();
  });
}

const packed = (settings: Settings, sequence = 1): Uint8Array =>
  Uint8Array.from(new RecordWriter().pack(settings, sequence, new Scratch().out));

/** A record with these entries, by hand. */
function recordOf(...entries: readonly (readonly [string, string])[]): Bytes {
  const parts = entries.flatMap(([name, value]) => {
    const length = Buffer.alloc(2);
    length.writeUInt16LE(Buffer.byteLength(value));
    return [Buffer.from([name.length]), Buffer.from(name), length, Buffer.from(value)];
  });
  const body = Buffer.concat([Buffer.from("P1ST\x07\x00\x00\x00", "latin1"), ...parts]);
  const crc = Buffer.alloc(4);
  crc.writeUInt32LE(crc32(body));
  return Uint8Array.from(Buffer.concat([body, crc]));
}

test("the CRC-32 is zlib's", { skip: typeof zlibCrc32 === "function" ? false : "this Node has none" }, () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      assert.equal(crc32(bytes), zlibCrc32(bytes));
    }),
  );
});

test("the CRC-32 has the check value of its catalogue", () => {
  assert.equal(crc32(utf8("123456789")), 0xcbf43926);
});

test("what was packed is unpacked, with its sequence", () => {
  fc.assert(
    fc.property(anySettings, fc.nat(0xffffffff), (settings, sequence) => {
      const record = packed(settings, sequence);
      assert.ok(isRecord(record));
      assert.equal(sequenceOf(record), sequence);
      const again = fresh();
      assert.equal(unpack(record, again).skipped, 0);
      assert.deepEqual(written(again), written(settings));
    }),
  );
});

test("the longest record has room", () => {
  const longest = SETTINGS.map((setting) => {
    const words = setting.choices.split("|").map(({ length }) => length);
    const value = isText(setting.kind) ? setting.max : Math.max(7, ...words);
    return 3 + setting.name.length + value;
  });
  const code = 3 + "15-15:255.255.255".length + CODE_TOPIC;
  const good = longest.filter((_, place) => ["network", "broker"].includes(groupOf(place))).map((size) => size + 1);
  const size = 12 + [...longest, ...good].reduce((a, b) => a + b) + CODES * code;
  assert.ok(size <= RECORD_SIZE, `RECORD_SIZE has to be ${String(size)}`);
});

test("a record is small while most settings have their defaults", () => {
  assert.equal(packed(fresh()).length, 12);
});

test("a cut or a changed bit makes it no record", () => {
  fc.assert(
    fc.property(anySettings, fc.nat(), fc.nat(7), (settings, where, bit) => {
      const record = packed(settings);
      const at = where % record.length;
      assert.ok(!isRecord(record.subarray(0, at)), "cut");
      record[at] ^= 1 << bit;
      assert.ok(!isRecord(record), "changed");
    }),
  );
});

test("no bytes with a right CRC do more than set what is allowed", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const body = Buffer.concat([Buffer.from("P1ST\x00\x00\x00\x00", "latin1"), bytes]);
      const crc = Buffer.alloc(4);
      crc.writeUInt32LE(crc32(body));
      const record = Uint8Array.from(Buffer.concat([body, crc]));
      assert.ok(isRecord(record));
      const settings = fresh();
      const { known, skipped } = unpack(record, settings);
      assert.equal(known + skipped > 0, bytes.length > 0);
    }),
  );
});

test("names of another firmware are skipped, and so are values that are no longer allowed", () => {
  const settings = fresh();
  const record = recordOf(
    ["from_the_future", "x".repeat(300)],
    ["broker_port", "8883"],
    ["interval_min", "99999999"],
    ["broker_host", "broker.example"],
  );
  assert.deepEqual(unpack(record, settings), { known: 2, skipped: 2 });
  assert.equal(settings.number("broker_port"), 8883);
  assert.equal(settings.number("interval_min"), fresh().number("interval_min"));
  assert.equal(Buffer.from(settings.text("broker_host")).toString(), "broker.example");
});

test("the later of two savings is known, also where the count goes round", () => {
  assert.ok(isLater(2, 1) && !isLater(1, 2) && !isLater(1, 1));
  assert.ok(isLater(0, 0xffffffff) && !isLater(0xffffffff, 0));
});
