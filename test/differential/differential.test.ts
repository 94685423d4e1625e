/** Random programs do the same in Node and in C; programs near the edge are refused, or do the same. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { runCampaign, summary, told, type Outcome } from "./campaign.ts";

/** The same programs in every run: a failure here is one that somebody's change brought. */
const SEED = 1;

function same(outcome: Outcome): void {
  const { failed } = outcome;
  const again = "npm run fuzz:language -- --programs 1 --seed";
  assert.ok(
    failed.length === 0,
    [summary(outcome), ...failed.map((each) => `${told(each)}\n${again} ${String(each.seed)}`)].join("\n"),
  );
}

test("500 random programs", { skip: needs("gcc") }, async (context) => {
  const outcome = await runCampaign("random", SEED, 500, [{ compiler: "gcc", optimisation: "-O1" }]);
  context.diagnostic(summary(outcome));
  same(outcome);
  assert.ok(outcome.same >= 450, `ts2c refuses too many: ${summary(outcome)}`);
});

test("programs near the edge", { skip: needs("gcc") }, async (context) => {
  const outcome = await runCampaign("edge", SEED, 300, [{ compiler: "gcc", optimisation: "-O1" }]);
  context.diagnostic(summary(outcome));
  same(outcome);
  assert.ok(outcome.same >= 90, `ts2c refuses too many: ${summary(outcome)}`);
  assert.ok(outcome.same <= 240, `ts2c refuses too few, or the programs have become tame: ${summary(outcome)}`);
});

test("programs with clang and optimised", { skip: needs("gcc", "clang") }, async () => {
  same(await runCampaign("random", SEED + 1000, 50, [{ compiler: "clang", optimisation: "-O1" }]));
  same(await runCampaign("random", SEED + 1050, 50, [{ compiler: "gcc", optimisation: "-O2" }]));
});
