/** Refused programs get the diagnostics that their first lines name, at the places that they name, and no others. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, test } from "node:test";

import { build } from "../../tools/ts2c/src/build.ts";
import { refuse } from "../../tools/ts2c/src/diagnostics.ts";
import {
  diagnosticsByFile,
  expectedDiagnostics,
  fixedFixtures,
  REFUSED,
  refusedFixtures,
  refusedModules,
} from "./support/folder.ts";

const files = refusedFixtures();

/** Where constants can't be computed or types have no end, nothing else is looked at: programs of their own. */
const isAlone = (file: string): boolean => /^\/\/ TS2C(0701|0213) /.test(readFileSync(file, "utf8"));

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
    assert.deepEqual(
      codes.filter((code) => !shown.has(code)),
      [],
    );
  });

  // Whether they are, accepted.test.ts shows.
  test("each is there again, written so that it is accepted", () => {
    const fixed = new Set(fixedFixtures());
    assert.deepEqual(
      files.filter((file) => !fixed.has(file.replace(/\.ts$/, ".fixed.ts"))),
      [],
    );
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
