import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { utf8 } from "ts2c";
import { Guard } from "../../ts/meter/guard.ts";
import { Meter, writeValue } from "../../ts/meter/meter.ts";
import { TelegramReader } from "../../ts/p1/telegram.ts";
import { Settings } from "../../ts/settings/settings.ts";
import { connectedBench, telegram as dutch } from "./support/device.ts";
import { latin1, telegram, written } from "./support/telegrams.ts";

/** A meter whose telegrams go through the guard. */
class Guarded {
  readonly guard: Guard;
  private readonly reader = new TelegramReader();
  private readonly meter = new Meter();

  constructor(settings: Readonly<Record<string, string>> = {}) {
    const all = new Settings();
    all.reset();
    for (const [name, value] of Object.entries(settings)) {
      assert.equal(all.assign(utf8(name), utf8(value)), "ok");
    }
    this.guard = new Guard(all);
  }

  /** What is left of the first reading of a telegram with this line that comes at `seconds`. */
  value(line: string, seconds: number, identification?: string): string {
    const bytes = latin1(telegram([line], identification));
    this.reader.read(bytes, 0);
    const { staged } = this.reader;
    this.meter.take(staged, this.reader.identification());
    this.guard.take(staged, this.reader.identification(), this.meter, seconds * 1000);
    return written((writer) => writeValue(writer, staged, staged.readings[0]));
  }

  energy(kwh: number, seconds: number): number {
    return Number(this.value(`1-0:1.8.1(${kwh.toFixed(3).padStart(10, "0")}*kWh)`, seconds));
  }

  gas(m3: number, time: string, seconds: number): number {
    return Number(this.value(`0-1:24.2.1(${time})(${m3.toFixed(3).padStart(9, "0")}*m3)`, seconds));
  }
}

test("a total that falls, or becomes 0, is held back once and believed when the meter repeats it", () => {
  for (const wrong of [0, 99.999]) {
    const meter = new Guarded();
    assert.equal(meter.energy(100, 0), 100);
    assert.equal(meter.energy(wrong, 10), 100);
    assert.equal(meter.guard.heldBack, 1);
    assert.equal(meter.energy(wrong, 20), wrong);
    assert.equal(meter.guard.heldBack, 1);
    assert.equal(meter.energy(wrong + 0.001, 30), wrong + 0.001);
  }
});

test("what the connection carries in an hour, or since the last telegram, is the boundary of a jump", () => {
  for (const [seconds, most] of [
    [10, 60],
    [3600, 60],
    [7200, 120],
  ] as const) {
    const jump = (kwh: number): number => {
      const meter = new Guarded({ connection_power: "60" });
      meter.energy(100, 0);
      return meter.energy(100 + kwh, seconds);
    };
    assert.equal(jump(most), 100 + most);
    assert.equal(jump(most + 0.001), 100 + most + 0.001, "one step of the register");
    assert.equal(jump(most + 0.002), 100);
  }
});

test("gas that reads 0 for as long as the electricity meter repeats one reading of it is never believed", () => {
  const meter = new Guarded();
  assert.equal(meter.gas(2300, "260122140000W", 0), 2300);
  for (let i = 1; i < 300; i++) {
    assert.equal(meter.gas(0, "260122150000W", 3600 + i), 2300);
  }
  assert.equal(meter.guard.heldBack, 1);
  assert.equal(meter.gas(2301, "260122160000W", 7200), 2301);
  // A new gas meter begins at 0, and says so an hour later again.
  assert.equal(meter.gas(0, "260122170000W", 10800), 2301);
  assert.equal(meter.gas(0.5, "260122180000W", 14400), 0.5);
});

test("another meter's totals begin anew, and what is no total is never held back", () => {
  const meter = new Guarded();
  assert.equal(meter.value("1-0:1.8.1(000100.000*kWh)", 0, "ONE5\\A"), "100.000");
  assert.equal(meter.value("1-0:1.8.1(000003.000*kWh)", 1, "TWO5\\B"), "3.000");
  assert.equal(meter.value("1-0:1.7.0(09.000*kW)", 2), "9.000");
  assert.equal(meter.value("1-0:1.7.0(00.000*kW)", 3), "0.000");
  assert.equal(meter.guard.heldBack, 0);
});

test("by setting nothing is held back", () => {
  const meter = new Guarded({ guard_totals: "off" });
  meter.energy(100, 0);
  assert.equal(meter.energy(0, 1), 0);
});

test("whatever single values are wrong, no wrong one passes and every right one does", () => {
  const telegrams = fc.array(
    fc.record({
      grows: fc.integer({ min: 0, max: 10000 }),
      wrong: fc.option(fc.constantFrom("zero", "fall", "jump"), { freq: 3 }),
    }),
    { minLength: 2, maxLength: 40 },
  );
  fc.assert(
    fc.property(telegrams, (all) => {
      const meter = new Guarded();
      let right = 5000_000;
      let held = 0;
      assert.equal(meter.energy(right / 1000, 0), right / 1000);
      for (const [index, { grows, wrong }] of all.entries()) {
        const before = right;
        right += grows;
        const said = { zero: 0, fall: before - 1, jump: before + 900_000 }[wrong ?? "zero"];
        // A wrong value comes alone: the telegrams around it are right.
        if (wrong !== null && index % 2 === 1) {
          assert.equal(meter.energy(said / 1000, index + 1), before / 1000);
          right = before;
          held++;
        } else {
          assert.equal(meter.energy(right / 1000, index + 1), right / 1000);
        }
      }
      assert.equal(meter.guard.heldBack, held);
    }),
  );
});

test("the device publishes nothing of a value that is held back, logs it once and counts it", async () => {
  const bench = await connectedBench({ interval_min: "0" });
  const said = (kwh: string): string => dutch([`1-0:1.8.1(${kwh}*kWh)`, "1-0:1.7.0(01.000*kW)"]);
  bench.hear(said("000100.000"));
  bench.takeReadings();
  bench.hear(said("000000.000"));
  assert.deepEqual(bench.takeReadings(), {});
  assert.equal(bench.counter("held-back"), 1);
  assert.deepEqual(
    bench.log.filter((line) => line.startsWith("warning")),
    [
      "warning: The meter's total 1-0:1.8.1 went from 100.000 to 0.000, which can't be: " +
        "it is held back until the meter says it again (guard_totals).",
    ],
  );
  bench.hear(said("000100.001"));
  assert.deepEqual(bench.takeReadings(), { "p1_meter/total/consumption_low_tariff_kWh": "100.001" });
});
