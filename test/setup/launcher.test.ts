/** The commands on a machine where not everything is as it should be. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, test } from "node:test";

import { isInstalled } from "../../tools/setup/dependencies.mjs";

const root = resolve(import.meta.dirname, "..", "..");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "p1-setup-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Lays a lock file, and what npm wrote of the packages that it installed. */
function lay(locked: object, installed?: object): void {
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages: locked }));
  if (installed !== undefined) {
    mkdirSync(join(folder, "node_modules"));
    writeFileSync(join(folder, "node_modules", ".package-lock.json"), JSON.stringify({ packages: installed }));
  }
}

function launch(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["tools/setup/run.mjs", ...args], { cwd: root, encoding: "utf8" });
}

test("a fresh clone has nothing installed", () => {
  lay({ "": {}, "node_modules/a": { version: "1.0.0" } });
  assert.equal(isInstalled(folder), false);
});

test("what is installed counts by its version", () => {
  lay({ "": {}, "node_modules/a": { version: "1.0.1" } }, { "node_modules/a": { version: "1.0.0" } });
  assert.equal(isInstalled(folder), false);
});

test("a package that the lock file has gained is missing", () => {
  const a = { "node_modules/a": { version: "1.0.0" } };
  lay({ "": {}, ...a, "node_modules/b": { version: "1.0.0" } }, a);
  assert.equal(isInstalled(folder), false);
});

test("packages for other machines need not be there", () => {
  const a = { "node_modules/a": { version: "1.0.0" } };
  lay({ "": {}, ...a, "node_modules/a-win32": { version: "1.0.0", optional: true } }, a);
  assert.equal(isInstalled(folder), true);
});

test("the launcher passes arguments and the exit status, and writes nothing itself on standard output", () => {
  const program = join(root, "build", `launched-${process.pid}.ts`);
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(
    program,
    "const rest: string[] = process.argv.slice(2);\nconsole.log(rest.join());\nprocess.exitCode = 7;\n",
  );
  try {
    const { status, stdout, stderr } = launch(program, "--once", "a b");
    assert.deepEqual({ status, stdout, stderr }, { status: 7, stdout: "--once,a b\n", stderr: "" });
  } finally {
    rmSync(program);
  }
});

test("the launcher wants a program", () => {
  const { status, stdout, stderr } = launch();
  assert.deepEqual({ status, stdout }, { status: 2, stdout: "" });
  assert.match(stderr, /Which program/);
});

test("a run without tests is no success", () => {
  const { status, stdout } = launch("tools/test/main.ts", "no-such-test");
  assert.equal(status, 1);
  assert.match(stdout, /\n0 passed, 0 failed\n$/);
});
