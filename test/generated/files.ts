/** The files of `generated/`, and how they are compiled to be judged. */

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const generated = resolve(import.meta.dirname, "..", "..", "generated");

/** What hand-written C of this quality stands: nothing may be warned of. */
const STRICT = ["-std=c11", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror", "-pedantic"];

/** The files with this ending, as paths from `generated/` on. */
export function generatedFiles(ending: ".c" | ".h"): string[] {
  return readdirSync(generated, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(ending))
    .sort();
}

/** Where a file of `generated/` lies. */
export function pathOf(file: string): string {
  return join(generated, file);
}

/** Compiles with the strict flags. Gives what the compiler says, which is nothing when all is well. */
export function compile(compiler: "gcc" | "clang", ...args: readonly string[]): string {
  const { status, stderr, error } = spawnSync(compiler, [...STRICT, `-I${generated}`, ...args], { encoding: "utf8" });
  return status === 0 ? "" : (error?.message ?? stderr);
}
