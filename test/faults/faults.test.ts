/** Short forms of `npm run faults`, and the bugs that it has to find. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { campaign, describe, type Outcome } from "./campaign.ts";
import { KINDS } from "./events.ts";
import { SABOTAGES } from "./sabotage.ts";

const SCHEDULES = 250;
const SCHEDULES_IN_C = 12;
/** A bug has to be found within so many. */
const MOST = 10_000;

function assertRight(
  { failure, schedules, telegrams, messages, seconds }: Outcome,
  told: (line: string) => void,
): void {
  assert.equal(failure === null ? null : describe(failure), null);
  told(`${schedules} schedules, ${telegrams} telegrams, ${messages} messages, ${Math.round(seconds / 86_400)} days`);
}

test("whatever happens by chance, what the device says is right, counted, and said in time", async (t) => {
  const outcome = await campaign({ schedules: SCHEDULES, seed: 1, every: 1, engine: "ts", sabotage: null });
  assertRight(outcome, (line) => t.diagnostic(line));
  t.diagnostic(KINDS.map((kind) => `${kind} ${outcome.events[kind]}`).join(", "));
  for (const kind of KINDS) {
    assert.ok(outcome.events[kind] >= 30, `${kind} happened ${outcome.events[kind]} times`);
  }
});

test("the C does so too", { skip: needs("cc") }, async (t) => {
  const order = { schedules: SCHEDULES_IN_C, seed: 5001, every: 1, engine: "c", sabotage: null } as const;
  assertRight(await campaign(order), (line) => t.diagnostic(line));
});

for (const sabotage of SABOTAGES) {
  test(`a planted bug is found: ${sabotage.name}`, async (t) => {
    const { failure, schedules } = await campaign({ schedules: MOST, seed: 1, every: 1, engine: "ts", sabotage });
    assert.ok(failure !== null, `not found within ${schedules} schedules`);
    assert.doesNotMatch(failure.what, /^panic/);
    t.diagnostic(`found after ${schedules} schedules, by ${failure.smallest.events.length} events: ${failure.what}`);
  });
}
