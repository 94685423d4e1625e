import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { needs } from "../../tools/test/needs.ts";
import { connectedBench, telegram, type Bench } from "./support/device.ts";

const START = Date.parse("2026-01-05T12:00:00Z");
const HOUR = 3_600_000;
const TOTALS = ["total/consumption_low_tariff_kWh", "total/consumption_high_tariff_kWh", "total/gas_meter_m3"] as const;
const ENGINES = [
  { engine: "ts", skip: false },
  { engine: "c", skip: needs("cc") },
] as const;

interface Entry {
  readonly time: string;
  readonly [topic: string]: string | number;
}

/** A meter's clock in winter, one hour before UTC. */
function stamp(utc: number): string {
  return `${new Date(utc + HOUR).toISOString().replace(/\D/g, "").slice(2, 14)}W`;
}

/** A household: the bench and the time of its meter, whose totals grow with it. */
class Household {
  now = START;
  readonly bench: Bench;

  private constructor(bench: Bench) {
    this.bench = bench;
  }

  static async at(engine: EngineName, settings: Readonly<Record<string, string>> = {}): Promise<Household> {
    const house = new Household(await connectedBench({ interval_min: "3600", ...settings }, engine));
    house.hear();
    return house;
  }

  hear(): void {
    const seconds = (this.now - START) / 1000;
    const read = this.now - (this.now % HOUR);
    this.bench.hear(
      telegram([
        `0-0:1.0.0(${stamp(this.now)})`,
        `1-0:1.8.1(${(1000 + seconds / 1000).toFixed(3).padStart(10, "0")}*kWh)`,
        `1-0:1.8.2(${(2000 + seconds / 1000).toFixed(3).padStart(10, "0")}*kWh)`,
        "1-0:1.7.0(01.000*kW)",
        "0-0:96.7.21(00004)",
        "0-1:24.1.0(003)",
        `0-1:24.2.1(${stamp(read)})(${((read - START) / HOUR + 300).toFixed(3).padStart(9, "0")}*m3)`,
      ]),
    );
  }

  /** Lets time pass with a telegram each minute. */
  async live(milliseconds: number): Promise<void> {
    for (const end = this.now + milliseconds; this.now < end;) {
      this.now += 60_000;
      await this.bench.pass(60_000, 30_000);
      this.hear();
    }
  }

  /** The network of the house fails, or comes back with a broker that takes everything. */
  async reconnect(): Promise<void> {
    await this.bench.pass(10_000, 1000);
    this.bench.network("up");
    await this.bench.pass(100);
    this.bench.unacknowledged.length = 0;
    this.bench.broker("connected");
  }

  /** Acknowledges what comes, at most so many; at no time are more than four in flight. */
  acknowledge(most = Infinity): void {
    assert.ok(this.bench.unacknowledged.length <= 4);
    for (let i = 0; i < most && this.bench.acknowledge(); i++) {
      assert.ok(this.bench.unacknowledged.length <= 4);
    }
  }

  /** The history that was published since the last call. */
  takeHistory(): Entry[] {
    const taken = this.bench.messages.splice(0).filter(({ topic }) => topic === "p1_meter/history");
    assert.ok(taken.every(({ qos, retain }) => qos === 1 && !retain));
    return taken.map(({ payload }) => JSON.parse(payload) as Entry);
  }
}

/** Asserts that the entries are 900 s apart and every total has a value in each. */
function assertRegular(entries: readonly Entry[]): void {
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    if (before !== undefined) {
      assert.equal(Date.parse(entry.time) - Date.parse(before.time), 900_000);
    }
    for (const topic of TOTALS) {
      assert.equal(typeof entry[topic], "number", topic);
    }
  }
}

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: 36 hours without network are 144 values of each total, 900 s apart`, { skip }, async (t) => {
    const house = await Household.at(engine);
    house.bench.network("down");
    await house.live(36 * HOUR);
    await house.reconnect();
    house.acknowledge();
    const entries = house.takeHistory();
    assert.equal(entries.length, 144);
    assertRegular(entries);
    assert.equal(entries[0]?.time, "2026-01-05T12:15:00Z");
    assert.equal(entries[143]?.time, "2026-01-07T00:00:00Z");
    assert.deepEqual(entries[3], {
      time: "2026-01-05T13:00:00Z",
      "total/consumption_low_tariff_kWh": 1003.6,
      "total/consumption_high_tariff_kWh": 2003.6,
      "total/gas_meter_m3": 301,
      "total/gas_meter_m3_time": "2026-01-05T13:00:00Z",
    });
    assert.equal(house.bench.counter("history-lost"), 0);
    t.diagnostic(`36 h: ${entries.length} values per total, history_lost ${house.bench.counter("history-lost")}`);
  });

  test(`engine ${engine}: 60 hours leave the newest 192, and 48 are counted as lost`, { skip }, async (t) => {
    const house = await Household.at(engine);
    house.bench.network("down");
    await house.live(60 * HOUR);
    await house.reconnect();
    house.acknowledge();
    const entries = house.takeHistory();
    assert.equal(entries.length, 192);
    assertRegular(entries);
    assert.equal(entries[191]?.time, "2026-01-08T00:00:00Z");
    assert.equal(house.bench.counter("history-lost"), 48);
    t.diagnostic(`60 h: ${entries.length} values per total, history_lost ${house.bench.counter("history-lost")}`);
  });

  test(
    `engine ${engine}: a broker that stops to acknowledge after the tenth leaves none missing`,
    { skip },
    async (t) => {
      const house = await Household.at(engine);
      house.bench.network("down");
      await house.live(36 * HOUR);
      await house.reconnect();
      house.acknowledge(10);
      const first = house.takeHistory().map(({ time }) => time);
      assert.equal(first.length, 14);
      // Nothing more comes while four are not acknowledged, until the device has enough and connects anew.
      await house.bench.pass(59_900);
      assert.deepEqual(house.takeHistory(), []);
      assert.equal(house.bench.disconnects, 1);
      await house.bench.pass(200);
      assert.equal(house.bench.disconnects, 2);
      assert.ok(house.bench.log.some((line) => line.includes("acknowledges nothing")));
      await house.reconnect();
      house.acknowledge();
      const second = house.takeHistory().map(({ time }) => time);
      assert.equal(second.length, 134);
      assert.deepEqual(
        second.slice(0, 4),
        first.slice(10),
        "what was not acknowledged comes again, with the same time",
      );
      assert.equal(new Set([...first, ...second]).size, 144);
      t.diagnostic(
        `${first.length} sent, 10 acknowledged, then ${second.length}: ${new Set([...first, ...second]).size}`,
      );
    },
  );
}

test("whatever the broker acknowledges and whenever it goes, no quarter hour is missing and no acknowledged one comes again", async () => {
  const step = fc.record({
    quarters: fc.integer({ min: 0, max: 5 }),
    acknowledged: fc.integer({ min: 0, max: 6 }),
    outOfOrder: fc.boolean(),
    lost: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const house = await Household.at("ts");
      const { bench } = house;
      let quarters = 0;
      const acknowledged: string[] = [];
      const sent: string[] = [];
      const times = new Map<number, string>();
      const look = (): void => {
        const entries = house.takeHistory();
        entries.forEach(({ time }, index) => {
          times.set(bench.unacknowledged.at(index - entries.length) ?? 0, time);
          assert.ok(!acknowledged.includes(time), `${time} was acknowledged and came again`);
          sent.push(time);
        });
        assert.ok(bench.unacknowledged.length <= 4);
      };
      for (const { quarters: more, acknowledged: count, outOfOrder, lost } of steps) {
        quarters += more;
        for (let i = 0; i < more; i++) {
          house.now += 900_000;
          house.hear();
          look();
        }
        for (let i = 0; i < count && bench.unacknowledged.length > 0; i++) {
          if (outOfOrder) {
            bench.unacknowledged.reverse();
          }
          acknowledged.push(times.get(bench.unacknowledged[0] ?? 0) ?? "");
          bench.acknowledge();
          look();
        }
        if (lost) {
          bench.network("down");
          await house.reconnect();
          look();
        }
      }
      bench.network("down");
      await house.reconnect();
      look();
      while (bench.acknowledge()) {
        look();
      }
      const all = [...new Set(sent)].sort();
      assert.deepEqual(
        all,
        Array.from({ length: quarters }, (_, index) =>
          new Date(START + (index + 1) * 900_000).toISOString().replace(".000", ""),
        ),
      );
    }),
    { numRuns: 40 },
  );
});

for (const { engine, skip } of ENGINES) {
  test(
    `engine ${engine}: what was acknowledged takes no room and is not lost, whatever falls out before it`,
    { skip },
    async () => {
      const house = await Household.at(engine, { history_quarters: "2" });
      house.bench.network("down");
      await house.live(HOUR / 2);
      await house.reconnect();
      assert.equal(house.bench.unacknowledged.length, 2);
      house.bench.unacknowledged.reverse();
      house.acknowledge(1);
      house.bench.network("down");
      await house.live(HOUR / 2);
      assert.equal(house.bench.counter("history-lost"), 1, "only the oldest fell out");
      house.takeHistory();
      await house.reconnect();
      assert.deepEqual(
        house.takeHistory().map(({ time }) => time),
        ["2026-01-05T12:45:00Z", "2026-01-05T13:00:00Z"],
      );
    },
  );
}

test("a meter whose clock is not set is dated by the device; one that is late by a little makes no second value", async () => {
  const house = await Household.at("ts");
  const { bench } = house;
  const said = (clock: string): void => bench.hear(telegram([`0-0:1.0.0(${clock})`, "1-0:1.8.1(000001.000*kWh)"]));
  said("000101120000W");
  await bench.pass(900_000, 30_000);
  said("000101121500W");
  assert.deepEqual(
    house.takeHistory().map(({ time }) => time),
    ["2026-01-05T12:15:00Z"],
  );
  said(stamp(START + 890_000));
  said(stamp(START + 901_000));
  assert.deepEqual(house.takeHistory(), []);
});

test("by setting there is no history", async () => {
  const house = await Household.at("ts", { history_quarters: "0" });
  await house.live(2 * HOUR);
  assert.deepEqual(house.takeHistory(), []);
});
