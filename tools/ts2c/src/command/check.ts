/** `ts2c check`: only the diagnostics, once or after every change. */
import { setTimeout as sleep } from "node:timers/promises";
import ts from "typescript";
import { analyse } from "../build.ts";
import type { Read } from "../load/host.ts";
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
    const { text, count, read } = look(command);
    process.stdout.write(`${text}ts2c: ${count === 1 ? "1 problem" : `${String(count)} problems`}\n`);
    do {
      await sleep(LOOK_EVERY_MS);
    } while (isAsRead(read));
  }
}

function look({ files, root }: Command): { text: string; count: number; read: Read } {
  const given = new Map(files.map((file) => [file, ts.sys.readFile(file)]));
  try {
    requirePrograms(files);
    const { errors, errorCount, read } = analyse(files, root);
    return { text: errors, count: errorCount, read: new Map([...given, ...read]) };
  } catch (error) {
    return { text: `ts2c: ${failureOf(error).sentence}\n`, count: 1, read: given };
  }
}

/** Whether each program is what it was when it was read, those included that were looked for in vain. */
function isAsRead(read: Read): boolean {
  return [...read].every(([file, text]) => !file.endsWith(".ts") || ts.sys.readFile(file) === text);
}
