/** What was set outlives a restart, whenever the power fails. */

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { host as storage } from "../../tools/desk/platform/settings.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { Bench } from "./support/device.ts";

let state: string;
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), "p1-settings-"));
});
afterEach(() => {
  rmSync(state, { recursive: true });
});

const file = (key: "record_a" | "record_b"): string => join(state, "settings", `${key}.bin`);

/** The speed at which a device opens its serial port after a start. */
function baudOf(bench: Bench): string | undefined {
  return bench.log.find((line) => line.startsWith("serial "))?.split(" ")[1];
}

async function set(bench: Bench, name: string, value: string): Promise<void> {
  assert.equal(bench.configure(name, value), "ok");
  await storage.finish();
}

for (const { engine, skip } of ENGINES) {
  const start = (): Promise<Bench> => Bench.create({}, engine, state);

  test(`engine ${engine}: what is set while the device runs is there after a restart`, { skip }, async () => {
    await set(await start(), "serial_baud", "9600");
    assert.equal(baudOf(await start()), "9600");
  });

  test(`engine ${engine}: what was handed in before the start is not kept by itself`, { skip }, async () => {
    await Bench.create({ serial_baud: "9600" }, engine, state);
    assert.equal(baudOf(await start()), "115200");
    assert.ok(!existsSync(file("record_a")) && !existsSync(file("record_b")));
  });

  test(`engine ${engine}: savings go to the two records in turn, and the newest counts`, { skip }, async () => {
    const bench = await start();
    for (const baud of ["1200", "2400", "4800"]) {
      await set(bench, "serial_baud", baud);
    }
    assert.ok(existsSync(file("record_a")) && existsSync(file("record_b")));
    const again = await start();
    assert.equal(baudOf(again), "4800");
    await set(again, "serial_baud", "19200");
    assert.equal(baudOf(await start()), "19200");
  });

  test(`engine ${engine}: changes that come faster than they can be written end with the last`, { skip }, async () => {
    const bench = await start();
    for (const baud of ["1200", "2400", "4800", "9600"]) {
      assert.equal(bench.configure("serial_baud", baud), "ok");
    }
    await storage.finish();
    assert.equal(baudOf(await start()), "9600");
  });

  test(`engine ${engine}: a saving that is cut at any byte leaves the one before`, { skip }, async () => {
    const bench = await start();
    await set(bench, "serial_baud", "1200");
    await set(bench, "serial_baud", "9600");
    const newest = file("record_a"); // The first saving went to both.
    const whole = readFileSync(newest);
    for (let length = 0; length < whole.length; length++) {
      writeFileSync(newest, whole.subarray(0, length));
      const cut = await start();
      assert.equal(baudOf(cut), "1200", `cut at ${length}`);
      const what = length > 0 ? "was damaged" : "is missing";
      assert.ok(cut.log.includes(`warning: The settings' record_a ${what}: the other record is used.`));
    }
    writeFileSync(newest, whole);
    assert.equal(baudOf(await start()), "9600");
  });

  test(`engine ${engine}: two damaged records are told, and the defaults hold`, { skip }, async () => {
    const bench = await start();
    await set(bench, "serial_baud", "1200");
    await set(bench, "serial_baud", "9600");
    writeFileSync(file("record_a"), "nonsense");
    writeFileSync(file("record_b"), new Uint8Array(5000));
    const again = await start();
    assert.equal(baudOf(again), "115200");
    assert.ok(again.log.includes("warning: The settings' record_a was damaged: the defaults are used."));
  });

  test(`engine ${engine}: a record that is gone is told, after one saving too, and so are both`, { skip }, async () => {
    const first = await start();
    assert.ok(first.log.includes("info: No settings are kept: the defaults are used."));
    await set(first, "serial_baud", "1200");
    for (const key of ["record_a", "record_b"] as const) {
      const whole = readFileSync(file(key));
      rmSync(file(key));
      const again = await start();
      assert.equal(baudOf(again), "1200");
      assert.ok(again.log.includes(`warning: The settings' ${key} is missing: the other record is used.`));
      writeFileSync(file(key), whole);
    }
    const whole = await start();
    assert.ok(
      !whole.log.some((line) => line.includes("record_") || line.includes("No settings")),
      whole.log.join("\n"),
    );
    rmSync(file("record_a"));
    rmSync(file("record_b"));
    assert.ok((await start()).log.includes("info: No settings are kept: the defaults are used."));
  });

  test(
    `engine ${engine}: a place that can't be written is told, and the setting holds until then`,
    { skip },
    async () => {
      writeFileSync(join(state, "settings"), "a file where the folder should be");
      const bench = await start();
      await set(bench, "serial_baud", "9600");
      assert.ok(
        bench.log.includes("error: The settings could not be saved: they hold until the device restarts."),
        bench.log.join("\n"),
      );
      assert.ok(bench.log.includes("serial 9600 8N1"));
    },
  );
}
