/** However the command is used and whatever it is given: a sentence, an exit status, and no stack trace. */

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

import { build } from "../../tools/ts2c/src/build.ts";
import { failureOf } from "../../tools/ts2c/src/command/failure.ts";
import { requirePrograms, writeFiles } from "../../tools/ts2c/src/command/files.ts";
import { parse } from "../../tools/ts2c/src/command/options.ts";
import { ts2c } from "./support/command.ts";
import { folderOf } from "./support/folder-of-files.ts";

/** What the work ends with. */
function endOf(work: () => unknown): { status: number; sentence: string } {
  try {
    work();
  } catch (error) {
    return failureOf(error);
  }
  return { status: 0, sentence: "" };
}

const WRONG_USES: readonly (readonly [string, string])[] = [
  ["transpile a.ts", "there is no command transpile"],
  ["build", "build needs a file"],
  ["build a.ts", "build needs --out DIR"],
  ["build a.ts --out", "Option '--out <value>' argument missing"],
  ["run a.ts b.ts", "run takes one file"],
  ["run a.ts --engine java", "there is no engine java: it is c or node"],
  ["run a.ts --lines", "run has no option --lines"],
  ["check a.ts --fast", "Unknown option '--fast'"],
  ["check a.ts --explain here", "--explain needs FILE:LINE, and here is none"],
  ["check a.ts b.ts --explain 3", "--explain needs FILE:LINE, and 3 is none"],
];

for (const [words, sentence] of WRONG_USES) {
  test(`wrong use: ${words}`, () => {
    const end = endOf(() => parse(words.split(" ")));
    assert.deepEqual(end, { status: 2, sentence: `${sentence}. ts2c --help lists the commands.` });
  });
}

test("a file that is no program", (context) => {
  const folder = folderOf(context, {
    "page.md": "# Page\n",
    "types.d.ts": "declare const a: number;\n",
    "latin.ts": Uint8Array.of(0x2f, 0x2f, 0xe9),
    "zero.ts": "const a = 1;\0",
    "binary.ts": Uint8Array.from({ length: 512 }, (_, index) => index),
  });
  mkdirSync(join(folder, "inside.ts"));
  symlinkSync("round.ts", join(folder, "round.ts"));
  const said = (name: string): string => {
    const { status, sentence } = endOf(() => requirePrograms([join(folder, name)]));
    assert.equal(status, 1, name);
    return sentence.replace(join(folder, name), "FILE");
  };
  assert.equal(said("missing.ts"), "there is no file FILE.");
  assert.equal(said("inside.ts"), "FILE is a folder. Name a file.");
  assert.equal(said("page.md"), "FILE is no program: a program's name ends in .ts.");
  assert.equal(said("types.d.ts"), "FILE is no program: a program's name ends in .ts.");
  assert.equal(said("latin.ts"), "FILE is no text in UTF-8.");
  assert.equal(said("zero.ts"), "FILE is no text in UTF-8.");
  assert.equal(said("binary.ts"), "FILE is no text in UTF-8.");
  assert.equal(said("round.ts"), "FILE can't be read: its links go round in a circle.");
  assert.match(endOf(() => requirePrograms(["/dev/null"])).sentence, /is no file\.$/);
});

test("an output folder that can't be written", (context) => {
  const folder = folderOf(context, { taken: "" });
  const { status, sentence } = endOf(() => writeFiles(join(folder, "taken", "c"), [["a.c", ""]]));
  assert.equal(status, 1);
  assert.match(sentence, /a\.c can't be written: something on the way to it is no folder\.$/);
});

/** Programs that no one wants to read. Each is refused, by whomever, or is too deep; none is a mistake of ts2c's. */
const BROKEN: Readonly<Record<string, string>> = {
  syntax: "class {{{ function \n",
  "no end": "const a = (1 + \n",
  missing: 'import { a } from "./nope.ts";\nconsole.log(a);\n',
  itself: 'import { a } from "./start.ts";\nexport const b = a;\n',
  any: "const a: any = 1;\nconsole.log(a.b.c);\n",
  namespace: "namespace A { export const b = 1; }\nconsole.log(A.b);\n",
  generator: "export function* g() { yield 1; }\nexport async function h() { await 1; }\n",
  exports: "export default 1;\nexport = 2;\n",
  "enum of texts": 'const enum E { A = "x" }\nconsole.log(E.A);\n',
  members: 'class A { ["x"] = 1; "y" = 2; 3 = 4; static { } constructor(private z: number) {} }\nnew A(1);\n',
  abstract: "abstract class A { abstract f(): void; #p = 2; get q() { return this.#p; } }\n",
  destructuring: "export const { a, b } = { a: 1, b: 2 };\nconst [c] = [1];\nconsole.log(a, b, c);\n",
  labels: "label: for (;;) { break label; }\ndebugger;\nvar v = 1;\nv;\n",
  literals: 'console.log(1e400, 0.5, 0x1FFFFFFFFFFFFFFF, -0, "\\ud800", `a${1}`, /x/.source);\n',
  "built-ins as values":
    'import { u8, array, utf8 } from "ts2c";\nconst f = u8;\nconsole.log(f(3));\nutf8;\nMath.PI;\n',
  "negative size": "const b = new Uint8Array(-1);\nconsole.log(b.length);\n",
  "size of many": "const b = new Uint8Array([1, 2]);\nconsole.log(b.length);\n",
  "record in itself": "interface A { readonly a: A | null }\nfunction f(a: A): boolean { return a.a === null; }\nf;\n",
  "variant in itself":
    'interface L { readonly k: "l" }\ninterface N { readonly k: "n"; readonly a: T }\ntype T = L | N;\n' +
    'function f(a: T): boolean { return a.k === "l"; }\nf;\n',
  "type of itself": "type A = A[];\nconst a: A = [];\nconsole.log(a.length);\n",
  "record that grows": "interface G<T> { readonly g: G<G<T>> | null }\nfunction f(a: G<boolean>): void {}\nf;\n",
  "this of nobody": "function f(this: void): void {}\nf();\n",
  overloads: "function f(a: boolean): void;\nfunction f(): void;\nfunction f(a?: boolean): void {}\nf();\n",
  parentheses: `const x = ${"(".repeat(20000)}1${")".repeat(20000)};\n`,
  "long condition": `function f(a: boolean): boolean { return ${"a && ".repeat(20000)}a; }\nconsole.log(f(true));\n`,
  blocks: `${"{".repeat(5000)}${"}".repeat(5000)}\n`,
};

for (const [name, text] of Object.entries(BROKEN)) {
  test(`a broken program is refused: ${name}`, (context) => {
    const folder = folderOf(context, { "start.ts": text });
    let told = "";
    const { status, sentence } = endOf(() => {
      told = build([join(folder, "start.ts")], { root: folder, lines: false }).errors;
    });
    assert.notEqual(status, 3, sentence);
    assert.match(told + sentence, /start\.ts:\d+:\d+ - error TS|nested too deeply/);
  });
}

test("the command's exit status", (context) => {
  const folder = folderOf(context, { "wrong.ts": "const a: = 3;\n", "good.ts": "console.log(1);\n" });
  const unknown = ts2c(folder, ["--nothing"]);
  assert.equal(unknown.status, 2);
  assert.equal(unknown.stderr, "ts2c: Unknown option '--nothing'. ts2c --help lists the commands.\n");
  const wrong = ts2c(folder, ["build", "wrong.ts", "--out", "c"]);
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /^wrong\.ts:1:10 - error TS1110: Type expected\.\n1 const a: = 3;\n {11}~\n$/);
  assert.ok(!existsSync(join(folder, "c")));
  const good = ts2c(folder, ["build", "good.ts", "--out", "c", "--program"]);
  assert.deepEqual(good, { status: 0, stdout: "", stderr: "" });
  assert.ok(readdirSync(join(folder, "c")).includes("good.c"));
});

test("a mistake in ts2c is told with its place, and nothing is written", (context) => {
  const text =
    'import { type u8 } from "ts2c";\nfunction f(a: u8): u8 {\n  return Math.clz32(a);\n}\nconsole.log(f(1));\n';
  const folder = folderOf(context, { "start.ts": text });
  const broken = 'data:text/javascript,Math.clz32 = () => { throw new Error("broken on purpose"); };';
  const { status, stderr } = ts2c(folder, ["build", "start.ts", "--out", "c"], {}, ["--import", broken]);
  assert.equal(
    stderr,
    "ts2c: a mistake of its own at start.ts:3:10, in the CallExpression: broken on purpose. " +
      "Nothing was written. Please report it with the program that brings it out.\n",
  );
  assert.equal(status, 3);
  assert.ok(!existsSync(join(folder, "c")));
});
