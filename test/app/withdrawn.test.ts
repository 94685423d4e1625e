/** What Home Assistant was told, and is to forget. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Bench, telegram } from "./support/device.ts";
import { configMessages, discovered, entities, type Config } from "./support/entities.ts";

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
