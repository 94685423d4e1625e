/** The generated C is clean under both compilers, and each header stands on its own. */

import assert from "node:assert/strict";
import { devNull } from "node:os";
import { test } from "node:test";

import { needs } from "../../tools/test/needs.ts";
import { compile, generatedFiles, pathOf } from "./files.ts";

const sources = generatedFiles(".c");
const headers = generatedFiles(".h");

test("there is generated C", () => {
  assert.ok(sources.length > 0 && headers.length > 0, "generated/ has no C. Run: npm run generate");
});

for (const compiler of ["gcc", "clang"] as const) {
  // Optimised, since some warnings come from the optimiser's look at the values.
  test(`${compiler} has nothing to say about the sources`, { skip: needs(compiler) }, () => {
    const remarks = sources.map((file) => compile(compiler, "-O2", "-c", "-o", devNull, pathOf(file)));
    assert.ok(remarks.every((remark) => remark === ""), remarks.join(""));
  });

  test(`${compiler} takes each header by itself`, { skip: needs(compiler) }, () => {
    const remarks = headers.map((file) => compile(compiler, "-fsyntax-only", "-include", pathOf(file), "-xc", devNull));
    assert.ok(remarks.every((remark) => remark === ""), remarks.join(""));
  });
}
