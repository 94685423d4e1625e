/** What stands around the language: the checker's beliefs, checking at every change, a summary, a debugger. */

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

import { needs } from "../../tools/test/needs.ts";
import { build } from "../../tools/ts2c/src/build.ts";
import { runtimeFiles } from "../../tools/ts2c/src/command/compile.ts";
import { writeFiles } from "../../tools/ts2c/src/command/files.ts";
import { deepest, parseGraphs, plainName } from "../../tools/ts2c/src/command/stack.ts";
import { summaryOf } from "../../tools/ts2c/src/command/summary.ts";
import { TS2C, ts2c } from "./support/command.ts";
import { folderOf } from "./support/folder-of-files.ts";
import { until, type Waiter } from "../desk/support/until.ts";

const SAMPLES = resolve(import.meta.dirname, "samples");

test("--explain prints what is believed on a line", () => {
  const explain = (line: number): string[] => {
    const { stdout, stderr, status } = ts2c(SAMPLES, ["check", "ring.ts", "--explain", String(line)]);
    assert.deepEqual([stderr, status], ["", 0]);
    return stdout.trimEnd().split("\n");
  };
  assert.deepEqual(explain(25), [
    "ring.ts:25",
    "  if (at + 2 < bytes.length && at !== 7) {",
    "  at            0…4294967295",
    "  at + 2        2…4294967297",
    "  bytes         Bytes",
    "  bytes.length  0…2147483647",
    "  known: at + 2 < bytes.length",
    "  at            0…2147483644",
  ]);
  assert.deepEqual(explain(17), [
    "ring.ts:17",
    "      this.bytes[this.used] = byte;",
    "  this.bytes             Uint8Array",
    "  this.used              0…60",
    "  this.bytes[this.used]  0…255",
    "  byte                   0…255",
  ]);
  assert.deepEqual(explain(3), ["ring.ts:3", "interface Row {", "  nothing is evaluated here"]);
});

interface Tasks {
  readonly tasks: readonly { readonly problemMatcher: Matcher }[];
}

interface Matcher {
  readonly pattern: { readonly regexp: string };
  readonly background: { readonly beginsPattern: string; readonly endsPattern: string };
}

/** What VS Code looks for in the output of the first task. */
function matcher(): Matcher {
  const text = readFileSync(resolve(import.meta.dirname, "../../.vscode/tasks.json"), "utf8");
  return (JSON.parse(text) as Tasks).tasks[0].problemMatcher;
}

test("check --watch looks again after a change, in the words that VS Code's matcher knows", async (context) => {
  const folder = folderOf(context, { "start.ts": 'import { a } from "./a.ts";\na();\n', "a.ts": "" });
  const good = "export function a(): void {}\n";
  writeFileSync(join(folder, "a.ts"), good);
  const child = spawn(process.execPath, [...TS2C, "check", "--watch", "start.ts"], { cwd: folder });
  context.after(() => child.kill());
  const { pattern, background } = matcher();
  let output = "";
  const waiters = new Set<Waiter>();
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
    waiters.forEach((look) => look());
  });
  const count = (expression: string): number => (output.match(new RegExp(expression, "gm")) ?? []).length;
  const turn = async (number: number): Promise<string> => {
    await until(
      waiters,
      () => (count(background.endsPattern) >= number ? true : null),
      () => `turn ${number}: ${output}`,
    );
    return output;
  };
  assert.match(await turn(1), /^ts2c: checking\nts2c: 0 problems\n$/);
  writeFileSync(join(folder, "a.ts"), "export function a(): void {\n  for (;;) {}\n  let b;\n}\n");
  const told = (await turn(2)).split("\n").flatMap((line) => new RegExp(pattern.regexp).exec(line)?.slice(1, 6) ?? []);
  assert.deepEqual(told.slice(0, 3), ["a.ts", "3", "7"]);
  assert.match(told[4] ?? "", /^TS/);
  assert.equal(count(background.beginsPattern), 2);
  writeFileSync(join(folder, "a.ts"), good);
  assert.match(await turn(3), /ts2c: 0 problems\n$/);
});

const built = build([join(SAMPLES, "ring.ts")], { root: SAMPLES, lines: false });

test("--summary counts the bytes that the compiler counts", { skip: needs("riscv64-unknown-elf-gcc") }, (context) => {
  const folder = folderOf(context, {});
  writeFiles(folder, [...built.files, ...runtimeFiles()]);
  // Not optimised, since the optimiser leaves out what is only written to.
  const flags = ["-march=rv32imc", "-mabi=ilp32", "--specs=picolibc.specs", "-I.", "-c", "ring.c"];
  spawnSync("riscv64-unknown-elf-gcc", flags, { cwd: folder, stdio: "inherit" });
  const sizes = spawnSync("riscv64-unknown-elf-nm", ["-S", "ring.o"], { cwd: folder, encoding: "utf8" }).stdout;
  const bytes = [...sizes.matchAll(/^\w+ (\w+) [bB] /gm)].reduce((sum, [, size]) => sum + parseInt(size, 16), 0);
  const summary = summaryOf(built);
  assert.ok(bytes > 250, sizes);
  assert.match(summary, new RegExp(`^static RAM: ${String(bytes)} bytes\n  ring +${String(bytes)} bytes\n`, "m"));
  assert.match(summary, /^functions: \d+, and 0 of drivers\n/);
  assert.match(summary, /^deepest stack: [1-9]\d* bytes \(.*\)\n {2}\w+ \d+\n/m);
});

test("the deepest path goes through inlined copies, static functions of one name, and pointers", () => {
  const node = (title: string, bytes: number): string =>
    `node: { title: "${title}" label: "${title}\\na.c:1:1\\n${String(bytes)} bytes (static)" }\n`;
  const edge = (from: string, to: string): string => `edge: { sourcename: "${from}" targetname: "${to}" label: "" }\n`;
  const graph = parseGraphs(
    [
      ...[node("main", 16), node("a.c:step", 32), node("b.c:step", 8), node("send.constprop.0", 48), node("taken", 64)],
      ...[edge("main", "a.c:step"), edge("main", "b.c:step"), edge("a.c:step", "memcpy")],
      ...[edge("b.c:step", "send.constprop.0"), edge("send.constprop.0", "__indirect_call")],
    ].join(""),
    ["taken"],
  );
  const path = deepest(graph);
  assert.equal(path.bytes, 16 + 8 + 48 + 64);
  assert.deepEqual(path.functions.map(plainName), ["main", "step", "send", "taken"]);
});

test("a breakpoint on a TypeScript line stops in the C", { skip: needs("cc", "gdb") }, (context) => {
  const folder = folderOf(context, {});
  const made = ts2c(SAMPLES, ["build", "ring.ts", "--out", folder, "--lines", "--program"]);
  assert.deepEqual(made, { status: 0, stdout: "", stderr: "" });
  const commands = ["break ring.ts:17", "run", "print byte", "continue", "print byte"].flatMap((each) => ["-ex", each]);
  const { stdout } = spawnSync("gdb", ["--batch", "-nx", ...commands, join(folder, "program")], { encoding: "utf8" });
  const stops = [...stdout.matchAll(/^Breakpoint 1, .*ring\.ts:17\n17\t {6}this\.bytes\[this\.used\] = byte;$/gm)];
  assert.equal(stops.length, 2, stdout);
  assert.deepEqual(
    [...stdout.matchAll(/^\$\d = (\d+)/gm)].map(([, value]) => value),
    ["0", "5"],
  );
});
