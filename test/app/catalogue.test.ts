import assert from "node:assert/strict";
import { test } from "node:test";
import { CATALOGUE, MEDIA, findEntry, findMedium } from "../../ts/meter/catalogue.ts";
import { formOf } from "../../ts/p1/form.ts";
import { writeCode } from "../../ts/p1/obis.ts";
import { readLines, written } from "./support/telegrams.ts";

/** The table of the original P1 meter: code, topic, and a value with the unit that meters send. */
const ORIGINAL: readonly (readonly [code: string, topic: string, value: string])[] = [
  ["1-3:0.2.8", "equipment/version", "50"],
  ["0-0:1.0.0", "date_time", "210701120000S"],
  ["0-0:96.1.1", "equipment/p1_meter_id", "4530"],
  ["0-1:96.1.1", "equipment/m-bus_1_id", "4530"],
  ["0-2:96.1.0", "equipment/m-bus_2_id", "4530"],
  ["0-3:24.1.0", "equipment/devicetype_id_3", "003"],
  ["0-0:96.14.0", "tariff_indicator", "0002"],
  ["1-0:1.8.1", "total/consumption_low_tariff_kWh", "1*kWh"],
  ["1-0:1.8.2", "total/consumption_high_tariff_kWh", "1*kWh"],
  ["1-0:2.8.1", "total/production_low_tariff_kWh", "1*kWh"],
  ["1-0:2.8.2", "total/production_high_tariff_kWh", "1*kWh"],
  ["1-0:1.7.0", "instant/consumption_kW", "1*kW"],
  ["1-0:2.7.0", "instant/production_kW", "1*kW"],
  ["0-1:24.2.1", "total/gas_meter_m3", "1*m3"],
  ["0-1:24.2.3", "total/gas_meter_m3", "1*m3"],
  ["1-0:21.7.0", "instant/power_consumption/l1_kW", "1*kW"],
  ["1-0:41.7.0", "instant/power_consumption/l2_kW", "1*kW"],
  ["1-0:61.7.0", "instant/power_consumption/l3_kW", "1*kW"],
  ["1-0:22.7.0", "instant/power_production/l1_kW", "1*kW"],
  ["1-0:42.7.0", "instant/power_production/l2_kW", "1*kW"],
  ["1-0:62.7.0", "instant/power_production/l3_kW", "1*kW"],
  ["1-0:31.7.0", "instant/current/l1_A", "1*A"],
  ["1-0:51.7.0", "instant/current/l2_A", "1*A"],
  ["1-0:71.7.0", "instant/current/l3_A", "1*A"],
  ["1-0:32.7.0", "instant/voltage/l1_V", "1*V"],
  ["1-0:52.7.0", "instant/voltage/l2_V", "1*V"],
  ["1-0:72.7.0", "instant/voltage/l3_V", "1*V"],
  ["0-0:96.7.21", "outages/short_power_outages", "00004"],
  ["0-0:96.7.9", "outages/long_power_outages", "00004"],
  ["1-0:32.32.0", "outages/voltage_sags/l1", "00004"],
  ["1-0:52.32.0", "outages/voltage_sags/l2", "00004"],
  ["1-0:72.32.0", "outages/voltage_sags/l3", "00004"],
  ["1-0:32.36.0", "outages/voltage_swells/l1", "00004"],
  ["1-0:52.36.0", "outages/voltage_swells/l2", "00004"],
  ["1-0:72.36.0", "outages/voltage_swells/l3", "00004"],
  ["1-0:99.97.0", "outages/power_failure_event_log", "0"],
  ["0-0:96.13.0", "message/0", ""],
  ["0-0:96.13.7", "message/7", ""],
];

test("the topics of the original P1 meter, its faults mended", () => {
  for (const [code, topic, value] of ORIGINAL) {
    for (const suffix of ["", "*255", ".255"]) {
      const { readings } = readLines([`${code}${suffix}(${value})`]);
      assert.deepEqual(
        readings.map((reading) => reading.topic),
        [topic],
        code,
      );
    }
  }
});

test("a code that stands in no table is published under its own name", () => {
  const { readings } = readLines(["1-0:199.7.0(12.5*kW)", "0-5:10.20.30(text)"]);
  assert.deepEqual(
    readings.map(({ topic, value, unit }) => [topic, value, unit]),
    [
      ["other/1-0:199.7.0", "12.5", "kW"],
      ["other/0-5:10.20.30", "text", ""],
    ],
  );
});

test("the catalogue is sorted, so that each of its rows is found", () => {
  for (const [index, { code }] of CATALOGUE.entries()) {
    assert.equal(findEntry(code), index);
  }
  assert.equal(findEntry(0), CATALOGUE.length);
  assert.equal(findEntry(0xffffffff), CATALOGUE.length);
});

test("a row's kind fits what its code's value is read as", () => {
  for (const { code, kind, topic } of CATALOGUE) {
    const form = formOf(code);
    const fits = {
      counter: ["number"],
      gauge: ["number", "any"],
      word: ["text", "any", "number"],
      text: ["message"],
      time: ["clock"],
      list: ["list"],
    }[kind];
    assert.ok(fits.includes(form), `${written((writer) => writeCode(writer, code))} ${topic}: ${form}`);
  }
});

test("a topic is levels of small letters, digits, _ and -", () => {
  const topics = [...CATALOGUE, ...MEDIA.map(({ entry }) => entry)].map(({ topic }) => topic);
  for (const topic of topics) {
    assert.match(topic, /^[a-z0-9_-]+(\/[a-z0-9_-]+)*$/);
  }
});

test("each medium has its device type, and the last stands for every other", () => {
  assert.deepEqual(
    [3, 7, 6, 4, 10, 12, 2, 99].map((type) => MEDIA[findMedium(type)]?.entry.topic),
    [
      "total/gas_meter",
      "total/water_meter",
      "total/warm_water_meter",
      "total/heat_meter",
      "total/cooling_meter",
      "total/heat_cooling_meter",
      "total/electricity_meter",
      "total/m-bus_meter",
    ],
  );
});
