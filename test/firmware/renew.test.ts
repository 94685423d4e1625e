/** CMake renews generated/ when the TypeScript says something else, and only then. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";

import { needs } from "../../tools/test/needs.ts";

const script = resolve(import.meta.dirname, "..", "..", "tools", "firmware", "renew.cmake");
const folders: string[] = [];

after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A project that has `ts/`, and a generator that counts its runs. */
function project(): string {
  const folder = mkdtempSync(join(tmpdir(), "p1-renew-"));
  folders.push(folder);
  for (const path of ["ts", "tools/setup", "node_modules", "generated"]) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  writeFileSync(join(folder, "ts/device.ts"), "export {};\n");
  writeFileSync(
    join(folder, "tools/setup/run.mjs"),
    'import { appendFileSync, readFileSync } from "node:fs";\n' +
      'if (readFileSync("ts/device.ts", "utf8").includes("wrong")) process.exit(1);\n' +
      'appendFileSync("generated/runs", process.argv[2] + "\\n");\n',
  );
  const lists = `cmake_minimum_required(VERSION 3.16)\ninclude("${script}")\nproject(trial LANGUAGES NONE)\n`;
  writeFileSync(join(folder, "CMakeLists.txt"), lists);
  return folder;
}

function configure(folder: string): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync("cmake", ["-S", folder, "-B", join(folder, "build")], {
    encoding: "utf8",
  });
  return { status, text: stdout + stderr };
}

function runs(folder: string): string[] {
  const file = join(folder, "generated/runs");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}

const skip = needs("cmake", "make");

test("the first build renews, the next ones only after a change of content", { skip }, () => {
  const folder = project();
  assert.equal(configure(folder).status, 0);
  assert.deepEqual(runs(folder), ["tools/generate.ts"]);
  utimesSync(join(folder, "ts/device.ts"), new Date(), new Date());
  configure(folder);
  assert.equal(runs(folder).length, 1);
  writeFileSync(join(folder, "ts/device.ts"), "export const one = 1;\n");
  configure(folder);
  assert.equal(runs(folder).length, 2);
  writeFileSync(join(folder, "ts/new.ts"), "export {};\n");
  configure(folder);
  assert.equal(runs(folder).length, 3);
});

test("an edit lets the build look again by itself", { skip }, () => {
  const folder = project();
  configure(folder);
  writeFileSync(join(folder, "ts/device.ts"), "export const two = 2;\n");
  const later = new Date(Date.now() + 10_000);
  utimesSync(join(folder, "ts/device.ts"), later, later);
  spawnSync("cmake", ["--build", join(folder, "build")]);
  assert.equal(runs(folder).length, 2);
});

test("TypeScript that is refused stops the build, and is tried again", { skip }, () => {
  const folder = project();
  writeFileSync(join(folder, "ts/device.ts"), "wrong\n");
  const refused = configure(folder);
  assert.notEqual(refused.status, 0);
  assert.match(refused.text, /generated\/ can't be made/);
  assert.notEqual(configure(folder).status, 0);
});

test("without the npm packages generated/ is used as it is", { skip }, () => {
  const folder = project();
  rmSync(join(folder, "node_modules"), { recursive: true });
  const { status, text } = configure(folder);
  assert.equal(status, 0);
  assert.match(text, /generated\/ is used as it is/);
  assert.deepEqual(runs(folder), []);
});
