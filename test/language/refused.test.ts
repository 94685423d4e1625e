/** Refused programs get the diagnostics that their first lines name, at the places that they name, and no others. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, test } from "node:test";

import { build } from "../../tools/ts2c/src/build.ts";
import { refuse } from "../../tools/ts2c/src/diagnostics.ts";
import { diagnosticsByFile, expectedDiagnostics, REFUSED, refusedFixtures, refusedModules } from "./support/folder.ts";

const files = refusedFixtures();

/**
 * What a rule before them says already: a call of what is no function has a type that is refused, and a generic
 * function that uses itself with new types calls itself.
 */
const WITHOUT_FIXTURE = ["TS2C0211", "TS2C0213"];

/** Where constants can't be computed nothing else is looked at, so those fixtures are programs of their own. */
const isAlone = (file: string): boolean => readFileSync(file, "utf8").startsWith("// TS2C0701 ");

const errorsOf = (together: readonly string[]): string => build(together, { root: REFUSED, lines: false }).errors;

describe("refused programs", () => {
  const together = files.filter((file) => !isAlone(file));
  const found = diagnosticsByFile(
    [errorsOf(together), ...files.filter(isAlone).map((file) => errorsOf([file]))].join(""),
  );
  const all = [...files, ...refusedModules()];
  for (const file of all) {
    test(basename(file), () => {
      const expected = expectedDiagnostics(file);
      assert.ok(expected.length > 0, "the first lines name no diagnostic: `// TS2C0301 at 5:12`");
      assert.deepEqual([...(found.get(file) ?? [])].sort(), expected.sort());
    });
  }

  test("every code has a fixture", () => {
    const codes = Object.values(refuse).map((rule) => rule.code);
    const shown = new Set(all.flatMap((file) => expectedDiagnostics(file).map((each) => each.split(" ")[1])));
    assert.deepEqual(codes.filter((code) => !shown.has(code)).sort(), WITHOUT_FIXTURE);
  });
});

test("what tsc refuses is shown as tsc shows it", () => {
  const folder = mkdtempSync(join(tmpdir(), "broken-"));
  try {
    const file = join(folder, "broken.ts");
    writeFileSync(file, "const a: = 3;\nfunction (\n");
    const { errors, errorCount } = build([file], { root: folder, lines: false });
    assert.ok(errorCount > 0);
    assert.match(errors, /broken\.ts:1:10 - error TS1110: /);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
