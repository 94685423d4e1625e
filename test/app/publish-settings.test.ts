/** How readings are published, by setting. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { connectedBench, telegram } from "./support/device.ts";

test("power has a pace of its own", async () => {
  const bench = await connectedBench();
  const line = (watts: number): string => telegram([`1-0:1.7.0(0${watts}.000*kW)`, `1-0:1.8.0(${watts}.000*kWh)`]);
  bench.hear(line(1));
  bench.messages.length = 0;
  for (let second = 1; second < 30; second++) {
    await bench.pass(1000);
    bench.hear(line(1 + (second % 9)));
  }
  const topics = bench.messages.map(({ topic }) => topic);
  assert.deepEqual(topics, ["p1_meter/instant/consumption_kW", "p1_meter/instant/consumption_kW"]);
});

test("retain and QoS are what the settings say; what the broker must keep it always keeps", async () => {
  const bench = await connectedBench({ retain: "on", qos: "1" });
  bench.hear(telegram(["1-0:1.7.0(01.000*kW)"]));
  assert.ok(bench.messages.every(({ retain, qos }) => retain && qos === 1));
});

test("as the original P1 meter: its topics, QoS 0, nothing retained, every minute, nothing else", async () => {
  const settings = { original: "on", retain: "on", qos: "2", discovery: "on" };
  const bench = await connectedBench(settings);
  const lines = (watts: number): string[] => [
    "0-0:96.1.4(50217)",
    "0-0:96.1.1(4D31)",
    "1-0:1.8.1(000001.000*kWh)",
    "1-0:1.8.2(000002.000*kWh)",
    `1-0:1.7.0(0${watts}.000*kW)`,
    "0-1:96.1.0(4D32)",
    "1-0:88.1.7(5*kW)",
    "0-1:24.1.0(003)",
    "0-1:24.2.1(260105130000W)(00012.100*m3)",
  ];
  bench.hear(telegram(lines(1)));
  await bench.pass(50_000);
  bench.hear(telegram(lines(2)));
  assert.ok(bench.messages.every(({ retain, qos }) => !retain && qos === 0));
  assert.deepEqual(bench.will, ["", "offline"]);
  const published = Object.fromEntries(
    bench.messages.filter(({ topic }) => !topic.includes("/sensor/")).map(({ topic, payload }) => [topic, payload]),
  );
  assert.deepEqual(published, {
    "p1_meter/equipment/identification": "ISK5\\2M550T-1012",
    "p1_meter/equipment/emucs_version": "50217",
    "p1_meter/equipment/m-bus_0_id": "4D31",
    "p1_meter/total/consumption_low_tariff_kWh": "1.000",
    "p1_meter/total/consumption_high_tariff_kWh": "2.000",
    "p1_meter/instant/consumption_kW": "1.000",
    "p1_meter/equipment/p1_meter_id": "4D32",
    "p1_meter/1-0:88.1.7": "5",
    "p1_meter/equipment/devicetype_id_1": "3",
    "p1_meter/total/gas_meter_m3": "12.100",
  });
});
