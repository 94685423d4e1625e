/** What Home Assistant was told, and is to forget. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { Bench, telegram } from "./support/device.ts";
import { configMessages, discovered, entities, type Config } from "./support/entities.ts";

const LINES = ["1-0:1.7.0(01.000*kW)"];

test("a reading that is switched off is removed and no longer published; switched on it is back", async () => {
  const lines = ["1-0:1.7.0(01.000*kW)", "1-0:32.7.0(231.2*V)"];
  const bench = await discovered(telegram(lines));
  const voltage = "homeassistant/sensor/p1_meter_0a0b0c/instant_voltage_l1/config";
  bench.configure("leave_out", "message/, instant/voltage");
  bench.messages.length = 0;
  bench.hear(telegram(lines));
  bench.send("p1_meter/command", "resend");
  await bench.pass(100_000);
  const removed = configMessages(bench).find(({ topic }) => topic === voltage);
  assert.deepEqual([removed?.payload, removed?.retain], ["", true]);
  assert.ok(!bench.messages.some(({ topic }) => topic.startsWith("p1_meter/instant/voltage")));
  bench.configure("leave_out", "");
  bench.hear(telegram(lines));
  await bench.pass(10_000);
  assert.equal(bench.takeReadings()["p1_meter/instant/voltage/l1_V"], "231.2");
});

test("when discovery is switched off all entities are removed", async () => {
  const bench = await discovered(telegram(["1-0:1.7.0(01.000*kW)"]));
  assert.ok(entities(bench).length > 10);
  bench.configure("discovery", "off");
  await bench.pass(1000);
  assert.deepEqual(entities(bench), []);
  bench.messages.length = 0;
  bench.broker("lost");
  await bench.pass(11_000);
  bench.broker("connected");
  await bench.pass(10_000);
  assert.deepEqual(configMessages(bench), []);
});

test("under another discovery prefix the entities are told anew, and taken back under the old one", async () => {
  const bench = await discovered(telegram(["1-0:1.7.0(01.000*kW)"]));
  const names = entities(bench).map(({ name }) => name);
  bench.configure("discovery_prefix", "ha");
  await bench.pass(1000);
  bench.broker("connected");
  await bench.pass(1000);
  assert.deepEqual(entities(bench), [], "nothing is left under the old prefix");
  const anew = bench.messages.filter(({ topic, payload }) => topic.startsWith("ha/") && payload !== "");
  assert.ok(anew.every(({ retain }) => retain));
  assert.deepEqual(new Set(anew.map(({ payload }) => (JSON.parse(payload) as Config).name)), new Set(names));
  assert.equal(bench.subscriptions.at(-1), "ha/status");
});

test("what was told before the broker was full is taken back too, though the rest was never told", async () => {
  const bench = await Bench.create({ discovery: "on" });
  await bench.pass(100);
  bench.room = 45;
  bench.broker("connected");
  await bench.pass(100);
  const told = entities(bench).length;
  assert.ok(told > 0 && told < 25, `${told} entities were told`);
  bench.room = Infinity;
  bench.configure("discovery_prefix", "ha");
  await bench.pass(1000);
  bench.broker("connected");
  await bench.pass(1000);
  assert.deepEqual(entities(bench), []);
});

test("a reading that is renamed while discovery is off, after it was on, is published under its new topic", async () => {
  const bench = await discovered(telegram(["1-0:1.7.0(01.000*kW)"]));
  bench.configure("discovery", "off");
  await bench.pass(1000);
  assert.equal(bench.configure("1-0:1.7.0", "power/now"), "ok");
  bench.messages.length = 0;
  bench.hear(telegram(["1-0:1.7.0(02.000*kW)"]));
  await bench.pass(61_000);
  assert.equal(bench.takeReadings()["p1_meter/power/now_kW"], "2.000");
});

/** What the run before told of itself, and a device that starts anew and is told something before its broker is connected. */
async function restarted(
  engine: EngineName,
  change: Readonly<Record<string, string>>,
): Promise<{ readonly told: Set<string>; readonly bench: Bench }> {
  const before = await discovered(telegram(LINES), engine);
  const told = new Set(
    configMessages(before)
      .filter(({ payload }) => payload !== "")
      .map(({ topic }) => topic),
  );
  assert.ok(told.size > 10);
  const bench = await Bench.create({ discovery: "on" }, engine);
  await bench.pass(1000);
  for (const [name, value] of Object.entries(change)) {
    assert.equal(bench.configure(name, value), "ok");
  }
  await bench.pass(1000);
  return { told, bench };
}

/** The topics below Home Assistant's usual prefix that were emptied. */
function emptied(bench: Bench): Set<string> {
  assert.deepEqual(entities(bench), []);
  return new Set(configMessages(bench).map(({ topic }) => topic));
}

for (const { engine, skip } of ENGINES) {
  for (const [name, value] of [
    ["discovery", "off"],
    ["original", "on"],
  ] as const) {
    test(
      `engine ${engine}: ${name}=${value} before the broker is connected takes back what the run before told`,
      { skip },
      async () => {
        for (const hearsFirst of [true, false]) {
          const { told, bench } = await restarted(engine, { [name]: value });
          if (hearsFirst) {
            bench.hear(telegram(LINES));
          }
          bench.broker("connected");
          await bench.pass(1000);
          bench.hear(telegram(LINES));
          await bench.pass(1000);
          assert.deepEqual(
            [...told].filter((topic) => !emptied(bench).has(topic)),
            [],
            `hears first: ${hearsFirst}`,
          );
          bench.messages.length = 0;
          bench.broker("lost");
          await bench.pass(11_000);
          bench.broker("connected");
          bench.hear(telegram(LINES));
          await bench.pass(10_000);
          assert.deepEqual(configMessages(bench), [], "once is enough");
        }
      },
    );
  }

  test(
    `engine ${engine}: under a new prefix all is told anew, and the run before's is taken back`,
    { skip },
    async () => {
      const { told, bench } = await restarted(engine, { discovery_prefix: "ha" });
      bench.hear(telegram(LINES));
      bench.broker("connected");
      await bench.pass(1000);
      assert.deepEqual(
        [...told].filter((topic) => !emptied(bench).has(topic)),
        [],
      );
      const anew = bench.messages.filter(({ topic, payload }) => topic.startsWith("ha/") && payload !== "");
      assert.equal(new Set(anew.map(({ topic }) => topic)).size, told.size);
    },
  );

  test(`engine ${engine}: without a meter the device is told under a new prefix all the same`, { skip }, async () => {
    const { bench } = await restarted(engine, { discovery_prefix: "ha" });
    bench.broker("connected");
    await bench.pass(1000);
    assert.ok(bench.messages.some(({ topic, payload }) => topic.startsWith("ha/") && payload !== ""));
  });

  test(
    `engine ${engine}: a device that never had discovery tells nothing, and takes nothing back`,
    { skip },
    async () => {
      const bench = await Bench.create({ discovery: "off" }, engine);
      await bench.pass(1000);
      bench.broker("connected");
      bench.hear(telegram(LINES));
      await bench.pass(1000);
      assert.deepEqual(configMessages(bench), []);
    },
  );
}
