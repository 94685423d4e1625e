/**
 * Run as a process of its own: the programs named on the command line, one after the other, each below a line with its name.
 * What a program throws is printed behind what it printed.
 */
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Panic } from "ts2c";

/** `panic at panic.ts:12`, as the C says it. */
function placeOf(error: Panic, file: string): string {
  const frame = (error.stack ?? "").split("\n").find((line) => line.includes(basename(file)));
  return `${basename(file)}:${/\.ts[^:]*:(\d+):\d+/.exec(frame ?? "")?.[1] ?? "?"}`;
}

/** Programs that have a driver beside them begin with it as new. */
async function restart(file: string): Promise<void> {
  const driver = join(dirname(file), "drivers/probe.js");
  if (existsSync(driver)) {
    ((await import(pathToFileURL(driver).href)) as { restart: () => void }).restart();
  }
}

for (const file of process.argv.slice(2)) {
  console.log("=== %s", file);
  await restart(file);
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    console.log(error instanceof Panic ? `panic at ${placeOf(error, file)}` : `throws ${(error as Error).name}`);
  }
}
