import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { Subscriber } from "./support/subscriber.ts";

/** What the original publishes for a Dutch meter, under its root topic. */
const SEED_TOPICS = [
  "date_time",
  "equipment/version",
  "equipment/p1_meter_id",
  "tariff_indicator",
  "total/consumption_low_tariff_kWh",
  "total/consumption_high_tariff_kWh",
  "total/production_low_tariff_kWh",
  "total/production_high_tariff_kWh",
  "instant/consumption_kW",
  "instant/production_kW",
  "instant/voltage/l1_V",
  "instant/current/l1_A",
  "instant/power_consumption/l1_kW",
  "instant/power_production/l1_kW",
  "outages/short_power_outages",
  "outages/long_power_outages",
  "outages/voltage_sags/l1",
  "outages/voltage_swells/l1",
  "total/gas_meter_m3",
];

/** Everything is published each second, so that a client sees it whenever it comes. */
const OFTEN = ["simulator_period=1", "interval_min=0", "interval_all=1"].flatMap((setting) => ["--set", setting]);

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: a client at the broker inside sees the seed's topics`, { skip }, async () => {
    await using desk = new DeskProcess(["--engine", engine, ...OFTEN, "--set", "root_topic=home/meter"]);
    await using subscriber = await Subscriber.at(await desk.brokerPort());
    await desk.wrote(new RegExp(`^engine: ${engine}$`, "m"));
    for (const topic of SEED_TOPICS) {
      const payload = await subscriber.payload(`home/meter/${topic}`);
      assert.notEqual(payload, "", topic);
    }
    assert.match(await subscriber.payload("home/meter/total/consumption_low_tariff_kWh"), /^[1-9]\d*\.\d{3}$/);
    const line = /^home\/meter\/total\/gas_meter_m3 \d+\.\d{3}$/m;
    assert.match(desk.stdout, line, "a publication is a plain line where there is no terminal");
    assert.equal(await desk.stop(), 0);
  });

  test(`engine ${engine}: --once stops after the first publication`, { skip }, async () => {
    await using desk = new DeskProcess(["--engine", engine, "--once"]);
    assert.equal(await desk.exit, 0);
    assert.match(desk.stdout, /\/instant\/consumption_kW \d+\.\d{3}$/m);
  });
}

test("--profile plays another country's meter", async () => {
  await using desk = new DeskProcess(["--engine", "ts", "--profile", "be", "--once", "--set", "root_topic=be"]);
  assert.equal(await desk.exit, 0);
  assert.match(desk.stdout, /^be\/total\/gas_meter_m3 /m);
});

test("--state keeps the device's number over restarts", async () => {
  const folder = join(mkdtempSync(join(tmpdir(), "p1-state-")), "new");
  try {
    const ids: string[] = [];
    for (let i = 0; i < 2; i++) {
      await using desk = new DeskProcess(["--engine", "ts", "--once", "--state", folder]);
      assert.equal(await desk.exit, 0);
      ids.push(readFileSync(join(folder, "chip-id"), "utf8"));
    }
    assert.match(ids[0] ?? "", /^[0-9a-f]{6}\n$/);
    assert.equal(ids[0], ids[1]);
  } finally {
    rmSync(join(folder, ".."), { recursive: true });
  }
});

test("--for ends the run in time", async () => {
  await using desk = new DeskProcess(["--engine", "ts", "--for", "1"]);
  assert.equal(await desk.exit, 0);
});
