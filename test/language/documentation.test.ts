/** docs/static-typescript.md says of the language what the transpiler does. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";

import ts from "typescript";

import { BUILT_INS } from "../../tools/docs/language/built-ins.ts";
import { LANGUAGE } from "../../tools/docs/language/made.ts";
import {
  DECLARATIONS,
  EXPRESSIONS,
  isWritten,
  kindNames,
  OPERATORS,
  REFUSED_OPERATORS,
  STATEMENTS,
} from "../../tools/docs/language/syntax.ts";
import { TYPES } from "../../tools/docs/language/types.ts";
import { ACCEPTED } from "../../tools/ts2c/src/check/syntax.ts";
import { refuse } from "../../tools/ts2c/src/diagnostics.ts";
import { FUNCTIONS, MATH } from "../../tools/ts2c/src/infer/calls.ts";
import { FLOAT_MATH } from "../../tools/ts2c/src/infer/floats.ts";
import { VIEW_METHODS } from "../../tools/ts2c/src/infer/views.ts";
import { ELEMENTS } from "../../tools/ts2c/src/model/types.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const page = readFileSync(resolve(ROOT, "docs/static-typescript.md"), "utf8");

/** Between the binary operators in TypeScript's list of tokens, and none. */
const NO_OPERATORS = ["?", ":", "@", "!", "~", "++", "--", "`", "#", "=>", "</"];

const isOperator = (kind: ts.SyntaxKind): boolean =>
  kind >= ts.SyntaxKind.FirstBinaryOperator &&
  kind <= ts.SyntaxKind.LastBinaryOperator &&
  !NO_OPERATORS.includes(ts.tokenToString(kind) ?? "");

// Tokens stand inside of something else; operators have a table of their own.
test("each accepted kind of syntax is in one table, and nothing else is", () => {
  const told = [...DECLARATIONS, ...STATEMENTS, ...EXPRESSIONS]
    .flatMap(({ kinds }) => kinds)
    .filter((name) => !name.endsWith("Token"));
  const names = kindNames();
  const accepted = [...ACCEPTED].map((kind) => names.get(kind) ?? "").filter((name) => !name.endsWith("Token"));
  assert.deepEqual([...told].sort(), accepted.sort());
});

test("every other kind that can be written is on the page", () => {
  const words = new Set(page.match(/\w+/g));
  const typed = TYPES.flatMap(({ kinds }) => kinds);
  const missing = [...kindNames().values()].filter(
    (name) => isWritten(name) && !typed.includes(name) && !words.has(name),
  );
  assert.deepEqual(missing, []);
});

test("each binary operator is in the table", () => {
  const told = [...OPERATORS, ...REFUSED_OPERATORS].flatMap(({ written }) => written);
  const all = [...kindNames().keys()].filter(isOperator).map((kind) => ts.tokenToString(kind)!);
  assert.deepEqual([...told].sort(), [...all, ",", "in", "instanceof"].sort());
});

test("each built-in is in the table, and the table has no other", () => {
  const elements = Object.keys(ELEMENTS);
  const known = [
    ...[...FUNCTIONS.keys(), "array", "constant"],
    ...new Set([...MATH.keys(), ...FLOAT_MATH].map((name) => `Math.${name}`)),
    ...elements.map((name) => `${name}.clamp`),
    ...[...VIEW_METHODS.keys(), "length"].map((name) => `view.${name}`),
    "console.log",
  ];
  assert.deepEqual(BUILT_INS.map(({ written }) => written.replace(/\(.*/, "")).sort(), known.sort());
});

test("each code is on the page", () => {
  const missing = Object.values(refuse)
    .map(({ code }) => code)
    .filter((code) => !page.includes(`| ${code} |`));
  assert.deepEqual(missing, []);
});

const BLOCK = /<!-- made by npm run docs: (\S+)(?: (.*))? -->\n\n([^]*?)\n<!-- end -->/g;
const blocks = [...page.matchAll(BLOCK)].map(([, maker = "", rest = "", text = ""]) => ({ maker, rest, text }));

test("the page shows what the transpiler makes today", () => {
  process.chdir(ROOT);
  const made = blocks.filter(({ maker }) => maker in LANGUAGE);
  assert.ok(made.length > 15);
  for (const { maker, rest, text } of made) {
    assert.equal(text, LANGUAGE[maker](rest), `${maker} ${rest}: run npm run docs`);
  }
});
