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
 * @param standIns the folder of the stand-ins
 */
export function callSites(library: string, standIns: string): string[] {
  const fallible = new Set(
    readdirSync(standIns)
      .filter((name) => name.endsWith(".c"))
      .flatMap((name) => [...readFileSync(join(standIns, name), "utf8").matchAll(FALLIBLE)])
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
