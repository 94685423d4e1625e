/** `ts2c check`: only the diagnostics, once or after every change. */
import { unwatchFile, watchFile } from "node:fs";
import { analyse } from "../build.ts";
import { failureOf } from "./failure.ts";
import { requirePrograms } from "./files.ts";
import type { Command } from "./options.ts";

/** Files are looked at this often: that works on every disk, and through the ways in which editors save. */
const LOOK_EVERY_MS = 300;

export function runCheck(command: Command): number | Promise<number> {
  if (command.watch) {
    return watch(command);
  }
  const { errors, errorCount } = analyse(command.files, command.root);
  process.stderr.write(errors);
  return errorCount > 0 ? 1 : 0;
}

/** Checks until somebody stops it. Editors know the first and last line of each turn by heart. */
async function watch(command: Command): Promise<number> {
  for (;;) {
    process.stdout.write("ts2c: checking\n");
    const { text, count, files } = look(command);
    process.stdout.write(`${text}ts2c: ${count === 1 ? "1 problem" : `${String(count)} problems`}\n`);
    await change(files);
  }
}

function look({ files, root }: Command): { text: string; count: number; files: readonly string[] } {
  try {
    requirePrograms(files);
    const { errors, errorCount, read } = analyse(files, root);
    return { text: errors, count: errorCount, files: [...files, ...read.keys()] };
  } catch (error) {
    return { text: `ts2c: ${failureOf(error).sentence}\n`, count: 1, files };
  }
}

/** Ends when one of the files is written, made or removed. */
function change(files: readonly string[]): Promise<void> {
  const watched = [...new Set(files)].filter((file) => file.endsWith(".ts"));
  return new Promise((changed) => {
    const stop = (): void => {
      for (const file of watched) {
        unwatchFile(file, stop);
      }
      changed();
    };
    for (const file of watched) {
      watchFile(file, { interval: LOOK_EVERY_MS }, stop);
    }
  });
}
