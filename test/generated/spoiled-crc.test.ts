/** The C that is tested is the C that runs: with a wrong CRC, what runs it fails and nothing else. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, test } from "node:test";

import { needs } from "../../tools/test/needs.ts";
import { dutchTelegram } from "../desk/support/telegram.ts";
import { spoiledCopy } from "./spoiled.ts";

const root = resolve(import.meta.dirname, "..", "..");

const folder = join(root, "build", "spoiled");

before(() => {
  rmSync(folder, { recursive: true, force: true });
  spoiledCopy(join(folder, "generated"));
});

/** Runs one of the commands over the spoiled C. */
function run(program: string, ...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/setup/run.mjs", program, ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, P1_GENERATED: join(folder, "generated") },
  });
  return { status, stdout, stderr };
}

test("Unity sees it", { skip: needs("cc", "cmake", "make") }, () => {
  const { status, stdout } = run("tools/test/main.ts", "test/unity");
  assert.equal(status, 1);
  assert.match(stdout, /failed: test\/unity\/unity\.test\.ts: test_agrees_with_the_polynomial_for_every_byte/);
});

test("decode sees it in the C and not in the TypeScript", { skip: needs("cc") }, () => {
  const file = join(folder, "meter.txt");
  writeFileSync(file, dutchTelegram(100));
  const c = run("tools/decode/main.ts", "--engine", "c", file);
  assert.equal(c.status, 1, c.stderr);
  assert.match(c.stdout, /"ok":false,"error":"crc"/);
  const ts = run("tools/decode/main.ts", "--engine", "ts", file);
  assert.equal(ts.status, 0, ts.stderr);
  assert.match(ts.stdout, /"ok":true,"crc":"arc"/);
});
