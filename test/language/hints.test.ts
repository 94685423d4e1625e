/** What a diagnostic says to write is written where it says, as often as there are diagnostics; then the program is accepted. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { build } from "../../tools/ts2c/src/build.ts";

const IMPORT = 'import { u8, utf8, type Bytes, type i32, type int, type u16, type u32 } from "ts2c";\n';

/** Programs in which `TEST` stands where a test before would be. */
const TESTED: Readonly<Record<string, string>> = {
  "an index without a bound": "export function f(b: Bytes, i: u32): u8 {\nTEST  return b[i];\n}\n",
  "an index that may be negative": "export function f(b: Bytes, i: i32): u8 {\nTEST  return b[i];\n}\n",
  "an index into a field": `class Ring {
  private readonly items: Uint8Array = new Uint8Array(16);

  at(index: u8): u8 {
TEST    return this.items[index];
  }
}
const ring = new Ring();
export function f(n: u8): u8 {
  return ring.at(n);
}
`,
  "a divisor that may be 0": "export function f(a: u16, n: u16): int {\nTEST  return Math.trunc(a / n);\n}\n",
  "what does not fit": "export function f(n: i32): u8 {\nTEST  return n;\n}\n",
  "what a call may have set to null": `class Kept {
  last: u8 | null = 4;

  drop(): void {
    this.last = null;
  }
}
const kept = new Kept();
export function f(): u8 {
  if (kept.last === null) {
    return 0;
  }
  kept.drop();
TEST  return kept.last;
}
`,
  "a copy without room":
    "export function f(target: Uint8Array, bytes: Bytes, at: u32): u8 {\nTEST  target.set(bytes, at);\n  return 1;\n}\n",
};

/** Programs in which something has to be written in another way. */
const WRITTEN: Readonly<Record<string, readonly [program: string, wrong: string]>> = {
  "an index, read with a default": ["export function f(b: Bytes, i: u32): u8 {\n  return b[i];\n}\n", "b[i]"],
  "a default of what may be null": ["export function f(n: u8 | null): u8 {\n  return n ?? 3;\n}\n", "n ?? 3"],
  "the length of a text": ["export function f(t: string): u32 {\n  return t.length;\n}\n", "t"],
};

const folder = mkdtempSync(join(tmpdir(), "hints-"));
after(() => rmSync(folder, { recursive: true }));

/** What is said of a program: each code with its way out. */
function told(name: string, program: string): string[] {
  const file = join(folder, `${name.replace(/\W+/g, "_")}.ts`);
  writeFileSync(file, IMPORT + program.replace(/TEST/, ""));
  const { errors } = build([file], { root: folder, lines: false });
  return errors === "" ? [] : errors.trimEnd().split(/\n\n/);
}

for (const [what, program] of Object.entries(TESTED)) {
  test(`${what} is tested as the diagnostic says`, () => {
    let [now, turns] = [program, 0];
    for (let said = told(what, now); said.length > 0; said = told(what, now), turns++) {
      assert.ok(turns < 3, said.join("\n"));
      const wanted = /Test `(.+?)`.* before/.exec(said[0])?.[1];
      assert.ok(wanted !== undefined, said[0]);
      now = now.replace("TEST", `  if (!(${wanted})) {\n    return 0;\n  }\nTEST`);
    }
    assert.ok(turns > 0, "nothing is refused");
  });
}

for (const [what, [program, wrong]] of Object.entries(WRITTEN)) {
  test(`${what} is written as the diagnostic says`, () => {
    const [said] = told(what, program);
    const instead = /(?:read|write|bytes are) `(.+?)`/.exec(said)?.[1];
    assert.ok(instead !== undefined, said);
    assert.deepEqual(told(what, program.replace(`return ${wrong}`, `return ${instead}`)), []);
  });
}
