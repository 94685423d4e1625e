/** What the page draws: the power over time, and the values as they come. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";

interface History {
  readonly step: number;
  readonly newest_age: number;
  readonly import: readonly (number | null)[];
  readonly export: readonly (number | null)[];
}

/** Where a desk serves. */
async function addressOf(desk: DeskProcess): Promise<string> {
  return (await desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1] ?? "";
}

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: the power of the last hour and of the last day`, { skip }, async () => {
    await using desk = new DeskProcess(["--engine", engine, "--http", "0"], { P1_CLOCK: "2026-01-22T13:00:00Z" });
    const at = await addressOf(desk);
    const history = async (query: string): Promise<History> =>
      (await (await fetch(`${at}/api/history${query}`)).json()) as History;
    const before = await history("");
    assert.deepEqual([before.step, before.import.length, before.export.length], [10, 360, 360]);
    assert.ok(before.import.every((value) => value === null));

    await desk.advance(963);
    const hour = await history("?span=hour");
    assert.equal(hour.newest_age, 3);
    const known = hour.import.map((value, index) => [value, hour.export[index]] as const).slice(-95);
    for (const [drawn, given] of known) {
      assert.ok(typeof drawn === "number" && typeof given === "number");
      assert.ok(drawn + given > 0 && drawn < 20_000 && given < 20_000, `${drawn} and ${given} W`);
    }
    assert.ok(hour.import.slice(0, 360 - 97).every((value) => value === null));

    const day = await history("?span=day");
    assert.deepEqual([day.step, day.newest_age, day.import.length], [240, 3, 360]);
    const values = day.import.filter((value) => value !== null);
    assert.equal(values.length, 4);
    const minutes = hour.import.slice(-24).map((value) => value ?? 0);
    const mean = minutes.reduce((sum, value) => sum + value, 0) / 24;
    assert.ok(Math.abs((values.at(-1) ?? 0) - mean) <= 1, `the last four minutes are ${mean} W on average`);

    const wrong = await fetch(`${at}/api/history?span=week`);
    assert.equal(wrong.status, 422);
    assert.match(((await wrong.json()) as { detail: string }).detail, /question mark/);
  });
}
