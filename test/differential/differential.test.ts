/** Random programs do the same in Node and in C; programs near the edge are refused, or do the same. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { refuse } from "../../tools/ts2c/src/diagnostics.ts";
import { needs } from "../../tools/test/needs.ts";
import { runCampaign, summary, told, type Outcome } from "./campaign.ts";

/** The same programs in every run: a failure here is one that somebody's change brought. */
const SEED = 1;
const GCC = { compiler: "gcc", optimisation: "-O1", sanitized: true } as const;

function same(outcome: Outcome): void {
  const { failed } = outcome;
  const again = "npm run fuzz:language -- --programs 1 --seed";
  assert.ok(
    failed.length === 0,
    [summary(outcome), ...failed.map((each) => `${told(each)}\n${again} ${String(each.seed)}`)].join("\n"),
  );
}

test("500 random programs", { skip: needs("gcc") }, async (context) => {
  const outcome = await runCampaign("random", SEED, 500, [GCC]);
  context.diagnostic(summary(outcome));
  same(outcome);
  assert.ok(outcome.same >= 450, `ts2c refuses too many: ${summary(outcome)}`);
});

/** What no program of a batch raises, which is one module. */
const UNRAISED = {
  TS2C0002: "what an imported module does at its top level",
  TS2C0102: "a circle of imports",
  TS2C0107: "an import of types of a module that runs",
  TS2C0104: "a module whose own name is a word of C",
};

test("programs near the edge", { skip: needs("gcc") }, async (context) => {
  const outcome = await runCampaign("edge", SEED, 300, [GCC]);
  context.diagnostic(summary(outcome));
  same(outcome);
  assert.ok(outcome.same >= 90, `ts2c refuses too many: ${summary(outcome)}`);
  const silent = Object.values(refuse).filter(({ code }) => !outcome.refused.has(code));
  assert.deepEqual(silent.map(({ code }) => code).sort(), Object.keys(UNRAISED).sort());
  assert.ok(outcome.same <= 240, `ts2c refuses too few, or the programs have become tame: ${summary(outcome)}`);
});

test("programs with clang and optimised", { skip: needs("gcc", "clang") }, async () => {
  same(await runCampaign("random", SEED + 1000, 50, [{ compiler: "clang", optimisation: "-O1", sanitized: true }]));
  same(await runCampaign("random", SEED + 1050, 50, [{ compiler: "gcc", optimisation: "-O2", sanitized: false }]));
});
