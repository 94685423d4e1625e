/** The built-in meter as the device has it: by setting or jumper, beside real data, and with faults on demand. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { host as system } from "../../tools/desk/platform/system.ts";
import { needs } from "../../tools/test/needs.ts";
import type { Counter } from "../../ts/counts.ts";
import { connectedBench, telegram, type Bench } from "./support/device.ts";

const ENGINES: readonly EngineName[] = ["ts", "c"];
const COUNTERS: readonly Counter[] = ["received", "errors", "simulated", "sent"];

/** Time passes, and what the device sends comes back to it: TX is wired to RX. */
async function loop(bench: Bench, seconds: number): Promise<void> {
  for (let tenths = 0; tenths < seconds * 10; tenths++) {
    await bench.pass(100);
    for (const bytes of bench.written.splice(0)) {
      bench.hear(bytes);
    }
  }
}

function topics(bench: Bench): string[] {
  return bench.messages.map(({ topic }) => topic);
}

/** What was counted meanwhile. */
async function counted(bench: Bench, seconds: number): Promise<Record<string, number>> {
  const before = COUNTERS.map((name) => bench.counter(name));
  await loop(bench, seconds);
  return Object.fromEntries(COUNTERS.map((name, i) => [name, bench.counter(name) - (before[i] ?? 0)]));
}

for (const engine of ENGINES) {
  const options = { skip: engine === "c" ? needs("cc") : false };

  test(
    `engine ${engine}: each fault is made while it is set, and the next good telegram is read`,
    options,
    async () => {
      const bench = await connectedBench({ simulator: "on" }, engine);
      await loop(bench, 1);
      assert.deepEqual(await counted(bench, 100), { received: 10, errors: 0, simulated: 10, sent: 10 });
      bench.configure("simulator_fault", "crc");
      assert.deepEqual(await counted(bench, 100), { received: 0, errors: 10, simulated: 10, sent: 10 });
      assert.ok(bench.log.some((line) => line.startsWith("warning: A telegram was refused: its CRC is ")));
      bench.configure("simulator_fault", "cut");
      assert.deepEqual(await counted(bench, 100), { received: 0, errors: 10, simulated: 10, sent: 10 });
      assert.ok(bench.log.includes("warning: A telegram was refused: it is cut off."));
      bench.configure("simulator_fault", "burst");
      assert.deepEqual(await counted(bench, 100), { received: 30, errors: 0, simulated: 30, sent: 30 });
      const silences = bench.counter("silences");
      bench.configure("simulator_fault", "silence");
      assert.deepEqual(await counted(bench, 100), { received: 0, errors: 0, simulated: 0, sent: 0 });
      assert.equal(bench.counter("silences"), silences + 1);
      bench.configure("simulator_fault", "none");
      assert.deepEqual(await counted(bench, 100), { received: 10, errors: 0, simulated: 10, sent: 10 });
    },
  );

  test(`engine ${engine}: noise costs no telegram of which it has no part, and is counted`, options, async () => {
    const bench = await connectedBench({ simulator: "on", simulator_fault: "noise" }, engine);
    await loop(bench, 501);
    assert.equal(bench.counter("simulated"), 51);
    assert.equal(bench.counter("received") + bench.counter("errors"), 51);
    bench.messages.splice(0);
    bench.send("p1_meter_simulated/command", "resend");
    const noise = bench.messages.find(({ topic }) => topic === "p1_meter_simulated/sensor/err_noise");
    assert.ok(Number(noise?.payload) > 1500, noise?.payload);
  });

  test(`engine ${engine}: what is simulated has topics and entities of its own`, options, async () => {
    const bench = await connectedBench({ discovery: "on", simulator: "on" }, engine);
    await loop(bench, 10);
    assert.deepEqual(bench.will, ["p1_meter_simulated/availability/device", "offline"]);
    assert.deepEqual(bench.subscriptions, ["p1_meter_simulated/command", "homeassistant/status"]);
    assert.ok(bench.messages.length > 80);
    for (const { topic, payload } of bench.messages) {
      assert.match(topic, /^(p1_meter_simulated\/|homeassistant\/\w+\/p1_meter_simulated_0a0b0c\/)/);
      assert.ok(!/p1_meter_0a0b0c_|"p1_meter\//.test(payload), payload);
    }
    const told = new Set(topics(bench).filter((topic) => topic.startsWith("homeassistant/")));
    bench.messages.splice(0);
    bench.configure("simulator", "off");
    assert.deepEqual(
      bench.messages.map(({ topic, payload }) => `${topic} ${payload}`),
      ["p1_meter_simulated/availability/device offline"],
    );
    bench.messages.splice(0);
    await bench.pass(100);
    bench.broker("connected");
    await bench.pass(1000);
    bench.hear(telegram(["1-0:1.8.1(000001.000*kWh)"]));
    await bench.pass(1000);
    const withdrawn = bench.messages.filter(({ payload }) => payload === "");
    assert.deepEqual(
      [...told].filter((topic) => !withdrawn.some((message) => message.topic === topic)),
      [],
      "all that was told of the simulated meter is taken back",
    );
    for (const { topic } of bench.messages.filter(({ payload }) => payload !== "")) {
      assert.match(topic, /^(p1_meter\/|homeassistant\/\w+\/p1_meter_0a0b0c\/)/);
    }
  });

  test(`engine ${engine}: nothing that was simulated is published as the meter's`, options, async () => {
    const bench = await connectedBench({ simulator: "on" }, engine);
    await loop(bench, 20);
    bench.configure("simulator", "off");
    bench.messages.splice(0);
    await bench.pass(100);
    bench.broker("connected");
    await bench.pass(70_000);
    assert.deepEqual(bench.takeReadings(), {});
    assert.equal(bench.requests.send("get", "/api/readings").body, "[\n]\n");
    bench.hear(telegram(["1-0:1.8.1(000001.000*kWh)"]));
    await bench.pass(1000);
    assert.deepEqual(bench.takeReadings(), {
      "p1_meter/equipment/identification": "ISK5\\2M550T-1012",
      "p1_meter/total/consumption_low_tariff_kWh": "1.000",
    });
  });

  test(`engine ${engine}: the jumper switches the simulator on, whatever the setting says`, options, async (t) => {
    system.setJumper(true);
    t.after(() => system.setJumper(false));
    const bench = await connectedBench({ simulator: "off" }, engine);
    await loop(bench, 1);
    assert.deepEqual(await counted(bench, 100), { received: 10, errors: 0, simulated: 10, sent: 10 });
    assert.equal(bench.will[0], "p1_meter_simulated/availability/device");
  });

  test(`engine ${engine}: with no topic of its own the simulator publishes where the meter does`, options, async () => {
    const bench = await connectedBench({ simulator: "on", simulator_topic: "", root_topic: "home/p1" }, engine);
    await loop(bench, 10);
    assert.ok(bench.messages.every(({ topic }) => topic.startsWith("home/p1/")));
  });
}
