import assert from "node:assert/strict";
import { test } from "node:test";
import { countryOf } from "../../ts/meter/country.ts";
import { TelegramReader } from "../../ts/p1/telegram.ts";
import { latin1, oldTelegram, readLines, telegram } from "./support/telegrams.ts";

/** The topics of a telegram of these lines. */
function topics(lines: readonly string[], identification?: string): string[] {
  return readLines(lines, identification).readings.map(({ topic }) => topic);
}

function country(text: string): string {
  const reader = new TelegramReader();
  reader.read(latin1(text), 0);
  assert.equal(reader.outcome, "telegram");
  return countryOf(reader.staged, reader.identification());
}

const TARIFFS = ["1-0:1.8.1(1*kWh)", "1-0:1.8.2(2*kWh)", "1-0:2.8.1(3*kWh)", "1-0:2.8.2(4*kWh)"];

test("in the Netherlands tariff 1 is the low one, in Belgium the high one", () => {
  assert.deepEqual(topics(["1-3:0.2.8(50)", ...TARIFFS]).slice(1), [
    "total/consumption_low_tariff_kWh",
    "total/consumption_high_tariff_kWh",
    "total/production_low_tariff_kWh",
    "total/production_high_tariff_kWh",
  ]);
  const belgian = [
    "total/consumption_high_tariff_kWh",
    "total/consumption_low_tariff_kWh",
    "total/production_high_tariff_kWh",
    "total/production_low_tariff_kWh",
  ];
  assert.deepEqual(topics(["0-0:96.1.4(50217)", ...TARIFFS]).slice(1), belgian);
  assert.deepEqual(topics(TARIFFS, "FLU5\\253769484_A"), belgian);
});

test("nothing but the totals of tariff 1 and 2 is turned round in Belgium", () => {
  assert.deepEqual(
    topics(["0-0:96.1.4(50217)", "1-0:1.8.0(1*kWh)", "1-0:1.8.3(1*kWh)", "1-0:3.8.1(1*kvarh)"]).slice(1),
    ["total/consumption_kWh", "total/consumption_tariff_3_kWh", "total/reactive_consumption_tariff_1_kvarh"],
  );
});

test("the country shows in the telegram", () => {
  const clock = "0-0:1.0.0(210701120000W)";
  assert.equal(country(telegram(["1-3:0.2.8(50)", clock])), "netherlands");
  assert.equal(country(oldTelegram(["1-0:1.8.1(1*kWh)"])), "netherlands");
  assert.equal(country(telegram(["0-0:96.1.4(50217)", clock])), "belgium");
  assert.equal(country(telegram([clock], "FLU5\\1")), "belgium");
  assert.equal(country(telegram(["1-3:0.2.8(42)", "0-0:42.0.0(53414731)", "1-0:1.8.0(1*kWh)"])), "luxembourg");
  assert.equal(country(telegram(["1-3:0.2.8(42)"], "Lux5\\253694471_M")), "luxembourg");
  assert.equal(country(telegram([clock, "1-0:1.8.0(1*kWh)", "1-0:3.8.0(1*kvarh)"])), "sweden");
  assert.equal(country(telegram(["0-0:42.0.0(AUX)", "0-0:98.1.0(230801000000S)(1*kWh)(2*kWh)"])), "hungary");
  assert.equal(country(telegram([clock, "1-1:1.8.1(1*kWh)"])), "switzerland");
  assert.equal(country(oldTelegram(["0-0:96.1.255*255(1ESY)", "1-0:1.8.0*255(1*kWh)"])), "germany");
  assert.equal(country(telegram([clock])), "unknown");
});

test("Swiss meters count in group 1-1, and a limit of Luxembourg stays what it is there", () => {
  assert.deepEqual(topics(["1-1:1.8.1(1*kWh)", "1-1:2.7.0(1*kW)", "1-1:31.4.0(100*A)(-063*A)"]), [
    "total/consumption_low_tariff_kWh",
    "instant/production_kW",
    "limit/current_A",
  ]);
});

test("0-0:98.1.0 is peaks in Belgium and the month's end in Hungary", () => {
  assert.deepEqual(topics(["0-0:98.1.0(1)(1-0:1.6.0)(1-0:1.6.0)(230201000000W)(230114124500W)(03.332*kW)"]), [
    "demand/consumption_peak_history",
  ]);
  assert.deepEqual(topics(["0-0:98.1.0(230801000000S)(000663.924*kWh)(000383.623*kWh)"]), ["total/month_end"]);
});

test("a channel is what its device type says, wherever that stands", () => {
  assert.deepEqual(
    topics([
      "0-1:24.1.0(007)",
      "0-1:24.2.1(210701120000S)(00872.234*m3)",
      "0-2:24.2.1(210701120000S)(240.860*GJ)",
      "0-2:24.1.0(004)",
      "0-3:24.1.0(3)",
      "0-3:24.2.3(210701120000S)(00112.384*m3)",
      "0-4:24.1.0(002)",
      "0-4:24.2.1(210701120000S)(11223.322*kWh)",
    ]).filter((topic) => topic.startsWith("total/")),
    ["total/water_meter_m3", "total/heat_meter_GJ", "total/gas_meter_m3", "total/electricity_meter_kWh"],
  );
});

test("without a device type cubic metres are gas, with an unknown one they are not", () => {
  assert.deepEqual(topics(["0-2:24.2.1(210701120000S)(1*m3)"]), ["total/gas_meter_m3"]);
  assert.deepEqual(topics(["0-2:24.2.1(210701120000S)(1*GJ)"]), ["total/m-bus_meter_GJ"]);
  assert.deepEqual(topics(["0-2:24.1.0(303)", "0-2:24.2.1(210701120000S)(1*m3)"]).slice(1), ["total/m-bus_meter_m3"]);
});

test("of two gas meters the one that was read last is the meter, the other keeps its channel in its name", () => {
  const gas = (channel: number, time: string): string[] => [
    `0-${channel}:24.1.0(003)`,
    `0-${channel}:24.2.1(${time})(00001.000*m3)`,
  ];
  const totals = (...lines: string[]): string[] => topics(lines).filter((topic) => topic.startsWith("total/"));
  assert.deepEqual(totals(...gas(1, "200101120000W"), ...gas(2, "210701120000S")), [
    "total/gas_meter_1_m3",
    "total/gas_meter_m3",
  ]);
  assert.deepEqual(totals(...gas(1, "210701120000S"), ...gas(2, "632525252525W")), [
    "total/gas_meter_m3",
    "total/gas_meter_2_m3",
  ]);
  assert.deepEqual(totals(...gas(1, "210701120000S"), ...gas(2, "210701120000S")), [
    "total/gas_meter_m3",
    "total/gas_meter_2_m3",
  ]);
  // One hour before S and W change, and one after: 02:30 S is before 02:00 W.
  assert.deepEqual(totals(...gas(1, "211031023000S"), ...gas(2, "211031020000W")), [
    "total/gas_meter_1_m3",
    "total/gas_meter_m3",
  ]);
});

test("a channel whose meter is gone leaves the name to the one that is there", () => {
  assert.deepEqual(
    topics([
      "0-1:24.1.0(003)",
      "0-1:24.2.1(700101010000W)(00000000)",
      "0-2:24.1.0(003)",
      "0-2:24.2.1(210701120000S)(1*m3)",
    ]).filter((topic) => topic.startsWith("total/")),
    ["total/gas_meter_m3"],
  );
});

test("what is no general object is no M-Bus device, whatever its other numbers say", () => {
  assert.deepEqual(topics(["1-0:24.3.0(5*var)", "0-1:24.2.1(6*m3)"]), ["other/1-0:24.3.0", "total/gas_meter_m3"]);
});
