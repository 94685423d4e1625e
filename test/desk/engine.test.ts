import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, test } from "node:test";
import { panicOf } from "../../tools/desk/engine/engine.ts";
import { needs } from "../../tools/test/needs.ts";

const cache = mkdtempSync(join(tmpdir(), "p1-engine-"));
const example = fileURLToPath(new URL("example/run.ts", import.meta.url));
after(() => rmSync(cache, { recursive: true }));

function runExample(folder?: string): { status: number | null; stdout: string; stderr: string } {
  const parameters = ["--import", "tsx", example, cache, ...(folder === undefined ? [] : [folder])];
  return spawnSync(process.execPath, parameters, { encoding: "utf8" });
}

test("everything crosses between C and JavaScript, and a panic is exit status 70", { skip: needs("cc") }, () => {
  const { status, stdout, stderr } = runExample();
  assert.deepEqual(stdout.trimEnd().split("\n"), [
    "compiling the generated C (once for each change)",
    "true false",
    "high watt 9007199254740991; high  -4",
    "kept dddddddd",
    "sum 32 194 2",
    "tone low high low",
    "threw no such tone",
    "threw tone: asked can't be shrill.",
  ]);
  assert.equal(stderr, "panic at ts/example.ts:7\n");
  assert.equal(status, 70);
});

test("what was compiled once is not compiled again", { skip: needs("cc") }, () => {
  runExample();
  assert.doesNotMatch(runExample().stdout, /compiling/);
});

test("C that does not compile is a sentence with the compiler's own", { skip: needs("cc") }, () => {
  const folder = join(cache, "broken");
  cpSync(fileURLToPath(new URL("example", import.meta.url)), folder, { recursive: true });
  writeFileSync(join(folder, "broken.c"), "int broken(void) { return nothing; }\n");
  const { status, stderr } = runExample(folder);
  assert.match(stderr, /could not compile the generated C:[^]*nothing/);
  assert.equal(status, 1);
});

test("a panic of the TypeScript names the line of ts/, wherever the repository lies", () => {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const panic = Object.assign(new Error("assertion failed"), {
    name: "Panic",
    stack: `Panic: assertion failed\n at assert (${root}tools/ts2c/library/core.ts:74:11)\n at f (file://${root}ts/p1/line.ts:31:3)`,
  });
  assert.equal(panicOf(panic), "panic at ts/p1/line.ts:31");
  assert.equal(panicOf(new Error("something else")), null);
});
