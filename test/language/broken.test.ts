/** Files that are no program: each gets a diagnostic with its place, or is what it is; none makes ts2c throw. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { build } from "../../tools/ts2c/src/build.ts";

const folder = mkdtempSync(join(tmpdir(), "broken-"));
after(() => rmSync(folder, { recursive: true }));
/** Somebody named a folder like a file. */
mkdirSync(join(folder, "folder.ts"));

const BROKEN: Readonly<Record<string, string | Uint8Array>> = {
  binary: Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) & 255),
  zeros: "a\0b\0c",
  "unterminated text": 'const a = "abc\n',
  "unterminated comment": "/* abc",
  "unterminated template": "const a = `abc ${",
  "unterminated pattern": "const a = /abc",
  "a function that is cut off": "function f(a: number): number {\n  return a +",
  JSON: '{ "a": 1 }',
  C: "#include <stdio.h>\nint main(void) { return 0; }\n",
  "a module that is missing": 'import { x } from "./nowhere.ts";\nconsole.log(x);\n',
  "a module that is a folder": 'import { x } from "./folder.ts";\nconsole.log(x);\n',
  "a driver that is missing": 'import * as d from "#platform/none";\nd.f();\n',
  "an import of itself": 'import { x } from "./input.ts";\nexport const y = x;\n',
  "a type of itself": "type A = A;\nconst a: A = 1;\n",
  "a class that extends itself": "class A extends A {}\n",
  "one name three times": "const a = 1; const a = 2; function a() {}\n",
};

/** Whose diagnostic names a place, as every one does. */
const PLACED = /^\S*input\.ts:\d+:\d+ - error TS(2C)?\d+: /m;

function errorsOf(text: string | Uint8Array): string {
  const file = join(folder, "input.ts");
  writeFileSync(file, text);
  return build([file], { root: folder, lines: false }).errors;
}

for (const [what, text] of Object.entries(BROKEN)) {
  test(`${what} is told, with its place`, () => {
    assert.match(errorsOf(text), PLACED);
  });
}

const WHOLE: Readonly<Record<string, string>> = {
  "an empty file": "",
  "a mark of the byte order": "\ufeffconsole.log(1, 2);\n",
  "lines that end in CR and LF": 'console.log("a");\r\nconsole.log(2);\r\n',
  "a line of a megabyte": `const a = "${"x".repeat(1_000_000)}";\nconsole.log(1, a);\n`,
};

for (const [what, text] of Object.entries(WHOLE)) {
  test(`${what} is a program`, () => {
    assert.equal(errorsOf(text), "");
  });
}
