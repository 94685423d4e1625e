/** How the meter's speed and framing are found. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { host as storage } from "../../tools/desk/platform/settings.ts";
import { needs } from "../../tools/test/needs.ts";
import { Bench, telegram } from "./support/device.ts";

const ENGINES: readonly EngineName[] = ["ts", "c"];
const GOOD = telegram(["1-0:1.8.1(000001.000*kWh)"]);

/** How the device opened its port, in turn. */
const opened = (bench: Bench): string[] =>
  bench.log.filter((line) => line.startsWith("serial ")).map((line) => line.slice("serial ".length));

for (const engine of ENGINES) {
  const options = { skip: engine === "c" ? needs("cc") : false };

  test(`engine ${engine}: without telegrams both ways are tried in turn, 70 seconds each`, options, async () => {
    const bench = await Bench.create({}, engine);
    await bench.pass(69_900);
    assert.deepEqual(opened(bench), ["115200 8N1"]);
    await bench.pass(100);
    assert.deepEqual(opened(bench), ["115200 8N1", "9600 7E1"]);
    await bench.pass(69_900);
    assert.equal(opened(bench).length, 2);
    await bench.pass(100);
    assert.deepEqual(opened(bench), ["115200 8N1", "9600 7E1", "115200 8N1"]);
    assert.equal(bench.log.at(-1), "info: No telegram comes, so the meter is tried at 115200 baud, 8N1.");
  });

  test(
    `engine ${engine}: an old meter is found, whatever the other speed makes of it, and that is kept`,
    options,
    async (t) => {
      const state = mkdtempSync(join(tmpdir(), "p1-line-"));
      t.after(() => rmSync(state, { recursive: true }));
      const bench = await Bench.create({}, engine, state);
      for (let second = 0; second < 600; second += 10) {
        // A line at another speed gives bytes, but not these.
        const heard =
          opened(bench).at(-1) === "9600 7E1" ? Buffer.from(GOOD) : Buffer.from(GOOD).map((byte) => byte ^ 0x9c);
        bench.hear(heard);
        await bench.pass(10_000);
      }
      assert.deepEqual(opened(bench), ["115200 8N1", "9600 7E1"]);
      assert.ok(bench.log.includes("info: The meter is read at 9600 baud, 7E1, which is kept."));
      assert.equal(bench.counter("received"), 53);
      await storage.finish();
      const later = await Bench.create({}, engine, state);
      assert.deepEqual(opened(later), ["9600 7E1"]);
    },
  );

  test(`engine ${engine}: a speed of one's own is tried too, and stays while telegrams come`, options, async () => {
    const bench = await Bench.create({ serial_baud: "19200" }, engine);
    for (let second = 0; second < 300; second += 60) {
      bench.hear(GOOD);
      await bench.pass(60_000);
    }
    assert.deepEqual(opened(bench), ["19200 8N1"]);
    await bench.pass(219_900);
    assert.deepEqual(opened(bench), ["19200 8N1", "115200 8N1", "9600 7E1", "19200 8N1"]);
  });

  test(`engine ${engine}: by setting, and beside the simulator, nothing is tried`, options, async () => {
    const cases: readonly Readonly<Record<string, string>>[] = [
      { serial_search: "off" },
      { simulator: "on", simulator_fault: "silence" },
    ];
    for (const settings of cases) {
      const bench = await Bench.create(settings, engine);
      await bench.pass(300_000);
      assert.deepEqual(opened(bench), ["115200 8N1"]);
    }
  });

  test(
    `engine ${engine}: either cable is found, listened to before anything is driven, and kept`,
    options,
    async (t) => {
      for (const { crossed, pullUpAsks, baud, after } of [
        { crossed: false, pullUpAsks: true, baud: 115_200, after: 0 },
        { crossed: true, pullUpAsks: true, baud: 115_200, after: 140_000 },
        { crossed: false, pullUpAsks: false, baud: 9600, after: 350_000 },
        { crossed: true, pullUpAsks: false, baud: 9600, after: 490_000 },
      ]) {
        const state = mkdtempSync(join(tmpdir(), "p1-cable-"));
        t.after(() => rmSync(state, { recursive: true }));
        const bench = await Bench.create({}, engine, state);
        bench.configure("serial_cable", "both");
        bench.log.splice(0, bench.log.indexOf("data request true") + 1);
        const meter = `serial ${baud} ${baud === 9600 ? "7E1" : "8N1"}${crossed ? " crossed" : ""}`;
        /** Whether the meter is heard: at the right pin and speed, and when it sees a request. */
        const speaks = (): boolean => {
          const port = bench.log.findLastIndex((line) => line.startsWith("serial "));
          const driven = bench.log.lastIndexOf("data request true") > port;
          return bench.log[port] === meter && (driven || pullUpAsks);
        };
        let heardAt = -1;
        for (let passed = 0; heardAt < 0 && passed < 700_000; passed += 5000) {
          if (speaks()) {
            heardAt = passed;
            bench.hear(GOOD);
          }
          await bench.pass(5000);
        }
        assert.equal(heardAt, after, meter);
        if (pullUpAsks) {
          assert.equal(bench.log.filter((line) => line === "data request true").length, 1); // Since the cable is known.
        }
        assert.ok(
          bench.log.some((line) =>
            line.endsWith(
              `by a ${crossed ? "cross" : "straight"} cable${pullUpAsks ? ", without asking" : ""}, which is kept.`,
            ),
          ),
        );
        await storage.finish();
        const later = await Bench.create({}, engine, state);
        assert.deepEqual(
          later.log.filter((line) => /^(serial|data)/.test(line)),
          [meter, "data request true"],
        );
      }
    },
  );

  test(`engine ${engine}: on a board that is not wired for it no other cable is tried`, options, async () => {
    for (const [cable, ports] of [
      ["straight", ["115200 8N1", "9600 7E1", "115200 8N1"]],
      ["cross", ["115200 8N1 crossed", "9600 7E1 crossed", "115200 8N1 crossed"]],
    ] as const) {
      const bench = await Bench.create({ serial_cable: cable }, engine);
      await bench.pass(180_000);
      assert.deepEqual(opened(bench), ports);
    }
  });

  test(`engine ${engine}: without serial_search both cables are tried at the speed that is set`, options, async () => {
    const bench = await Bench.create({ serial_cable: "both", serial_search: "off", serial_baud: "19200" }, engine);
    await bench.pass(280_000);
    const [straight, crossed] = ["19200 8N1", "19200 8N1 crossed"];
    assert.deepEqual(opened(bench), [straight, crossed, straight, crossed, straight]);
    const asked = bench.log.filter((line) => /^(serial|data)/.test(line)).map((line) => line.startsWith("data"));
    assert.deepEqual(asked, [false, false, false, true, false, true, false]);
  });

  test(`engine ${engine}: the meter's clock is shown beside the device's`, options, async () => {
    const bench = await Bench.create({}, engine);
    await bench.pass(100);
    bench.broker("connected");
    const ahead = (): (string | undefined)[] => {
      bench.send("p1_meter/command", "resend");
      const found = bench.messages.splice(0).filter(({ topic }) => topic === "p1_meter/sensor/meter_clock_ahead");
      return found.map(({ payload }) => payload);
    };
    bench.messages.splice(0);
    assert.deepEqual(ahead(), []);
    bench.hear(telegram(["0-0:1.0.0(260105130010W)"])); // 12:00:10 UTC, of the device 12:00:00
    assert.deepEqual(ahead(), ["10"]);
    bench.hear(telegram(["0-0:1.0.0(260105125900W)"]));
    assert.deepEqual(ahead(), ["-60"]);
    bench.hear(telegram(["0-0:1.0.0(000101000000W)", "1-0:1.8.1(000001.000*kWh)"]));
    assert.deepEqual(ahead(), []);
    assert.equal(bench.counter("received"), 3); // A clock that nobody set is no reason to refuse a telegram.
  });
}
