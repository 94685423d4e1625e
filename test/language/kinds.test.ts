/** Every kind of TypeScript's syntax is accepted somewhere, refused somewhere, or on the list of those that can't be. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import ts from "typescript";

import { acceptedFixtures, expectedDiagnostics, fixedFixtures, refusedFixtures } from "./support/folder.ts";
import { UNSHOWN } from "./support/unshown-kinds.ts";

/** What a walk calls a node, tokens included; `places` are the only ones that count, where they are given. */
function kindsIn(file: string, places?: ReadonlySet<string>): Set<ts.SyntaxKind> {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true);
  const found = new Set<ts.SyntaxKind>();
  const visit = (node: ts.Node): void => {
    const { line, character } = source.getLineAndCharacterOfPosition(node.getStart());
    if (places === undefined || places.has(`${line + 1}:${character + 1}`)) {
      found.add(node.kind);
    }
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return found;
}

const accepted = new Set([...acceptedFixtures(), ...fixedFixtures()].flatMap((file) => [...kindsIn(file)]));
const refused = new Set(
  refusedFixtures().flatMap((file) => {
    const places = new Set(expectedDiagnostics(file).map((each) => each.split(" ")[0]));
    return [...kindsIn(file, places)];
  }),
);

/** Each kind once, under the name that no range of kinds has. */
const KINDS = new Map<ts.SyntaxKind, string>();
for (const [name, kind] of Object.entries(ts.SyntaxKind)) {
  if (typeof kind === "number" && !/^(First|Last)[A-Z]/.test(name) && name !== "Count") {
    KINDS.set(kind, name);
  }
}

test("every kind of syntax has a fixture, or a reason to have none", () => {
  const shown = [...KINDS].filter(([kind]) => accepted.has(kind) || refused.has(kind)).map(([, name]) => name);
  const listed = Object.values(UNSHOWN).flat();
  assert.deepEqual([...KINDS.values()].filter((name) => !shown.includes(name) && !listed.includes(name)).sort(), []);
  assert.deepEqual(
    listed.filter((name) => shown.includes(name)),
    [],
    "these have fixtures: they need no place on the list",
  );
});
