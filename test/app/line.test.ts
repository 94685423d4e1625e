import assert from "node:assert/strict";
import { test } from "node:test";
import { oldTelegram, readAll, readLine, readLines, telegram } from "./support/telegrams.ts";

const SECONDS = (iso: string): number => Date.parse(iso) / 1000;

test("values that break parsers", () => {
  assert.equal(readLine("0-0:1.0.0(210701120000S)"), "2021-07-01T10:00:00Z");
  assert.equal(readLine("0-0:1.0.0(000101000000W)"), "time");
  assert.equal(readLine("0-0:1.0.0(632525252525W)"), "time");
  assert.equal(readLine("0-1:24.2.1(632525252525S)(00000.000)"), "absent");
  assert.equal(readLine("0-1:24.2.1(700101010000W)(00000000)"), "absent");
  assert.equal(readLine("1-0:0.2.0((ER11))"), "(ER11)");
  assert.equal(readLine("0-0:96.1.0()"), "");
  assert.equal(readLine("0-0:96.1.1(00000000000000000)"), "00000000000000000");
  assert.equal(readLine("1-0:23.7.0(0000.146*kVAr)"), "0.146 kvar");
  assert.equal(readLine("1-0:1.8.0(000123.456*kWh )"), "123.456 kWh");
  assert.equal(readLine("0-0:96.14.0(TARIFF 1)"), "TARIFF 1");
  assert.equal(readLine("0-0:96.14.0(0002)"), "2");
  assert.equal(readLine("0-0:96.3.10(ON)"), "ON");
  assert.equal(readLine("0-0:17.0.0(24000*W)"), "24000 W");
  assert.equal(readLine("1-1:31.4.0(100*A)(-063*A)"), "-63 A");
  assert.equal(readLine("1-0:42.7.0(00.427*kW)"), "0.427 kW");
  assert.equal(readLine("1-0:98.7.0(1)(2)"), "(1)(2)");
});

test("a line that can't be read costs that line and has its reason", () => {
  assert.equal(readLine("1-0:1.8.1(000X06.946*kWh)"), "number");
  assert.equal(readLine("1-0:1.8.1()"), "empty");
  assert.equal(readLine("1-0:1.8.1(   )"), "empty");
  assert.equal(readLine("1-0:1.8.1(000306.946*kWh"), "brackets");
  assert.equal(readLine("1-0:1.8.1(000306.946*kWh)x"), "brackets");
  assert.equal(readLine("1-0:1.8.1"), "code");
  assert.equal(readLine("what is this"), "code");
  assert.equal(readLine("0-1:24.3.0(161107190000)(00)(60)(1)(0-1:24.2.1)(m3)"), "number");
  const { readings, skipped } = readLines(["1-0:1.8.1(1*kWh)", "nonsense", "1-0:1.8.2(2*kWh)"]);
  assert.deepEqual(
    readings.map(({ value }) => value),
    ["1", "2"],
  );
  assert.deepEqual(skipped, ["4 code"]);
});

test("of one code twice the first counts", () => {
  const { readings, skipped } = readLines(["1-0:1.8.1(1*kWh)", "1-0:1.8.1(2*kWh)", "1-0:1.8.0(3*kWh)"]);
  assert.deepEqual(
    readings.map(({ value }) => value),
    ["1", "3"],
  );
  assert.deepEqual(skipped, ["4 twice"]);
});

test("a reading with its own time has it", () => {
  const { readings } = readLines(["0-1:24.2.1(200909220000S)(00012.345*m3)", "1-0:1.6.0(230201020000W)(01.566*kW)"]);
  assert.deepEqual(
    readings.map(({ value, unit, time }) => [value, unit, time]),
    [
      ["12.345", "m3", SECONDS("2020-09-09T20:00:00Z")],
      ["1.566", "kW", SECONDS("2023-02-01T01:00:00Z")],
    ],
  );
});

test("gas of DSMR 2.2 and 3: the value in the seventh group, or on the next line", () => {
  const groups = "0-1:24.3.0(161107190000)(00)(60)(1)(0-1:24.2.1)(m3)";
  for (const lines of [[`${groups}(00001.001)`], [groups, "(00001.001)"], [groups, "", "(00001.001)"]]) {
    const [read] = readAll(oldTelegram(["1-0:1.8.1(1*kWh)", ...lines, "0-1:24.4.0(1)"]));
    assert.equal(read?.outcome, "telegram");
    assert.equal(read.crc, "absent");
    assert.deepEqual(read.skipped, []);
    assert.deepEqual(
      read.readings.map(({ topic, value }) => [topic, value]),
      [
        ["total/consumption_low_tariff_kWh", "1"],
        ["total/gas_meter_m3", "1.001"],
        ["equipment/valve_1", "1"],
      ],
    );
  }
});

test("a message is decoded from hexadecimal and is UTF-8 whatever the meter sends", () => {
  const hex = (text: string): string => Buffer.from(text, "utf8").toString("hex");
  assert.equal(readLine(`0-0:96.13.0(${hex("Storing à 12:00, 5 €")})`), "Storing à 12:00, 5 €");
  assert.equal(readLine(`0-0:96.13.1(${hex("01 61 81").toUpperCase()})`), "01 61 81");
  assert.equal(readLine("0-0:96.13.0()"), "");
  assert.equal(readLine("0-0:96.13.0(plain text)"), "plain text");
  assert.equal(readLine("0-0:96.13.0(41F)"), "41F");
  assert.equal(readLine(`0-0:96.13.0(${"FF".repeat(256)})`), "");
  assert.equal(readLine(`0-0:96.13.0(${"\xff".repeat(1024)})`), "");
  assert.equal(readLine("0-0:96.13.0(41FF42C0AF43EDA08044F4908080)"), "A?B??C???D????");
  assert.equal(readLine("0-0:96.13.0(41E282)"), "A??");
  assert.equal(readLine("0-0:96.13.0(caf\xe9)"), "caf?");
});

test("a message of 2048 digits, the longest that is legal", () => {
  const text = "0123456789ABCDEF".repeat(64);
  assert.equal(readLine(`0-0:96.13.0(${Buffer.from(text).toString("hex")})`), text);
});

test("lists stay as the meter sent them, when they can be read", () => {
  const log = "(2)(0-0:96.7.19)(101208152415W)(0000000240*s)(101208151004W)(00000000301*s)";
  assert.equal(readLine(`1-0:99.97.0${log}`), log);
  assert.equal(readLine(`1-0:99:97.0${log}`), log);
  assert.equal(readLine("0-0:98.1.0(0)(1-0:1.6.0)(1-0:1.6.0)()"), "(0)(1-0:1.6.0)(1-0:1.6.0)()");
  assert.equal(readLine("0-0:98.1.0(12)"), "list");
  assert.equal(readLine("1-0:99.97.0(2)(0-0:96.7.19)(101208152415W)(0000000240*s)"), "list");
  assert.equal(readLine("1-0:99.97.0(x)(0-0:96.7.19)"), "list");
  assert.equal(readLine("1-0:99.97.0(1)(0-0:96.7.19)(101208152415W)(abc)"), "list");
});

test("ninety-six readings are kept, one more is full", () => {
  const lines = Array.from({ length: 97 }, (_, index) => `1-0:1.8.${index}(${index}*kWh)`);
  const all = readLines(lines.slice(0, 96));
  assert.equal(all.readings.length, 96);
  assert.deepEqual(all.skipped, []);
  const { readings, skipped } = readLines(lines);
  assert.equal(readings.length, 96);
  assert.deepEqual(skipped, ["99 full"]);
});

test("2048 bytes of text are kept, one more is full; shorter ones behind it still fit", () => {
  const half = "41".repeat(1000);
  const lines = [`0-0:96.13.0(${half})`, `0-0:96.13.1(${half})`, `0-0:96.13.2(${"42".repeat(48)})`];
  assert.deepEqual(readLines(lines).skipped, []);
  const { readings, skipped } = readLines([
    ...lines.slice(0, 2),
    `0-0:96.13.2(${"42".repeat(49)})`,
    "0-0:96.13.3(43)",
    "1-0:1.8.0(1*kWh)",
  ]);
  assert.deepEqual(skipped, ["5 full"]);
  assert.deepEqual(
    readings.slice(2).map(({ value }) => value),
    ["C", "1"],
  );
});

test("lines that gave no reading are kept up to thirty-two", () => {
  const [read] = readAll(telegram(["1-0:1.8.0(1*kWh)", ...Array.from({ length: 100 }, () => "nonsense")]));
  assert.equal(read?.readings.length, 1);
  assert.equal(read.skipped.length, 32);
});

test("a unit that is not known is published as the meter spells it", () => {
  const { readings } = readLines(["0-1:24.2.1(210701120000S)(1.5*Kelvin)"]);
  assert.deepEqual(
    readings.map(({ topic, value, unit }) => [topic, value, unit]),
    [["total/m-bus_meter_Kelvin", "1.5", "Kelvin"]],
  );
});
