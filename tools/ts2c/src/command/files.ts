/** The files that a command is given and those that it writes: what is wrong with one is told in a sentence. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";
import { Problem, reasonOf } from "./problem.ts";

/** Refuses what can't be a program, before the compiler sees it. */
export function requirePrograms(files: readonly string[]): void {
  files.forEach(requireProgram);
}

function requireProgram(file: string): void {
  const stats = statOf(file);
  if (stats.isDirectory()) {
    throw new Problem(`${file} is a folder. Name a file.`);
  }
  if (!stats.isFile()) {
    throw new Problem(`${file} is no file.`);
  }
  if (!/(?<!\.d)\.ts$/.test(file)) {
    throw new Problem(`${file} is no program: a program's name ends in .ts.`);
  }
  if (!isText(bytesOf(file))) {
    throw new Problem(`${file} is no text in UTF-8.`);
  }
}

function statOf(file: string): Stats {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats !== undefined) {
      return stats;
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  throw new Problem(`there is no file ${file}.`);
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, error: unknown): Problem {
  return new Problem(`${file} can't be read: ${reasonOf(error)}.`);
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder("utf-8", { fatal: true }).decode(bytes).includes("\0");
  } catch {
    return false;
  }
}

/** Writes files, each by its path under the folder. */
export function writeFiles(folder: string, files: Iterable<readonly [string, string]>): void {
  for (const [path, text] of files) {
    const file = join(folder, path);
    try {
      makeFolder(dirname(file));
      writeFileSync(file, text);
    } catch (error) {
      throw new Problem(`${file} can't be written: ${reasonOf(error)}.`);
    }
  }
}

/** By itself, since Node's own way never ends where a folder can't be made, as below /proc. */
function makeFolder(folder: string): void {
  if (!existsSync(folder)) {
    makeFolder(dirname(folder));
    mkdirSync(folder);
  }
}
