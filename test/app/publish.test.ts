import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CATALOGUE, MEDIA } from "../../ts/meter/catalogue.ts";
import { TOPIC_SIZE } from "../../ts/publish/kept.ts";
import { connectedBench, telegram, type Bench } from "./support/device.ts";

/** The longest spelling of a unit that p1/value.ts takes from a meter. */
const UNIT_LIMIT = 16;
const IDENTIFICATION = { "p1_meter/equipment/identification": "ISK5\\2M550T-1012" };

test("the first telegram is published at once: numbers without leading zeros, times in UTC, texts as they are", async () => {
  const bench = await connectedBench();
  bench.hear(
    telegram([
      "1-3:0.2.8(50)",
      "0-0:1.0.0(260105130000W)",
      "1-0:1.8.1(000306.946*kWh)",
      "1-0:1.7.0(00.000*kW)",
      "0-0:96.13.0(48656C6C6F)",
      "1-0:99.97.0(1)(0-0:96.7.19)(240112152415W)(0000000240*s)",
      "0-1:24.1.0(003)",
      "0-1:24.2.1(260105130000W)(00012.100*m3)",
      "1-0:88.1.7(00123*foo)",
    ]),
  );
  assert.deepEqual(bench.takeReadings(), {
    ...IDENTIFICATION,
    "p1_meter/equipment/version": "50",
    "p1_meter/date_time": "2026-01-05T12:00:00Z",
    "p1_meter/total/consumption_low_tariff_kWh": "306.946",
    "p1_meter/instant/consumption_kW": "0.000",
    "p1_meter/message/0": "Hello",
    "p1_meter/outages/power_failure_event_log": '[{"time":"2024-01-12T14:24:15Z","value":"240","unit":"s"}]',
    "p1_meter/equipment/devicetype_id_1": "3",
    "p1_meter/total/gas_meter_m3": "12.100",
    "p1_meter/total/gas_meter_time": "2026-01-05T12:00:00Z",
    "p1_meter/other/1-0:88.1.7": "123",
  });
});

test("afterwards only what changed, and at most once in interval_min", async () => {
  const bench = await connectedBench();
  const total = (value: string): string => telegram([`1-0:1.8.1(${value}*kWh)`, "1-0:1.8.2(000002.000*kWh)"]);
  bench.hear(total("000001.000"));
  bench.takeReadings();
  for (const value of ["000001.001", "000001.002", "000001.003"]) {
    await bench.pass(15000);
    bench.hear(total(value));
  }
  assert.deepEqual(bench.takeReadings(), {});
  await bench.pass(14800);
  assert.deepEqual(bench.takeReadings(), {});
  await bench.pass(400);
  assert.deepEqual(bench.takeReadings(), { "p1_meter/total/consumption_low_tariff_kWh": "1.003" });
});

test("what changed and changed back is not published", async () => {
  const bench = await connectedBench();
  bench.hear(telegram(["1-0:1.7.0(01.000*kW)"]));
  bench.takeReadings();
  bench.hear(telegram(["1-0:1.7.0(02.000*kW)"]));
  bench.hear(telegram(["1-0:1.7.0(01.000*kW)"]));
  await bench.pass(61000);
  assert.deepEqual(bench.takeReadings(), {});
});

test("a changed number of decimals, unit or text is a change", async () => {
  const bench = await connectedBench({ interval_min: "0" });
  for (const [line, topic, payload] of [
    ["1-0:31.7.0(001*A)", "instant/current/l1_A", "1"],
    ["1-0:31.7.0(001.0*A)", "instant/current/l1_A", "1.0"],
    ["1-0:31.7.0(001.0*mA)", "instant/current/l1_mA", "1.0"],
    ["0-0:96.13.0(4142)", "message/0", "AB"],
    ["0-0:96.13.0(4143)", "message/0", "AC"],
    ["0-0:96.13.0()", "message/0", ""],
  ] as const) {
    bench.hear(telegram([line]));
    assert.equal(bench.takeReadings()[`p1_meter/${topic}`], payload, line);
  }
});

test("every interval_all seconds everything is published again", async () => {
  const bench = await connectedBench();
  const all = { ...IDENTIFICATION, "p1_meter/total/consumption_low_tariff_kWh": "1.000" };
  const times: number[] = [];
  for (let second = 0; second <= 900; second += 10) {
    bench.hear(telegram(["1-0:1.8.1(000001.000*kWh)"]));
    const taken = bench.takeReadings();
    if (Object.keys(taken).length > 0) {
      assert.deepEqual(taken, all);
      times.push(second);
    }
    await bench.pass(10000);
  }
  assert.deepEqual(times, [0, 300, 600, 900]);
});

test("a meter that falls silent is not made to speak by the full resend", async () => {
  const bench = await connectedBench();
  bench.hear(telegram(["1-0:1.8.1(000001.000*kWh)"]));
  bench.takeReadings();
  await bench.pass(700_000);
  assert.deepEqual(bench.takeReadings(), {});
});

test("without changed_only every publication has everything", async () => {
  const bench = await connectedBench({ changed_only: "off", interval_min: "10" });
  for (let i = 0; i < 3; i++) {
    bench.hear(telegram(["1-0:1.8.1(000001.000*kWh)"]));
    assert.equal(Object.keys(bench.takeReadings()).length, 2);
    await bench.pass(10000);
  }
});

test("after a reconnect everything is published, also what the last telegram no longer had", async () => {
  const bench = await connectedBench();
  bench.hear(telegram(["1-0:1.8.1(000001.000*kWh)", "1-0:1.8.2(000002.000*kWh)"]));
  bench.broker("lost");
  bench.takeReadings();
  for (let hour = 0; hour < 3600; hour += 60) {
    bench.hear(telegram([`1-0:1.8.1(000001.${String(hour % 1000).padStart(3, "0")}*kWh)`]));
    await bench.pass(1000);
  }
  assert.deepEqual(bench.takeReadings(), {});
  bench.broker("connected");
  assert.deepEqual(bench.takeReadings(), {
    ...IDENTIFICATION,
    "p1_meter/total/consumption_low_tariff_kWh": "1.540",
    "p1_meter/total/consumption_high_tariff_kWh": "2.000",
  });
});

test("nothing of a telegram whose CRC is wrong is published", async () => {
  const bench = await connectedBench();
  bench.hear(telegram(["1-0:1.8.1(000001.000*kWh)"], "0000"));
  await bench.pass(100_000);
  assert.deepEqual(bench.takeReadings(), {});
});

test("a unit with what MQTT keeps for filters gives a topic that a broker takes", async () => {
  const bench = await connectedBench();
  bench.hear(telegram(["1-0:1.8.1(000001.000*a+#)"]));
  assert.ok("p1_meter/total/consumption_low_tariff_a__" in bench.takeReadings());
});

test("there is room for the longest topic of the catalogue with a unit of the meter's own and the longest root", async () => {
  const longest = Math.max(...[...CATALOGUE, ...MEDIA.map(({ entry }) => entry)].map(({ topic }) => topic.length));
  assert.ok(longest + "_15".length + "_".length + UNIT_LIMIT <= TOPIC_SIZE);
  const root = "r".repeat(64);
  const bench = await connectedBench({ root_topic: root });
  bench.hear(telegram([`1-0:24.7.0(1*${"u".repeat(16)})`, "0-1:24.2.1(260105130000W)(1*abcdefghijklmnop)"]));
  const topics = Object.keys(bench.takeReadings()).map((topic) => topic.replace(`${root}/`, ""));
  assert.deepEqual(topics.slice(1), [
    "instant/reactive_production/l1_uuuuuuuuuuuuuuuu",
    "total/m-bus_meter_abcdefghijklmnop",
    "total/m-bus_meter_time",
  ]);
});

test("a topic's root is what the setting says", async () => {
  const bench = await connectedBench({ root_topic: "home/p1" });
  bench.hear(telegram(["1-0:1.8.1(000001.000*kWh)"]));
  assert.equal(bench.takeReadings()["home/p1/total/consumption_low_tariff_kWh"], "1.000");
});

interface JsonReading {
  readonly meter: string;
  readonly reading: unknown;
  readonly unit: string;
}

/** What the JSON topic says, as topic and value. */
function jsonReadings(bench: Bench): Record<string, unknown> {
  const arrays = bench.messages.filter(({ topic }) => topic === "p1_meter/json");
  const readings = arrays.flatMap(({ payload }) => JSON.parse(payload) as JsonReading[]);
  return Object.fromEntries(readings.map(({ meter, reading }) => [`p1_meter/${meter}`, reading]));
}

test("JSON has topic, reading and unit, and the time where the meter gives one", async () => {
  const bench = await connectedBench({ publish_as_json: "on" });
  bench.hear(telegram(["1-0:1.8.1(000306.946*kWh)", "0-1:24.1.0(003)", "0-1:24.2.1(260105130000W)(00012.100*m3)"]));
  const json = bench.messages.filter(({ topic }) => topic === "p1_meter/json");
  assert.equal(json.length, 1);
  assert.deepEqual(JSON.parse(json[0]?.payload ?? ""), [
    { meter: "equipment/identification", reading: "ISK5\\2M550T-1012", unit: "" },
    { meter: "total/consumption_low_tariff_kWh", reading: "306.946", unit: "kWh" },
    { meter: "equipment/devicetype_id_1", reading: "3", unit: "" },
    { meter: "total/gas_meter_m3", reading: "12.100", unit: "m3", time: "2026-01-05T12:00:00Z" },
  ]);
});

test("JSON says the same as the single topics, whatever bytes the meter's texts have", async () => {
  const message = fc.uint8Array({ maxLength: 1000 });
  await fc.assert(
    fc.asyncProperty(message, message, fc.stringMatching(/^[!-~]{1,12}$/), async (first, second, unit) => {
      const bench = await connectedBench({ publish_as_json: "on" });
      const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
      bench.hear(
        telegram([`0-0:96.13.0(${hex(first)})`, `0-0:96.13.1(${hex(second)})`, `1-0:1.8.1(000001.000*${unit})`]),
      );
      const json = jsonReadings(bench);
      bench.messages.splice(0, bench.messages.length, ...bench.messages.filter((m) => m.topic !== "p1_meter/json"));
      assert.deepEqual(json, bench.takeReadings());
    }),
  );
});

test("an array that is longer than a message goes on in the next one", async () => {
  const bench = await connectedBench({ publish_as_json: "on" });
  const numbers = Array.from({ length: 90 }, (_, code) => `1-0:88.2.${code}(${code}*kWh)`);
  const control = "01".repeat(1000);
  bench.hear(telegram([`0-0:96.13.0(${control})`, `0-0:96.13.1(${control})`, ...numbers]));
  const json = jsonReadings(bench);
  assert.ok(json["p1_meter/message/0"] === "\x01".repeat(1000));
  assert.ok(json["p1_meter/message/1"] === "\x01".repeat(1000));
  for (let code = 0; code < 90; code++) {
    assert.equal(json[topicOf(code)], String(code));
  }
  assert.equal(bench.messages.filter(({ topic }) => topic === "p1_meter/json").length, 3);
});

/** What may happen to a device while it publishes. */
type Happening =
  | { readonly kind: "telegram"; readonly readings: readonly (readonly [code: number, value: number])[] }
  | { readonly kind: "pass"; readonly seconds: number }
  | { readonly kind: "room"; readonly messages: number }
  | { readonly kind: "reconnect" };

const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("telegram" as const),
      readings: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 3 })), {
        selector: ([code]) => code,
        minLength: 1,
      }),
    }),
    fc.record({ kind: fc.constant("pass" as const), seconds: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ kind: fc.constant("room" as const), messages: fc.integer({ min: 0, max: 6 }) }),
    fc.record({ kind: fc.constant("reconnect" as const) }),
  ),
  { maxLength: 30 },
);

const topicOf = (code: number): string => `p1_meter/other/1-0:88.2.${code}`;

test("nothing is lost when the broker is full or away, and nothing is sent twice unchanged", async () => {
  await fc.assert(
    fc.asyncProperty(happenings, async (story) => {
      const bench = await connectedBench({ interval_min: "30", interval_all: "86400", interval_statistics: "86400" });
      const newest = new Map<string, string>();
      for (const happening of story) {
        switch (happening.kind) {
          case "telegram":
            bench.hear(telegram(happening.readings.map(([code, value]) => `1-0:88.2.${code}(${value}*x)`)));
            for (const [code, value] of happening.readings) {
              newest.set(topicOf(code), String(value));
            }
            break;
          case "pass":
            await bench.pass(happening.seconds * 1000);
            break;
          case "room":
            bench.room = happening.messages;
            break;
          case "reconnect":
            bench.broker("lost");
            await bench.pass(11000);
            bench.broker("connected");
            break;
        }
      }
      bench.room = Infinity;
      await bench.pass(31000);
      const known = new Map<string, { payload: string; at: number; connection: number }>();
      for (const { topic, payload, at, connection } of bench.messages) {
        const before = known.get(topic);
        if (topic.includes("/other/") && before?.connection === connection) {
          assert.notEqual(payload, before.payload, `${topic} again at ${at}`);
        }
        known.set(topic, { payload, at, connection });
      }
      const last = Math.max(0, ...bench.messages.map(({ connection }) => connection));
      for (const [topic, payload] of newest) {
        assert.deepEqual([known.get(topic)?.payload, known.get(topic)?.connection], [payload, last], topic);
      }
    }),
    { numRuns: 100 },
  );
});

test("publications begin at least interval_min apart", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 40 }), async (pauses) => {
      const bench = await connectedBench({ interval_min: "20", interval_statistics: "86400" });
      for (const [index, seconds] of pauses.entries()) {
        bench.hear(telegram([`1-0:1.8.1(${index}*kWh)`]));
        await bench.pass(seconds * 1000);
      }
      const times = bench.messages.filter(({ topic }) => topic.endsWith("_kWh")).map(({ at }) => at);
      for (let i = 1; i < times.length; i++) {
        assert.ok((times[i] ?? 0) - (times[i - 1] ?? 0) >= 20000);
      }
      assert.equal(bench.counter("published"), times.length);
    }),
    { numRuns: 50 },
  );
});

test("96 readings and then 96 others are all published: what the meter no longer sends makes room", async () => {
  const bench = await connectedBench({ interval_min: "0" });
  for (const group of [2, 3, 4]) {
    const codes = Array.from({ length: 96 }, (_, code) => code);
    bench.hear(telegram(codes.map((code) => `0-0:96.90.${code + group * 20}(${"text".repeat(5)}${group})`)));
    const taken = bench.takeReadings();
    for (const code of codes) {
      assert.equal(taken[`p1_meter/other/0-0:96.90.${code + group * 20}`], `${"text".repeat(5)}${group}`);
    }
  }
});
