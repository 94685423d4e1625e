/**
 * What stands behind a `??` in `ts/` matters: the application's tests use it, and one of them fails when it is another
 * value. A default that nothing can reach is listed, with the proof.
 */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import ts from "typescript";

import { UNREACHABLE } from "./unreachable.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const HOOKS = pathToFileURL(join(import.meta.dirname, "hooks.mjs")).href;

/** Each `??` of the application as `file#number`. */
function defaults(): string[] {
  return readdirSync(join(ROOT, "ts"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .flatMap((file) => Array.from({ length: defaultsIn(file) }, (_, number) => `${file}#${String(number)}`));
}

function defaultsIn(file: string): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    count += node.kind === ts.SyntaxKind.QuestionQuestionToken ? 1 : 0;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(join(ROOT, "ts", file), "utf8"), ts.ScriptTarget.Latest));
  return count;
}

/** Whether the tests of a file pass. */
function passes(testFile: string, environment: Record<string, string>): boolean {
  const args = ["--import", import.meta.resolve("tsx"), "--import", HOOKS, testFile];
  const env: NodeJS.ProcessEnv = { ...process.env, ...environment };
  delete env.NODE_TEST_CONTEXT;
  return spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: "ignore" }).status === 0;
}

/** The defaults that a file's tests use. */
function usedBy(testFile: string, folder: string): Set<string> {
  const list = join(folder, "used.txt");
  rmSync(list, { force: true });
  assert.ok(passes(testFile, { DEFAULTS_USED: list }), `${testFile} fails as it is`);
  return new Set(existsSync(list) ? readFileSync(list, "utf8").trim().split("\n") : []);
}

test("another default fails a test of the application, or is listed as unreachable", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "p1-defaults-"));
  try {
    const files = readdirSync(join(ROOT, "test/app")).filter((file) => file.endsWith(".test.ts"));
    const uses = files.map((name) => ({ file: join("test/app", name), used: usedBy(join("test/app", name), folder) }));
    const all = defaults();
    const listed = UNREACHABLE.map(({ file, number }) => `${file}#${String(number)}`);
    const reached = all.filter((id) => uses.some(({ used }) => used.has(id)));
    const unnoticed = reached.filter((id) =>
      uses.filter(({ used }) => used.has(id)).every(({ file }) => passes(file, { DEFAULT_CHANGED: id })),
    );
    context.diagnostic(
      `${String(all.length)} defaults: ${String(reached.length - unnoticed.length)} noticed, ${String(listed.length)} unreachable`,
    );
    assert.deepEqual(unnoticed, [], "used, but no test of test/app notices another value");
    assert.deepEqual(
      all.filter((id) => !reached.includes(id)),
      listed,
      "no test of test/app uses it: add one, or list it in test/defaults/unreachable.ts with the proof",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
