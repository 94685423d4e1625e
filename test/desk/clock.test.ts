import assert from "node:assert/strict";
import { test } from "node:test";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";

/** What the device publishes in so many seconds of a clock that the test moves, as lines of topic and payload. */
async function publishedIn(engine: EngineName, seconds: number): Promise<string[]> {
  // Home Assistant, told of what is new, would get everything a second time.
  const options = ["--engine", engine, "--set", "root_topic=meter", "--set", "discovery=off"];
  await using desk = new DeskProcess(options, { P1_CLOCK: "2026-01-22T13:00:00Z" });
  await desk.brokerPort();
  await desk.advance(seconds);
  assert.equal(await desk.stop(), 0);
  return desk.stdout.split("\n").filter((line) => line.startsWith("meter/"));
}

function count(lines: readonly string[], topic: string): number {
  return lines.filter((line) => line.startsWith(`meter/${topic} `)).length;
}

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: the first telegram is published at once, the next after a minute`, { skip }, async () => {
    const lines = await publishedIn(engine, 55);
    assert.equal(count(lines, "date_time"), 1);
    assert.equal(count(lines, "equipment/p1_meter_id"), 1);
  });

  test(`engine ${engine}: an hour brings what changed each minute, everything each five`, { skip }, async () => {
    const lines = await publishedIn(engine, 3600);
    const changing = count(lines, "date_time");
    const constant = count(lines, "equipment/p1_meter_id");
    assert.ok(changing >= 50 && changing <= 61, `date_time ${changing} times`);
    assert.ok(constant >= 10 && constant <= 13, `p1_meter_id ${constant} times`);
  });

  test(`engine ${engine}: a clock that jumps back an hour, a year, and forward stops nothing`, { skip }, async () => {
    const options = ["--engine", engine, "--set", "root_topic=meter", "--set", "discovery=off"];
    await using desk = new DeskProcess(options, { P1_CLOCK: "2026-01-22T13:00:00Z" });
    await desk.brokerPort();
    await desk.advance(1800);
    for (const date of ["2026-01-22T12:31:00Z", "2025-01-22T12:31:00Z", "2026-07-22T12:31:00Z"]) {
      const before = desk.stdout.length;
      await desk.advance(1800, date);
      const lines = desk.stdout.slice(before).split("\n");
      const times = lines.filter((line) => line.startsWith("meter/date_time "));
      assert.ok(times.length >= 25 && times.length <= 31, `${date}: ${times.length}`);
      assert.ok(times.at(-1)?.includes(date.slice(0, 10)), times.at(-1));
      const quarters = lines.filter((line) => line.startsWith("meter/history "));
      assert.ok(quarters.length >= 1 && quarters.length <= 3, `${date}: ${quarters.length} quarter hours`);
      assert.deepEqual(
        quarters.filter((line) => !line.includes(date.slice(0, 10))),
        [],
      );
    }
    assert.doesNotMatch(desk.stderr, /(error|warning) /);
    assert.equal(await desk.stop(), 0);
  });

  test(`engine ${engine}: the same clock and the same chance give the same messages`, { skip }, async () => {
    const varying = /(mem_free|cpu_temp) /;
    const runs = [await publishedIn(engine, 650), await publishedIn(engine, 650)].map((lines) =>
      lines.filter((line) => !varying.test(line)),
    );
    assert.ok(count(runs[0] ?? [], "date_time") > 5);
    assert.deepEqual(runs[0], runs[1]);
  });
}
