/** What the reader costs on the chip's instruction set does not grow unnoticed. The figures are counted, not timed. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { growth, measureExact, readAccepted, type Exact } from "../../tools/bench/accepted.ts";
import { RV32_COMPILER, versionOf } from "../../tools/bench/c.ts";
import { needs } from "../../tools/test/needs.ts";

const accepted = readAccepted();

/** Another compiler makes other code, which says nothing about a change. */
function skip(): string | false {
  const missing = needs(RV32_COMPILER, "qemu-system-riscv32");
  const version = missing === false ? versionOf(RV32_COMPILER) : undefined;
  return version === undefined || version === accepted.compiler
    ? missing
    : `this compiler is another one than that of the accepted figures: ${version}, not ${accepted.compiler}`;
}

test("instructions per byte and size have not grown by more than 3 %", { skip: skip() }, (t) => {
  const now = measureExact();
  t.diagnostic(`${now.instructionsPerByte} instructions per byte, ${now.size} bytes`);
  assert.deepEqual(growth(accepted, now), []);
});

test("a growth of more than 3 % is told, with the way to accept it", () => {
  const before: Exact = { compiler: "gcc", instructionsPerByte: 30, size: 10_000 };
  assert.deepEqual(growth(before, { ...before, instructionsPerByte: 30.9, size: 10_300 }), []);
  const [slower, ...others] = growth(before, { ...before, instructionsPerByte: 30.91, size: 9000 });
  assert.match(slower ?? "", /from 30 to 30\.91.*npm run bench -- --accept/);
  assert.deepEqual(others, []);
  assert.match(growth(before, { ...before, size: 10_301 })[0] ?? "", /code and constants.*from 10000 to 10301/);
});
