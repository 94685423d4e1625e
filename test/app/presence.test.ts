import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Presence } from "../../ts/meter/presence.ts";
import { Bench, connectedBench, telegram } from "./support/device.ts";

const GOOD = telegram(["1-0:1.8.1(000001.000*kWh)"]);

/** A meter that sent so many telegrams, one each `period` milliseconds, and when the last one was. */
function metered(period: number, telegrams = 10): { presence: Presence; last: number } {
  const presence = new Presence();
  presence.start(0);
  for (let i = 1; i <= telegrams; i++) {
    presence.tick(i * period);
    presence.telegram(i * period);
  }
  return { presence, last: telegrams * period };
}

test("a meter is silent 3.5 of its periods after its last telegram, and not a millisecond before", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 3_600_000 }), (period) => {
      const { presence, last } = metered(period);
      const limit = period * 3 + Math.floor(period / 2);
      presence.tick(last + limit - 1);
      assert.equal(presence.isOnline(), true);
      const before = presence.silences;
      presence.tick(last + limit);
      assert.equal(presence.isOnline(), false);
      assert.equal(presence.isSilent(), true);
      presence.tick(last + limit * 2);
      assert.equal(presence.silences, before + 1, "one silence is counted once");
    }),
  );
});

test("telegrams that get lost now and then don't make the pace slower", () => {
  const { presence, last } = metered(1000);
  presence.telegram(last + 3000);
  presence.telegram(last + 4000);
  presence.tick(last + 4000 + 3500);
  assert.equal(presence.isSilent(), true);
});

test("before the pace is known it is ten seconds; a meter that never sent is silent too, and was never online", () => {
  const presence = new Presence();
  presence.start(500);
  presence.tick(35_499);
  assert.equal(presence.isSilent(), false);
  assert.equal(presence.isOnline(), false);
  presence.tick(35_500);
  assert.equal(presence.isSilent(), true);
});

test("the clock's wrap after 49.7 days is no silence", () => {
  const presence = new Presence();
  presence.start(0xffff_ff00);
  presence.telegram(0xffff_fff0);
  presence.tick(0x10);
  assert.equal(presence.isSilent(), false);
});

test("the device tells a silence and its end: log, light, counter", async () => {
  const bench = await connectedBench();
  for (let i = 0; i < 5; i++) {
    bench.hear(GOOD);
    await bench.pass(1000);
  }
  assert.equal(bench.lights()[2], "0,0,0");
  await bench.pass(2400);
  assert.equal(bench.counter("silences"), 0);
  await bench.pass(100);
  assert.equal(bench.counter("silences"), 1);
  assert.equal(bench.lights()[2], "32,32,0");
  assert.equal(
    bench.log.at(-1),
    "warning: No good telegram for 3 seconds: the meter's readings are old. Check the cable.",
  );
  bench.hear(GOOD);
  assert.equal(bench.lights()[2], "2,12,2");
  assert.ok(bench.log.includes("info: The meter is back."));
  await bench.pass(1000);
  assert.equal(bench.lights()[2], "0,0,0");
});

test("a device without a meter says so after 35 seconds, once", async () => {
  const bench = await Bench.create();
  await bench.pass(200_000);
  assert.deepEqual(
    bench.log.filter((line) => line.includes("No good telegram")),
    [
      "warning: No good telegram for 35 seconds since the start. " +
        "Check the cable, and with the grid operator that the P1 port is open.",
    ],
  );
});
