/** What Home Assistant is told of the device, and that all of it is so. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { needs } from "../../tools/test/needs.ts";
import { CATALOGUE, MEDIA } from "../../ts/meter/catalogue.ts";
import { folder, goodTelegrams, skip } from "../telegrams/corpus.ts";
import { connectedBench, telegram, type Bench } from "./support/device.ts";
import { configMessages, discovered, entities, entity } from "./support/entities.ts";

interface Classes {
  readonly classes: Readonly<
    Record<string, { readonly units: readonly string[]; readonly state_classes: readonly string[] }>
  >;
}

const { classes } = JSON.parse(
  readFileSync(new URL("../home-assistant/classes.json", import.meta.url), "utf8"),
) as Classes;

const PROFILES = ["nl22", "nl42", "nl5", "be", "lu", "se", "hu", "ch"];
const ENGINES: readonly EngineName[] = ["ts", "c"];
const CONFIG = /^homeassistant\/(sensor|binary_sensor|button)\/p1_meter_(simulated_)?0a0b0c\/[A-Za-z0-9_-]+\/config$/;

/** What holds of whatever Home Assistant is told. */
function check(bench: Bench, what: string): void {
  const found = entities(bench);
  const published = new Set(bench.messages.map(({ topic }) => topic));
  for (const config of found) {
    const place = `${what}: ${config.name}`;
    for (const topic of [
      config.state_topic,
      config.json_attributes_topic,
      ...config.availability.map((a) => a.topic),
    ]) {
      assert.ok(topic === undefined || published.has(topic), `${place}: nothing is published on ${topic}`);
    }
    const wanted = classes[config.device_class ?? ""];
    if (wanted !== undefined) {
      assert.ok(wanted.units.includes(config.unit_of_measurement ?? ""), `${place}: ${config.unit_of_measurement}`);
      const isAllowed = config.state_class === undefined || wanted.state_classes.includes(config.state_class);
      assert.ok(isAllowed, `${place}: ${config.state_class}`);
    }
    assert.equal(config.device_class === undefined, config.icon !== undefined, `${place}: an icon where no class is`);
    assert.equal(config.availability_mode, "all");
  }
  const ids = found.map((config) => config.unique_id);
  assert.equal(new Set(ids).size, ids.length, `${what}: one id for each`);
  const names = found.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length, `${what}: one name for each`);
  for (const { topic, retain } of configMessages(bench)) {
    assert.match(topic, CONFIG);
    assert.equal(retain, true);
  }
}

/** Every reading that is published is told of, but for times, which are attributes of theirs. */
function checkComplete(bench: Bench, what: string): void {
  const told = entities(bench).flatMap((config) => [config.state_topic, config.json_attributes_topic]);
  const readings = bench.messages.filter(
    ({ topic, retain }) => topic.startsWith("p1_meter/") && !retain && !topic.endsWith("/history"),
  );
  for (const { topic } of readings) {
    assert.ok(told.includes(topic), `${what}: Home Assistant does not know of ${topic}`);
  }
}

for (const engine of ENGINES) {
  const options = { skip: engine === "c" ? needs("cc") : false };

  test(
    `engine ${engine}: for each country all that is told is published, and all that is published is told`,
    options,
    async () => {
      for (const profile of PROFILES) {
        const bench = await connectedBench(
          { discovery: "on", simulator: "on", simulator_topic: "", simulator_profile: profile },
          engine,
        );
        await bench.pass(1000);
        for (const bytes of bench.written.splice(0)) {
          bench.hear(bytes);
        }
        await bench.pass(10_000);
        check(bench, profile);
        checkComplete(bench, profile);
      }
    },
  );

  test(`engine ${engine}: likewise for every real telegram`, { skip: skip || options.skip }, async () => {
    for (const { file, bytes } of goodTelegrams(folder ?? "")) {
      const bench = await discovered(bytes, engine);
      check(bench, basename(file));
      checkComplete(bench, basename(file));
    }
  });
}

test("every reading of the catalogue, in every unit that is known, has a class that takes it", async () => {
  const units = ["Wh", "kWh", "MWh", "W", "kW", "varh", "kvarh", "var", "kvar", "VAh", "kVAh", "VA", "kVA", "V", "A"];
  for (const unit of [...units, "Hz", "m3", "GJ", "MJ", "s", "h", "bar", "foo"]) {
    const bench = await discovered(
      telegram([
        `1-0:1.8.0(1*${unit})`,
        `1-0:1.7.0(1*${unit})`,
        `1-0:13.7.0(1*${unit})`,
        `0-0:17.0.0(1*${unit})`,
        "0-1:24.1.0(003)",
        `0-1:24.2.1(260105130000W)(1*${unit})`,
        "0-2:24.1.0(007)",
        `0-2:24.2.1(260105130000W)(1*${unit})`,
        "0-3:24.1.0(012)",
        `0-3:24.2.1(260105130000W)(1*${unit})`,
      ]),
    );
    check(bench, unit);
  }
});

test("no two topics of the catalogue make one id", () => {
  const topics = new Set([...CATALOGUE, ...MEDIA.map((medium) => medium.entry)].map(({ topic }) => topic));
  const ids = new Set([...topics].map((topic) => topic.replaceAll("/", "_")));
  assert.equal(ids.size, topics.size);
});

test("a total: name, class, unit as Home Assistant spells it, when it expires, what it needs, whose it is", async () => {
  const bench = await discovered(telegram(["0-1:24.1.0(003)", "0-1:24.2.1(260105130000W)(00012.100*m3)"]));
  assert.deepEqual(entity(bench, "Total gas meter"), {
    name: "Total gas meter",
    unique_id: "p1_meter_0a0b0c_total_gas_meter",
    state_topic: "p1_meter/total/gas_meter_m3",
    unit_of_measurement: "m³",
    json_attributes_topic: "p1_meter/total/gas_meter_time",
    json_attributes_template: "{{ {'time': value} | tojson }}",
    device_class: "gas",
    state_class: "total_increasing",
    expire_after: 660,
    availability: [{ topic: "p1_meter/availability/device" }, { topic: "p1_meter/availability/meter" }],
    availability_mode: "all",
    device: {
      identifiers: ["p1_meter_0a0b0c"],
      name: "P1 meter",
      ...{ sw_version: entity(bench, "Uptime").device["sw_version" as "name"] },
      model: "ISK5\\2M550T-1012",
    },
  });
});

test("kVA and kvar are scaled, since Home Assistant knows VA and var only", async () => {
  const bench = await discovered(telegram(["1-0:9.7.0(01.234*kVA)", "1-0:3.7.0(00.500*kvar)"]));
  for (const [name, unit] of [
    ["Instant apparent consumption", "VA"],
    ["Instant reactive consumption", "var"],
  ] as const) {
    const { unit_of_measurement, value_template } = entity(bench, name);
    assert.deepEqual([unit_of_measurement, value_template], [unit, "{{ (value | float * 1000) | round(3) }}"]);
  }
});

test("texts and lists are attributes; their length is the state, and a word is cut where a state ends", async () => {
  const bench = await discovered(
    telegram([
      "0-0:96.13.0(48656C6C6F)",
      "1-0:99.97.0(1)(0-0:96.7.19)(240112152415W)(0000000240*s)",
      "0-0:96.14.0(TARIFF 1)",
    ]),
  );
  const message = entity(bench, "Message 0");
  assert.deepEqual(
    [message.state_topic, message.json_attributes_topic, message.value_template],
    ["p1_meter/message/0", "p1_meter/message/0", "{{ value | length }}"],
  );
  assert.equal(entity(bench, "Outages power failure event log").value_template, "{{ value_json | length }}");
  assert.equal(entity(bench, "Tariff indicator").value_template, "{{ value[:255] }}");
});

test("the device's own figures need the device alone; its readings need the meter too", async () => {
  const bench = await discovered(telegram(["1-0:1.7.0(01.000*kW)"]));
  const figure = entity(bench, "Telegrams rx");
  assert.deepEqual(figure.availability, [{ topic: "p1_meter/availability/device" }]);
  assert.deepEqual(
    [figure.entity_category, figure.state_class, figure.expire_after],
    ["diagnostic", "total_increasing", 1260],
  );
  assert.equal(entity(bench, "Instant consumption").availability.length, 2);
  assert.equal(entity(bench, "Client id").enabled_by_default, false);
});

test("the meter's availability follows its telegrams, retained", async () => {
  const bench = await discovered(telegram(["1-0:1.7.0(01.000*kW)"]));
  await bench.pass(60_000);
  bench.hear(telegram(["1-0:1.7.0(01.000*kW)"]));
  const said = bench.messages.filter(({ topic }) => topic === "p1_meter/availability/meter");
  assert.deepEqual(
    said.map(({ payload, retain }) => [payload, retain]),
    ["offline", "online", "offline", "online"].map((payload) => [payload, true]),
  );
});

test("after Home Assistant's birth message everything is told again, and five seconds later published", async () => {
  const bench = await discovered(telegram(["1-0:1.7.0(01.000*kW)"]));
  assert.deepEqual(bench.subscriptions, ["p1_meter/command", "homeassistant/status"]);
  const before = configMessages(bench).length;
  const first = entities(bench);
  bench.send("homeassistant/status", "offline");
  await bench.pass(10_000);
  assert.equal(configMessages(bench).length, before);
  bench.messages.length = 0;
  bench.send("homeassistant/status", "online");
  await bench.pass(1000);
  assert.deepEqual(new Set(entities(bench).map(({ name }) => name)), new Set(first.map(({ name }) => name)));
  assert.deepEqual(bench.takeReadings(), {});
  await bench.pass(5000);
  assert.equal(bench.takeReadings()["p1_meter/instant/consumption_kW"], "1.000");
});

test("after a reconnect everything is told again", async () => {
  const bench = await discovered(telegram(["1-0:1.7.0(01.000*kW)"]));
  const names = entities(bench).map(({ name }) => name);
  bench.messages.length = 0;
  bench.broker("lost");
  await bench.pass(11_000);
  bench.broker("connected");
  await bench.pass(1000);
  assert.deepEqual(new Set(entities(bench).map(({ name }) => name)), new Set(names));
});

test("when a setting changes that entities say, they are told again", async () => {
  const bench = await discovered(telegram(["1-0:1.7.0(01.000*kW)"]));
  bench.configure("interval_all", "30");
  bench.configure("device_name", "House");
  await bench.pass(1000);
  const { expire_after, device } = entity(bench, "Instant consumption");
  // Changes are published at most every interval_min, which is a minute.
  assert.deepEqual([expire_after, device.name], [180, "House"]);
});

test("nothing of it is lost when the broker is full now and then", async () => {
  const bench = await connectedBench({ discovery: "on" });
  for (let i = 0; i < 200; i++) {
    bench.room = i % 3;
    bench.hear(telegram(["1-0:1.7.0(01.000*kW)", "1-0:32.7.0(231.2*V)"]));
    await bench.pass(100);
  }
  bench.room = Infinity;
  await bench.pass(10_000);
  check(bench, "a full broker");
  const unhindered = await discovered(telegram(["1-0:1.7.0(01.000*kW)", "1-0:32.7.0(231.2*V)"]));
  assert.deepEqual(
    entities(bench)
      .map(({ name }) => name)
      .sort(),
    entities(unhindered)
      .map(({ name }) => name)
      .sort(),
  );
});
