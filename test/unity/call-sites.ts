/** The calls of a compiled component that a stand-in of ESP-IDF can make fail. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The definition of a stand-in whose first statement is the place where a test can make it fail. */
const FALLIBLE = /^[a-zA-Z][\w *]*?(\w+)\([^;{}]*\)\n\{\n +IDF_MAY_FAIL/gm;

/**
 * The functions that are called, once for each call.
 *
 * @param library the component as a static library; the linker's list of what is still to be filled in has the calls
 * @param standIns the folders of the stand-ins
 */
export function callSites(library: string, ...standIns: readonly string[]): string[] {
  const fallible = new Set(
    standIns
      .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
      .filter((path) => path.endsWith(".c"))
      .flatMap((path) => [...readFileSync(path, "utf8").matchAll(FALLIBLE)])
      .map(([, name = ""]) => name),
  );
  const { status, stdout, stderr } = spawnSync("objdump", ["--reloc", "--section=.text", library], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  assert.equal(status, 0, stderr);
  return [...stdout.matchAll(/^[\da-f]+ R_\w+ +(\w+)/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => fallible.has(name));
}
