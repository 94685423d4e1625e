/** A short attack on each target; `npm run fuzz` goes on for as long as wanted. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { Fuzzer } from "./fuzzer.ts";
import { TARGETS } from "./seeds.ts";

const RUNS = 4000;

test(
  "scripts that chance spoiled break nothing, and do the same in C and in Node",
  { skip: needs("clang", "cmake", "make") },
  async (t) => {
    const fuzzer = await Fuzzer.create();
    for (const target of TARGETS) {
      await t.test(target, (one) => {
        const { executions, kept, crash } = fuzzer.run(target, { runs: RUNS }, 1);
        one.diagnostic(`${target}: ${executions} scripts, ${kept.length} kept and compared`);
        assert.equal(crash, null);
        assert.ok(executions >= RUNS);
        assert.equal(fuzzer.difference(kept), null);
      });
    }
  },
);
