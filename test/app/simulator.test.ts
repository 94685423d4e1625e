import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { crc16 } from "../../ts/p1/crc16.ts";
import { localTime } from "../../ts/simulator/local-time.ts";
import { Simulator, type Profile } from "../../ts/simulator/simulator.ts";
import { utf8 } from "ts2c";

const PROFILES: readonly Profile[] = ["nl22", "nl42", "nl5", "be", "lu", "se", "hu", "ch"];
const START = 1767225600;

const seeds = fc.integer({ min: 0, max: 0xffffffff });
const profiles = fc.constantFrom(...PROFILES);

function next(simulator: Simulator, profile: Profile, seconds: number, utc: number): string {
  return Buffer.from(simulator.next(profile, seconds, utc)).toString("latin1");
}

/** The number behind a code; `sum` of all codes where several count. */
function number(telegram: string, ...codes: readonly string[]): number {
  return codes.reduce((sum, code) => {
    const found = new RegExp(`^${code.replaceAll(".", "\\.")}\\((?:[^)]*\\)\\()?([0-9.]+)\\*`, "m").exec(telegram);
    assert.ok(found?.[1] !== undefined, `${code} is missing in\n${telegram}`);
    return sum + Number(found[1]);
  }, 0);
}

test("every telegram ends its lines with CR LF and carries its CRC, but DSMR 2.2, which has none", () => {
  fc.assert(
    fc.property(seeds, profiles, (seed, profile) => {
      const simulator = new Simulator();
      simulator.seed(seed);
      const telegram = next(simulator, profile, 10, START);
      assert.equal(telegram.replaceAll("\r\n", "").search(/[\r\n]/), -1);
      const end = telegram.indexOf("!") + 1;
      const crc = crc16(0, utf8(telegram.slice(0, end)))
        .toString(16)
        .toUpperCase()
        .padStart(4, "0");
      assert.equal(telegram.slice(end), profile === "nl22" ? "\r\n" : `${crc}\r\n`);
      assert.match(telegram, /^\/[A-Za-z]{3}[^\r]+\r\n\r\n/);
    }),
  );
});

test("the same seed gives the same telegrams, another seed others", () => {
  const run = (seed: number): string => {
    const simulator = new Simulator();
    simulator.seed(seed);
    return [1, 2, 3].map((step) => next(simulator, "nl5", 10, START + step * 10)).join("");
  };
  const first = run(7);
  assert.notEqual(run(8), first);
  assert.equal(run(7), first);
});

test("the totals move by the power that the telegram before showed, and never back", () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 3600 }), (seed, seconds) => {
      const simulator = new Simulator();
      simulator.seed(seed);
      let before = next(simulator, "nl5", 0, START);
      for (let step = 1; step <= 20; step++) {
        const now = next(simulator, "nl5", seconds, START + step * seconds);
        for (const [power, ...totals] of [
          ["1-0:1.7.0", "1-0:1.8.1", "1-0:1.8.2"],
          ["1-0:2.7.0", "1-0:2.8.1", "1-0:2.8.2"],
        ] as const) {
          const expected = (number(before, power) * seconds) / 3600;
          const moved = number(now, ...totals) - number(before, ...totals);
          assert.ok(Math.abs(moved - expected) < 0.0021, `${power} at ${expected} kWh moved ${moved} kWh`);
        }
        before = now;
      }
    }),
    { numRuns: 30 },
  );
});

test("power is the sum of the phases and never both drawn and fed, within 10 kW", () => {
  fc.assert(
    fc.property(seeds, fc.constantFrom<Profile>("nl5", "nl42", "be", "lu", "se"), (seed, profile) => {
      const simulator = new Simulator();
      simulator.seed(seed);
      for (let step = 0; step < 10; step++) {
        const telegram = next(simulator, profile, 1, START + step);
        const [drawn, fed] = [number(telegram, "1-0:1.7.0"), number(telegram, "1-0:2.7.0")];
        const net = number(telegram, ...["21", "41", "61"].map((phase) => `1-0:${phase}.7.0`));
        const back = number(telegram, ...["22", "42", "62"].map((phase) => `1-0:${phase}.7.0`));
        assert.ok(Math.abs(drawn - fed - (net - back)) < 0.0005);
        assert.ok(drawn === 0 || fed === 0);
        assert.ok(drawn < 10 && fed < 10);
      }
    }),
  );
});

test("gas is read hourly by the older meters, every five minutes by the newer ones", () => {
  const simulator = new Simulator();
  for (const [profile, code, time] of [
    ["nl42", "0-1:24.2.1", "(260101130000W)"],
    ["nl5", "0-1:24.2.1", "(260101135500W)"],
    ["be", "0-1:24.2.3", "(260101135500W)"],
    ["nl22", "0-1:24.3.0", "(260101130000)(00)(60)(1)(0-1:24.2.1)(m3)\r\n(0"],
  ] as const) {
    simulator.seed(1);
    const telegram = next(simulator, profile, 10, START + 12 * 3600 + 59 * 60);
    assert.ok(telegram.includes(`\r\n${code}${time}`), telegram);
  }
});

test("a Belgian peak is the highest quarter of an hour of the month, dated with its end", () => {
  const simulator = new Simulator();
  simulator.seed(3);
  let highest = 0;
  let average = 0;
  for (let step = 0; step <= 360 * 6; step++) {
    const utc = START + step * 10;
    const telegram = next(simulator, "be", step === 0 ? 0 : 10, utc);
    if (utc % 900 === 0) {
      const peak = /1-0:1\.6\.0\((\d{6}(\d\d)(\d\d)00)W\)\((\d\d\.\d{3})\*kW\)/.exec(telegram);
      assert.ok(peak !== null);
      assert.ok(Number(peak[3]) % 15 === 0);
      assert.ok(Number(peak[4]) >= highest && Number(peak[4]) - Math.max(highest, average) < 0.112);
      highest = Number(peak[4]);
    }
    average = number(telegram, "1-0:1.4.0");
  }
  assert.ok(highest > 0);
});

test("the last months' peaks are dated with the first of a month at midnight, through the change of the clocks", () => {
  const simulator = new Simulator();
  for (const [date, first, second] of [
    ["2026-05-16T10:00:00Z", "(260501000000S)", "(260401000000S)"],
    ["2026-04-02T10:00:00Z", "(260401000000S)", "(260301000000W)"],
    ["2026-03-31T10:00:00Z", "(260301000000W)", "(260201000000W)"],
    ["2026-11-01T10:00:00Z", "(261101000000W)", "(261001000000S)"],
    ["2026-01-31T23:30:00Z", "(260201000000W)", "(260101000000W)"],
  ] as const) {
    const telegram = next(simulator, "be", 1, Date.parse(date) / 1000);
    const peaks = /0-0:98\.1\.0\(2\)\(1-0:1\.6\.0\)\(1-0:1\.6\.0\)(\(\w+\))\(\w+\)\([^)]*\)(\(\w+\))/.exec(telegram);
    assert.deepEqual(peaks?.slice(1), [first, second], date);
  }
});

test("local time is Central Europe's, to the hour in which the clocks change", () => {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Amsterdam",
    dateStyle: "short",
    timeStyle: "medium",
  });
  const two = (value: number): string => String(value).padStart(2, "0");
  fc.assert(
    fc.property(fc.integer({ min: 946684800, max: 4102440000 }), (utc) => {
      const time = localTime(utc, false);
      const text = `${two(time.day)}/${two(time.month)}/${time.year}, ${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;
      assert.equal(text, format.format(utc * 1000));
    }),
    { numRuns: 2000, examples: [[1774745999], [1774746000], [1793494799], [1793494800]] },
  );
});

test("Swedish meters stay in standard time", () => {
  const simulator = new Simulator();
  assert.match(next(simulator, "se", 10, Date.parse("2026-07-01T10:00:00Z") / 1000), /0-0:1\.0\.0\(260701110000W\)/);
  assert.match(next(simulator, "nl5", 10, Date.parse("2026-07-01T10:00:00Z") / 1000), /0-0:1\.0\.0\(260701120000S\)/);
});

test("without a clock the meter's own runs on", () => {
  const simulator = new Simulator();
  simulator.seed(1);
  assert.match(next(simulator, "nl5", 10, 0), /0-0:1\.0\.0\(260101010010W\)/);
  assert.match(next(simulator, "nl5", 10, 0), /0-0:1\.0\.0\(260101010020W\)/);
});
