/** Each place where C and JavaScript part has fixtures of its name: what is settled, and what is refused. */

import assert from "node:assert/strict";
import { basename } from "node:path";
import { test } from "node:test";

import { acceptedFixtures, refusedFixtures } from "./support/folder.ts";

/** What is seen where C and JavaScript part, by the name of its fixtures. */
const SETTLED = {
  "order-of-operands": "C evaluates operands and arguments in any order",
  "conditional-operands": "what is moved before `a && b()` would run though `a` is false",
  overflow: "C's integers overflow, and the optimiser relies on it that they don't",
  promotion: "`u16 * u16` is an `int` in C",
  multiplication: "`(a * b) | 0` has lost bits that `Math.imul` has",
  "signed-and-unsigned": "`-1 < 1u` is false in C",
  shifts: "a count of 32 is undefined in C, and 0 in JavaScript",
  "division-remainder": "each machine divides by 0 in its own way; `-7 % 7` is −0",
  "above-2-32": "a reading in thousandths does not fit into 32 bits",
  "float-to-integer": "C's casts of what does not fit are undefined",
  "typed-array-stores": "a typed array wraps what is stored",
  "array-bounds": "JavaScript reads `undefined` outside, C reads anything",
  strings: "`é` has length 1 in JavaScript and 2 bytes in C",
  aliasing: "C copies structs, JavaScript shares objects",
  uninitialised: "C has garbage where JavaScript has `undefined`",
  switch: "a case runs on into the next one in both",
  "compound-assignment": "`a[i] += f()` reads before or after the call",
  modules: "JavaScript runs modules in the order of their imports",
  recursion: "a stack that overflows is an exception or damage",
  names: "words of C and its headers",
  literals: "C reads escapes and trigraphs of its own",
  equality: "`==` converts",
  "negative-zero": "-x at 0 is −0, which prints",
  nan: "integers have neither NaN nor Infinity",
  "2-53": "beyond it doubles are not exact, and `int64_t` is",
  assignability: "tsc takes one type for another of the same shape",
  narrowing: "tsc keeps what it knows over calls that change it",
  "for-of": "JavaScript walks the view as it was",
  "console-log": "a `%` in a first text is a format",
  "set-overlapping": "JavaScript copies as if through a buffer",
} as const;

/** Where nothing is refused: the C is written so that it does the same, whatever the program says. */
const NEVER_REFUSED = [
  "order-of-operands",
  "signed-and-unsigned",
  "above-2-32",
  "literals",
  "for-of",
  "set-overlapping",
] as const;

function missing(rows: readonly string[], files: readonly string[]): string[] {
  const names = files.map((file) => basename(file, ".ts"));
  return rows.filter(
    (row) => !names.some((name) => name === `divergence-${row}` || name.startsWith(`divergence-${row}-`)),
  );
}

const rows = Object.keys(SETTLED);

test("each is settled in an accepted program", () => {
  assert.deepEqual(missing(rows, acceptedFixtures()), []);
});

test("each is refused where it can't be settled", () => {
  assert.deepEqual(missing(rows, refusedFixtures()).sort(), [...NEVER_REFUSED].sort());
});

test("no fixture is named after something else", () => {
  const named = [...acceptedFixtures(), ...refusedFixtures()].map((file) => basename(file, ".ts"));
  const strange = named.filter(
    (name) => name.startsWith("divergence-") && !rows.some((row) => missing([row], [name]).length === 0),
  );
  assert.deepEqual(strange, []);
});
