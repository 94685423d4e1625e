/** The generated C has no heap, no floating point and no recursion: what it needs of memory is known when it is built. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { needs } from "../../tools/test/needs.ts";
import { calls, cycle } from "./call-graph.ts";
import { compile, generatedFiles, pathOf } from "./files.ts";

/** Comments, texts and characters: what isn't code. */
const NOT_CODE = /\/\*[^]*?\*\/|\/\/.*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g;
const HEAP = /\b(?:malloc|calloc|realloc|free|alloca|strdup)\s*\(/;
const FLOATING_POINT = /\b(?:float|double)\b|\b\d+\.\d|\b\d+[eE][-+]?\d/;

for (const [what, pattern] of [
  ["heap", HEAP],
  ["floating point", FLOATING_POINT],
] as const) {
  test(`no ${what}`, () => {
    const files = [...generatedFiles(".c"), ...generatedFiles(".h")];
    const found = files.flatMap((file) => {
      const code = readFileSync(pathOf(file), "utf8").replace(NOT_CODE, " ");
      const match = pattern.exec(code);
      return match === null ? [] : [`${file}: ${match[0]}`];
    });
    assert.deepEqual(found, []);
  });
}

test("no recursion, and no call that could be one", { skip: needs("gcc") }, () => {
  const folder = mkdtempSync(join(tmpdir(), "p1-calls-"));
  try {
    const files = generatedFiles(".c");
    for (const [index, file] of files.entries()) {
      // Not optimised: a call that the compiler inlines or turns into a loop is a call in the source.
      const remarks = compile("gcc", "-O0", "-fcallgraph-info", "-c", "-o", join(folder, `${index}.o`), pathOf(file));
      assert.ok(remarks === "", remarks);
    }
    const graphs = readdirSync(folder).filter((name) => name.endsWith(".ci"));
    assert.equal(graphs.length, files.length, "gcc writes the calls of each file");
    const graph = calls(graphs.map((name) => readFileSync(join(folder, name), "utf8")));
    assert.deepEqual(cycle(graph), []);
    const indirect = [...graph].filter(([, callees]) => callees.has("__indirect_call")).map(([caller]) => caller);
    assert.deepEqual(indirect, [], "a call by pointer could be a recursion");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
