/**
 * Flash that is damaged: images as `npm run settings` makes them, cut and with flipped bits, are read as NVS reads them, and a whole
 * device starts with what is left.
 */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { utf8, Writer } from "ts2c";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { host as storage } from "../../tools/desk/platform/settings.ts";
import { host as sockets } from "../../tools/desk/platform/sockets.ts";
import { writeImage, type Blobs } from "../../tools/settings/image.ts";
import { pythonWith } from "../../tools/test/python.ts";
import { Scratch } from "../../ts/scratch.ts";
import { SETTINGS } from "../../ts/settings/list.ts";
import { isRecord, RecordWriter, sequenceOf, unpack, writeNote } from "../../ts/settings/record.ts";
import { Settings } from "../../ts/settings/settings.ts";
import { Bench } from "../app/support/device.ts";
import { valueOf } from "../app/support/values.ts";
import { chanceOf } from "../desk/support/chance.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { damaged } from "./damage.ts";
import { readNvs } from "./nvs.ts";

const DAMAGES = Number(process.env.P1_DAMAGES ?? 1000);
const SEED = Number(process.env.P1_SEED ?? Math.floor(Math.random() * 2 ** 32));
/** A code that is handed in to have all settings saved as they are. */
const MARK = "1-0:99.99.0";

const python = pythonWith("esp-idf-nvs-partition-gen==0.2.0");
const noImages = "skip" in python && python.skip;
const folder = mkdtempSync(join(tmpdir(), "p1-flash-"));
after(() => rmSync(folder, { recursive: true }));

/** All settings as texts: those of `which`, or the defaults. */
function fieldsOf(settings: Settings): string {
  const memory = new Uint8Array(128);
  return SETTINGS.map(({ name }, place) => {
    const out = new Writer(memory);
    settings.write(place, out);
    return `${name}=${Buffer.from(out.view()).toString()}`;
  }).join("\n");
}

function settingsOf(which: 0 | 1 | 2): Settings {
  const settings = new Settings();
  settings.reset();
  if (which !== 0) {
    for (const setting of SETTINGS) {
      assert.equal(settings.assign(utf8(setting.name), utf8(valueOf(setting, which))), "ok", setting.name);
    }
  }
  return settings;
}

const CERTIFICATES = ["broker_ca", "broker_identity"] as const;
const LOST = {
  broker_ca:
    "warning: The authority's certificate for the broker was lost: send it again, or remove it. Until then the usual authorities count.",
  broker_identity:
    "warning: The device's own certificate for the broker was lost: send it again, or remove it. Until then the broker gets none.",
} as const;
const [DEFAULTS, OLD, NEW] = ([0, 1, 2] as const).map((which) => fieldsOf(settingsOf(which)));
const record = (which: 1 | 2, sequence: number, ...beside: readonly string[]): Uint8Array => {
  const [writer, { out }] = [new RecordWriter(), new Scratch()];
  writer.begin(settingsOf(which), sequence, out);
  for (const key of beside) {
    writeNote(out, utf8(key));
  }
  return Uint8Array.from(writer.end(out));
};

/** What a board may have kept: the newer record is under either key, alone or beside certificates of the longest kind. */
const KEPT: readonly Blobs[] = [
  { record_a: record(2, 3), record_b: record(1, 2) },
  { record_a: record(1, 0xffffffff), record_b: record(2, 0) },
  {
    ...{ broker_ca: Buffer.alloc(4096, "authority"), broker_identity: Buffer.alloc(3900, "identity") },
    ...{ record_a: record(1, 3, ...CERTIFICATES), record_b: record(2, 4, ...CERTIFICATES) },
  },
];

/** What the device has to say of what it found, and the settings that it has to have. */
function expected(
  left: ReadonlyMap<string, Buffer>,
  kept: Blobs,
): { readonly fields: string; readonly told: readonly string[] } {
  const keys = ["record_a", "record_b"] as const;
  const there = keys.filter((key) => left.has(key));
  const missing = keys.filter((key) => !left.has(key));
  if (there.length === 0) {
    return { fields: DEFAULTS, told: ["info: No settings are kept: the defaults are used."] };
  }
  const told = missing.map((key) => `warning: The settings' ${key} is missing: the other record is used.`);
  const lost = CERTIFICATES.filter((key) => key in kept && !left.has(key));
  told.push(...lost.map((key) => LOST[key]));
  const newest = there.map((key) => settingsIn(left.get(key))).find((fields) => fields === NEW);
  return { fields: newest ?? OLD, told };
}

function settingsIn(blob: Buffer | undefined): string {
  const settings = settingsOf(0);
  unpack(Uint8Array.from(blob ?? []), settings);
  return fieldsOf(settings);
}

/** Starts a device with these blobs: the settings it has, and what its log says of them. */
async function start(
  left: ReadonlyMap<string, Buffer>,
  engine: EngineName,
): Promise<{ readonly fields: string; readonly told: readonly string[] }> {
  const state = join(folder, "state");
  const kept = join(state, "settings");
  rmSync(state, { recursive: true, force: true });
  mkdirSync(kept, { recursive: true });
  for (const [key, blob] of left) {
    writeFileSync(join(kept, `${key}.bin`), blob);
  }
  const bench = await Bench.create({}, engine, state, { handsIn: false });
  const told = bench.log.filter((line) => /settings' record|settings are kept|kept settings|was lost/.test(line));
  // What it has is what it saves next.
  assert.equal(bench.configure(MARK, "off"), "ok");
  await storage.finish();
  sockets.close(); // One of the settings is a port that the device opens.
  const saved = (["record_a", "record_b"] as const)
    .map((key) => storage.kept(key))
    .filter((blob) => blob !== null && isRecord(Uint8Array.from(blob)))
    .map((blob) => Uint8Array.from(blob ?? []))
    .toSorted((a, b) => (sequenceOf(b) - sequenceOf(a)) | 0);
  const settings = settingsOf(0);
  unpack(saved[0] ?? new Uint8Array(), settings);
  return { fields: fieldsOf(settings), told };
}

test("images that nothing happened to give what was kept", { skip: noImages }, () => {
  for (const blobs of KEPT) {
    const image = join(folder, "nvs.bin");
    writeImage(blobs, image);
    const left = readNvs(readFileSync(image), "p1_meter");
    assert.deepEqual([...left.keys()].sort(), Object.keys(blobs).sort());
    for (const [key, blob] of Object.entries(blobs)) {
      assert.ok(left.get(key)?.equals(blob), key);
    }
    assert.equal(readNvs(readFileSync(image), "other").size, 0);
  }
});

for (const { engine, skip } of ENGINES) {
  test(
    `engine ${engine}: a damaged flash costs what was damaged, and the log says so`,
    { skip: noImages || skip },
    async () => {
      const images = KEPT.map((blobs, i) => {
        const image = join(folder, `nvs-${i}.bin`);
        writeImage(blobs, image);
        return readFileSync(image);
      });
      const chance = chanceOf(SEED);
      const started = new Set<string>();
      const counts = { whole: 0, "one record": 0, none: 0 };
      for (let i = 0; i < DAMAGES; i++) {
        const { kind, bytes } = damaged(images[i % images.length], chance);
        const left = readNvs(bytes, "p1_meter");
        const place = `seed ${SEED}, damage ${i}, ${kind}`;
        for (const [key, blob] of Object.entries(KEPT[i % images.length])) {
          assert.ok(left.get(key)?.equals(blob) ?? true, `${place}: ${key} is spoiled, and NVS gives it`);
        }
        // A device is started once with each of what can be left: a blob is there as it was, or not at all.
        const kept = `${i % images.length} ${[...left.keys()].sort().join(" ")}`;
        if (!started.has(kept)) {
          started.add(kept);
          assert.deepEqual(await start(left, engine), expected(left, KEPT[i % KEPT.length]), place);
        }
        const records = Number(left.has("record_a")) + Number(left.has("record_b"));
        counts[records === 2 ? "whole" : records === 1 ? "one record" : "none"]++;
      }
      console.log(
        `flash, engine ${engine}: ${DAMAGES} damages, ${started.size} different starts, right: ${JSON.stringify(counts)}`,
      );
      assert.ok(DAMAGES < 100 || Object.values(counts).every((count) => count > 0), JSON.stringify(counts));
    },
  );
}
