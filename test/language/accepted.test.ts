/** Accepted programs print the same in Node and as C, however the C is compiled. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, describe, test } from "node:test";

import { needs } from "../../tools/test/needs.ts";
import { ACCEPTED, acceptedFixtures, fixedFixtures, REFUSED } from "./support/folder.ts";
import { type Programs, transpile } from "./support/programs.ts";
import { runAsC, runInNode, TARGETS } from "./support/run.ts";

const SETS = [
  { what: "accepted programs", root: ACCEPTED, files: acceptedFixtures() },
  { what: "refused programs, written as the diagnostic says", root: REFUSED, files: fixedFixtures() },
];

for (const { what, root, files } of SETS) {
  describe(what, () => {
    const folder = mkdtempSync(join(tmpdir(), "language-"));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const programs = transpile(files, root, folder);
    const expected = runInNode(files);

    test("are accepted", () => {
      assert.ok(typeof programs !== "string", typeof programs === "string" ? programs : "");
    });

    for (const file of files) {
      const name = basename(file);
      test(`${name} prints something to compare`, () => {
        const lines = new Set(expected.get(name)?.trim().split(/\s+/));
        assert.ok(lines.size >= 2, `${name} prints ${JSON.stringify(expected.get(name))}`);
      });
    }

    for (const target of TARGETS) {
      test(`print the same: ${target.name}`, { skip: needs(...target.tools) }, () => {
        assert.deepEqual(runAsC(programs as Programs, target), expected);
      });
    }
  });
}
