/** The programs in tools/ts2c/examples print the same in Node and in C, and what is known of their answers. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { format } from "node:util";

import { needs } from "../../tools/test/needs.ts";
import { build } from "../../tools/ts2c/src/build.ts";
import { ANSWERS } from "./answers.ts";

const root = resolve(import.meta.dirname, "..", "..");
const examples = join(root, "tools", "ts2c", "examples");
const names = readdirSync(examples)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => basename(file, ".ts"));

const FLAGS = ["-std=c11", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror"];
const ENGINES = {
  "gcc -O2": ["gcc", "-O2"],
  "gcc -O1 with sanitizers": ["gcc", "-O1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"],
} as const;

/** Runs one example's top-level code, which its name selects, and prints what it prints. */
function mainOf(): string {
  const prototypes = names.map((name) => `#include "${name}.h"`);
  const calls = names.map((name) => `    if (strcmp(argv[1], "${name}") == 0) ${initOf(name)}();`);
  return [
    ...prototypes,
    "#include <stdlib.h>",
    "#include <string.h>",
    "_Noreturn void ts_panic(const char *where) { (void)where; abort(); }",
    "int main(int argc, char **argv)",
    "{",
    "    if (argc != 2) return 2;",
    ...calls,
    "    return 0;",
    "}",
    "",
  ].join("\n");
}

function initOf(name: string): string {
  return `${name}_module_init`;
}

/** What a program prints in Node, which gives each line to `console.log`. */
async function printedByNode(name: string): Promise<string> {
  const lines: string[] = [];
  const { log } = console;
  console.log = (...values: unknown[]) => lines.push(`${format(...values)}\n`);
  try {
    await import(join(examples, `${name}.ts`));
  } finally {
    console.log = log;
  }
  return lines.join("");
}

const folder = mkdtempSync(join(tmpdir(), "ts2c-examples-"));
const fromNode = new Map<string, string>();
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

before(async () => {
  for (const name of names) {
    fromNode.set(name, await printedByNode(name));
  }
});

test("all examples are accepted", () => {
  const { files, errors } = build(
    names.map((name) => join(examples, `${name}.ts`)),
    { root: examples, lines: false },
  );
  assert.equal(errors, "");
  for (const [path, text] of [...files, ["main.c", mainOf()] as const]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

for (const name of names) {
  test(`${name}: the known answers`, () => {
    const printed = fromNode.get(name)!.trimEnd().split("\n");
    const wanted = ANSWERS[name];
    assert.ok(wanted !== undefined, `test/examples/answers.ts has nothing about ${name}`);
    for (const line of wanted) {
      assert.ok(printed.includes(line), `nowhere in what ${name} prints: ${line}\n${printed.join("\n")}`);
    }
  });
}

for (const [engine, [compiler, ...options]] of Object.entries(ENGINES)) {
  test(engine, { skip: needs("gcc") }, async (t) => {
    const program = join(folder, "program");
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".c"));
    const includes = ["-I.", `-I${join(root, "tools/ts2c/runtime")}`];
    const compiled = spawnSync(compiler, [...FLAGS, ...options, ...includes, ...sources, "-o", program], {
      cwd: folder,
      encoding: "utf8",
    });
    assert.equal(compiled.stderr, "");
    for (const name of names) {
      await t.test(name, () => {
        const { status, stdout, stderr } = spawnSync(program, [name], { encoding: "utf8", timeout: 60_000 });
        assert.deepEqual({ status, stderr, stdout }, { status: 0, stderr: "", stdout: fromNode.get(name) });
      });
    }
  });
}
