/**
 * Run as a process of its own: the programs named on the command line, one after the other, each below a line with its name.
 * What a program throws is printed behind what it printed.
 */
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { Panic } from "ts2c";

/** `panic at panic.ts:12`, as the C says it. */
function placeOf(error: Panic, file: string): string {
  const frame = (error.stack ?? "").split("\n").find((line) => line.includes(basename(file)));
  return `${basename(file)}:${/\.ts[^:]*:(\d+):\d+/.exec(frame ?? "")?.[1] ?? "?"}`;
}

for (const file of process.argv.slice(2)) {
  console.log("=== %s", file);
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    console.log(error instanceof Panic ? `panic at ${placeOf(error, file)}` : `throws ${(error as Error).name}`);
  }
}
