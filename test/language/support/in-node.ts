/**
 * Run as a process of its own: the programs named on the command line, one after the other in this one Node, each below a
 * line with its name.
 */

import { basename } from "node:path";
import { pathToFileURL } from "node:url";

import { Panic } from "ts2c";

/** `panic at assert.ts:12`, as the C says it. */
function placeOf(error: Panic): string {
  const frames = (error.stack ?? "").split("\n").filter((line) => /\/test\/language\/(accepted|refused)\//.test(line));
  const [, path, line] = /(?:accepted|refused)\/([\w./-]+\.ts)[^:]*:(\d+):\d+/.exec(frames[0] ?? "") ?? [];
  return `${path ?? "?"}:${line ?? "?"}`;
}

for (const file of process.argv.slice(2)) {
  console.log("=== %s", basename(file));
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    if (!(error instanceof Panic)) {
      throw error;
    }
    console.log("panic at %s", placeOf(error));
  }
}
