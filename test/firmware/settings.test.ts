/** `npm run settings`: settings for a board, as the firmware finds them in its flash. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";

import { pythonWith } from "../../tools/test/python.ts";
import { recordsOf, type Blobs } from "../../tools/settings/image.ts";
import { isRecord, sequenceOf, unpack } from "../../ts/settings/record.ts";
import { Settings } from "../../ts/settings/settings.ts";

const root = resolve(import.meta.dirname, "..", "..");
const python = pythonWith("esp-idf-nvs-partition-gen==0.2.0");
const skip = "skip" in python && python.skip;
const folder = mkdtempSync(join(tmpdir(), "p1-nvs-"));
after(() => rmSync(folder, { recursive: true }));

const image = join(folder, "nvs.bin");

function run(json: string): { status: number | null; text: string } {
  const file = join(folder, "settings.json");
  writeFileSync(file, json);
  const args = ["tools/setup/run.mjs", "tools/settings/main.ts", file, "--out", image];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  return { status, text: stdout + stderr };
}

/** What is kept under a key. */
function blobOf(blobs: Blobs, key: "record_a" | "record_b"): Buffer {
  return Buffer.from(blobs[key] ?? []);
}

test("both records have the settings that were named, and no other", () => {
  const records = recordsOf({ broker_host: "10.0.2.2", broker_port: 1884, retain: true });
  const record = blobOf(records, "record_b");
  assert.ok(isRecord(record) && isRecord(blobOf(records, "record_a")));
  assert.deepEqual([sequenceOf(blobOf(records, "record_a")), sequenceOf(record)], [1, 2]);
  const settings = new Settings();
  settings.reset();
  assert.deepEqual(unpack(record, settings), { known: 3, skipped: 0 });
  assert.equal(Buffer.from(settings.text("broker_host")).toString(), "10.0.2.2");
  assert.equal(settings.number("broker_port"), 1884);
  assert.equal(settings.on("retain"), true);
});

test("the image is as large as the partition, and has the records where the driver looks", { skip }, () => {
  const values = { broker_host: "10.0.2.2", root_topic: "cellar/meter" };
  const { status, text } = run(JSON.stringify(values));
  assert.equal(status, 0, text);
  assert.match(text, /2 settings.*\nesptool\.py write_flash 0x9000 /);
  const bytes = readFileSync(image);
  assert.equal(bytes.length, 0x10000);
  for (const key of ["record_a", "record_b"] as const) {
    assert.ok(bytes.includes(blobOf(recordsOf(values), key)), key);
  }
  const driver = readFileSync(join(root, "components/p1_settings/include/p1_settings.h"), "utf8");
  const [, namespace = ""] = /P1_SETTINGS_NAMESPACE "(\w+)"/.exec(driver) ?? [];
  for (const name of [namespace, "record_a", "record_b"]) {
    assert.ok(bytes.includes(`${name}\0`), name);
  }
});

for (const [json, sentence] of [
  ['{ "broker_hots": "x" }', 'There is no setting "broker_hots".'],
  ['{ "broker_port": 65536 }', "broker_port must be a whole number from 1 to 65535"],
  ["[1]", "must be one object"],
  ['{ "retain": null }', "must be one object"],
  ["{", "is no JSON"],
] as const) {
  test(`${json} is refused with a sentence`, () => {
    const { status, text } = run(json);
    assert.equal(status, 2);
    assert.ok(text.includes(sentence), text);
    assert.doesNotMatch(text, /^ +at /m);
  });
}
