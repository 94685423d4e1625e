import assert from "node:assert/strict";
import { test } from "node:test";
import { host as update } from "../../tools/desk/platform/update.ts";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Slots } from "../../tools/desk/update/slots.ts";
import { Bench } from "./support/device.ts";
import { firmwareImage } from "./support/image.ts";

/** A device whose new image 2.0.0 has just been installed; it restarts so many times. */
async function restarted(times: number, run: (bench: Bench, slots: () => Slots) => Promise<void>): Promise<void> {
  const state = mkdtempSync(join(tmpdir(), "p1-trial-"));
  try {
    const folder = join(state, "firmware");
    const slots = new Slots(folder);
    slots.clear();
    writeFileSync(slots.file(slots.other), firmwareImage({ version: "2.0.0" }));
    slots.select();
    update.attach(() => undefined, state);
    for (let i = 0; i < times; i++) {
      update.boot();
    }
    await run(await Bench.create(), () => new Slots(folder));
  } finally {
    update.attach(() => undefined);
    rmSync(state, { recursive: true });
  }
}

test("a new image is on trial until network and broker are there", async () => {
  await restarted(1, async (bench, slots) => {
    assert.ok(bench.log.some((line) => line.startsWith("info: Firmware 2.0.0 is on trial")));
    await bench.pass(60_000);
    assert.ok(slots().trial);
    bench.broker("connected");
    await bench.pass(100);
    assert.ok(!slots().trial);
    assert.ok(bench.log.includes("info: The firmware is confirmed."));
  });
});

test("without a broker ten minutes without a crash confirm it", async () => {
  await restarted(1, async (bench, slots) => {
    await bench.pass(599_900);
    assert.ok(slots().trial);
    await bench.pass(100);
    assert.ok(!slots().trial);
  });
});

test("an image that restarted before it was confirmed is rolled back, which the log reports", async () => {
  await restarted(2, async (bench, slots) => {
    assert.ok(!slots().trial);
    assert.ok(bench.log.some((line) => line.startsWith("warning: Firmware 2.0.0 was rolled back")));
    await bench.pass(700_000);
    assert.ok(!bench.log.includes("info: The firmware is confirmed."));
  });
});
