/**
 * `npm test [-- PART…]`: runs every `*.test.ts` below `test/` whose path contains one of the parts (all, if none is
 * given), each file in a process of its own, and ends with the line `N passed, N failed`. The exit status is 1 when
 * something failed or nothing ran.
 */

import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { run } from "node:test";

import { Report } from "./report.ts";

/** A file that takes longer hangs. */
const FILE_TIMEOUT_MS = 25 * 60 * 1000;

const root = resolve(import.meta.dirname, "..", "..");

function testFiles(parts: readonly string[]): string[] {
  return readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts"))
    .map((path) => join("test", path))
    .filter((path) => parts.length === 0 || parts.some((part) => path.includes(part)))
    .sort();
}

// Tests run in the top folder; a relative folder of telegrams is meant from where the user stands.
if (process.env.P1_TELEGRAMS !== undefined) {
  process.env.P1_TELEGRAMS = resolve(process.env.P1_TELEGRAMS);
}
process.chdir(root);
// A test may run this runner; node:test refuses to run below itself.
delete process.env.NODE_TEST_CONTEXT;

const files = testFiles(process.argv.slice(2));
// Two at a time even on one core: the desk's tests mostly wait.
const concurrency = Math.max(2, availableParallelism());
console.log(`${String(files.length)} test files, ${String(concurrency)} at a time`);

const report = new Report(root);
if (files.length > 0) {
  const stream = run({ files: files.map((file) => join(root, file)), concurrency, timeout: FILE_TIMEOUT_MS });
  await report.follow(stream);
}
// What a test left running may still hold its output open; a run that has told its result ends all the same.
process.exit(report.finish(files) ? 0 : 1);
