/** The table of codes: readings that are renamed, switched off, or added. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { utf8 } from "ts2c";
import { CODE_TOPIC, CODES } from "../../ts/settings/codes.ts";
import { Scratch } from "../../ts/scratch.ts";
import { isRecord, RecordWriter, unpack } from "../../ts/settings/record.ts";
import { Settings } from "../../ts/settings/settings.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { connectedBench, telegram } from "./support/device.ts";

const LINES = ["1-0:1.8.1(000001.000*kWh)", "1-0:1.7.0(00.300*kW)", "1-0:54.7.0(12.5*V)"];

function fresh(): Settings {
  const settings = new Settings();
  settings.reset();
  return settings;
}

const assign = (settings: Settings, name: string, value: string): string => settings.assign(utf8(name), utf8(value));
const why = (settings: Settings): string => new TextDecoder().decode(Uint8Array.from(settings.explanation()));

/** The codes and their values. */
function codesOf({ codes }: Settings): Map<number, string> {
  const all = new Map<number, string>();
  for (let place = 0; place < CODES; place++) {
    if (codes.isUsed(place)) {
      all.set(codes.codeAt(place), Buffer.from(codes.topicAt(place)).toString());
    }
  }
  return all;
}

for (const { engine, skip } of ENGINES) {
  test(
    `engine ${engine}: a reading is renamed, another switched off, an unknown one gets a topic and its unit`,
    { skip },
    async () => {
      const settings = {
        "1-0:1.8.1": "house/day",
        "1-0:1.7.0": "off",
        "1-0:54.7.0.255": "lab/volts",
        interval_min: "0",
      };
      const bench = await connectedBench(settings, engine);
      bench.hear(telegram(LINES));
      await bench.pass(1000);
      assert.deepEqual(bench.takeReadings(), {
        "p1_meter/equipment/identification": "ISK5\\2M550T-1012",
        "p1_meter/house/day_kWh": "1.000",
        "p1_meter/lab/volts_V": "12.5",
      });
      assert.equal(bench.configure("1-0:1.7.0", ""), "ok");
      assert.equal(bench.configure("1-0:1.8.1", ""), "ok");
      bench.hear(telegram(LINES));
      await bench.pass(1000);
      assert.deepEqual(bench.takeReadings(), {
        "p1_meter/instant/consumption_kW": "0.300",
        "p1_meter/total/consumption_low_tariff_kWh": "1.000",
      });
    },
  );

  test(`engine ${engine}: Home Assistant forgets the old name before it hears the new one`, { skip }, async () => {
    const bench = await connectedBench({ discovery: "on" }, engine);
    bench.hear(telegram(LINES));
    await bench.pass(3000);
    const entities = (): (readonly [string, boolean])[] =>
      bench.messages
        .splice(0)
        .filter(({ topic }) => topic.startsWith("homeassistant/sensor/") && /house|low_tariff/.test(topic))
        .map(({ topic, payload }) => [topic.split("/").at(-2) ?? "", payload !== ""]);
    assert.deepEqual(entities(), [["total_consumption_low_tariff", true]]);
    assert.equal(bench.configure("1-0:1.8.1", "house/day"), "ok");
    bench.hear(telegram(LINES)); // It comes before the broker has heard of the change.
    await bench.pass(1000);
    bench.hear(telegram(LINES));
    await bench.pass(1000);
    assert.deepEqual(entities(), [
      ["total_consumption_low_tariff", false],
      ["house_day", true],
    ]);
    bench.configure("1-0:1.8.1", "off");
    await bench.pass(1000);
    bench.hear(telegram(LINES));
    await bench.pass(1000);
    assert.deepEqual(entities(), [
      ["house_day", false],
      ["total_consumption_low_tariff", false],
    ]);
  });
}

test("what is no topic is refused with what may be", () => {
  const settings = fresh();
  for (const value of ["a/+/b", "#", "/a", "a/", "a\u0000b", "x".repeat(CODE_TOPIC + 1), "é".repeat(21)]) {
    assert.equal(assign(settings, "1-0:1.8.1", value), "not-allowed", value);
    assert.match(why(settings), /^1-0:1\.8\.1 must be a topic of at most 40 bytes/);
  }
  assert.equal(assign(settings, "1-0:1.8.1", "x".repeat(CODE_TOPIC)), "ok");
  assert.equal(assign(settings, "1-0:1.8.2", "x".repeat(CODE_TOPIC)), "not-allowed", "another code has that topic");
  assert.equal(assign(settings, "1-0:1.8.1", "x".repeat(CODE_TOPIC)), "ok");
  for (const name of ["1-0:1.8", "1-0:1.8.1.254", "99-0:1.8.1", "1", "1-0:1.8.1(", "1".repeat(64)]) {
    assert.equal(assign(settings, name, "a"), "unknown-name", name);
  }
});

test("there is room for so many codes, and several are taken together or refused together", () => {
  const settings = fresh();
  for (let i = 0; i < CODES - 1; i++) {
    assert.equal(assign(settings, `1-0:${i}.8.0`, i % 2 === 0 ? "off" : `t/${i}`), "ok");
  }
  settings.codes.beginCheck();
  assert.equal(settings.check(utf8("1-0:100.8.0"), utf8("a")), "ok");
  assert.equal(settings.check(utf8("1-0:101.8.0"), utf8("b")), "not-allowed");
  assert.equal(settings.check(utf8("1-0:0.8.0"), utf8("c")), "ok", "one that is there needs no room");
  assert.match(why(settings), /there can be 8 of them/);
});

test("two of one form can't have the same topic, whether there was a code before or not", () => {
  const settings = fresh();
  assert.equal(assign(settings, "1-0:1.8.0", "a"), "ok");
  for (const codes of [
    ["1-0:1.8.1", "1-0:1.8.2"],
    ["1-0:1.8.0", "1-0:1.8.1"],
  ]) {
    settings.codes.beginCheck();
    assert.deepEqual(
      codes.map((code) => settings.check(utf8(code), utf8("b"))),
      ["ok", "not-allowed"],
    );
  }
  settings.codes.beginCheck();
  assert.equal(settings.check(utf8("1-0:1.8.1"), utf8("off")), "ok");
  assert.equal(settings.check(utf8("1-0:1.8.2"), utf8("off")), "ok");
});

test("codes are kept, and a firmware that knows none skips them", () => {
  const name = fc
    .tuple(fc.nat(9), fc.nat(9), fc.nat(255), fc.nat(255), fc.nat(255))
    .map(([a, b, c, d, e]) => `${a + 1}-${b}:${c}.${d}.${e}`);
  const topic = fc.stringMatching(/^[a-z][a-z0-9/]*[a-z]$/, { maxLength: CODE_TOPIC });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(name, topic), { maxLength: CODES, selector: ([, value]) => value }),
      (entries) => {
        const settings = fresh();
        entries.forEach(([code, value]) => assign(settings, code, value.slice(0, CODE_TOPIC)));
        const record = Uint8Array.from(new RecordWriter().pack(settings, 1, new Scratch().out));
        assert.ok(isRecord(record));
        const again = fresh();
        assert.equal(unpack(record, again).skipped, 0);
        assert.deepEqual(codesOf(again), codesOf(settings));
      },
    ),
  );
});
