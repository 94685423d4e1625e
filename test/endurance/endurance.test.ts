/** Short forms of `npm run endurance`: hours around each moment at which something goes round or begins anew, and months. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { native, typescript, type Drivers, type Engine } from "../faults/engine.ts";
import { Fault } from "../faults/judge.ts";
import { SABOTAGES } from "../faults/sabotage.ts";
import { Endurance } from "./endure.ts";
import { beginYears } from "./years.ts";

const HOUR = 3600;
/** The milliseconds go round two hours after the start of each. */
const OFFSET = 2 ** 32 - 2 * HOUR * 1000;

const MOMENTS = {
  "summer time begins": "2029-03-25T01:00:00Z",
  "summer time ends": "2029-10-28T01:00:00Z",
  "a leap day begins": "2032-02-28T23:00:00Z",
  "a leap day ends": "2036-02-29T23:00:00Z",
  "a year ends": "2031-12-31T23:00:00Z",
  "seconds since 1970 no longer fit 31 bits": "2038-01-19T03:14:08Z",
};

/** Two hours before a moment, and two after it, with another meter in between. */
async function around(engine: Engine, drivers: Drivers, moment: string): Promise<number> {
  const utc = Date.parse(moment) / 1000 - 2 * HOUR;
  const endurance = new Endurance(engine, drivers, { seed: 1, offset: OFFSET, utc, every: 10 });
  await endurance.begin();
  await endurance.pass(3 * HOUR);
  endurance.replaceMeter();
  await endurance.pass(2 * HOUR);
  await endurance.look();
  assert.ok(endurance.counts().heldBack > 0, "a register starts again");
  return endurance.counts().telegrams;
}

for (const name of ["ts", "c"] as const) {
  test(
    `engine ${name}: nothing is seen of what goes round`,
    { skip: name === "c" ? needs("cc") : false },
    async (t) => {
      const drivers: Drivers = {};
      const engine = name === "c" ? native(drivers) : await typescript(drivers, null);
      for (const [what, moment] of Object.entries(MOMENTS)) {
        t.diagnostic(`${what}, ${moment}: ${await around(engine, drivers, moment)} telegrams`);
      }
    },
  );
}

test("a pause that never ends once the milliseconds went round is found", async () => {
  const drivers: Drivers = {};
  const sabotage = SABOTAGES.find(({ name }) => name === "clock-goes-round") ?? null;
  const engine = await typescript(drivers, sabotage);
  await assert.rejects(around(engine, drivers, "2031-06-01T12:00:00Z"), Fault);
});

test("two months of the TypeScript, a telegram each minute", async (t) => {
  const drivers: Drivers = {};
  const utc = Date.parse("2037-12-01T00:00:00Z") / 1000;
  const endurance = new Endurance(await typescript(drivers, null), drivers, {
    seed: 2,
    offset: OFFSET,
    utc,
    every: 60,
  });
  await endurance.begin();
  for (let day = 0; day < 60; day++) {
    await endurance.day(day);
  }
  t.diagnostic(JSON.stringify(endurance.counts()));
});

test("a year of the C, a telegram each minute", { skip: needs("cc") }, async (t) => {
  const years = await beginYears(Date.parse("2037-09-01T00:00:00Z") / 1000, OFFSET, 60);
  for (let day = 0; day < 365; day++) {
    assert.equal(years.day(), null);
  }
  const counts = years.counts();
  t.diagnostic(JSON.stringify(counts));
  assert.equal(counts.telegrams, 365 * 1440);
  assert.equal(counts.quarters, 365 * 96 - 1);
  assert.ok(counts.heldBack >= 10, "registers start again");
});
