/** Makes a program for this computer of the C, with what a debugger wants. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RUNTIME } from "../package.ts";
import { writeFiles } from "./files.ts";
import { Problem } from "./problem.ts";

export const COMPILER = process.env.CC ?? "cc";

/** `-Og` keeps every line where a debugger can stop. */
export const FLAGS = ["-std=c11", "-Og", "-g", "-Wall", "-Wextra", "-Wno-unused-function", "-I."];

/** What the platform gives to a program that is tried out. */
export const MAIN = `#include <stdio.h>
#include <stdlib.h>
#include "program.h"
#include "ts2c.h"

_Noreturn void ts_panic(const char *where)
{
    (void)fflush(stdout);
    (void)fprintf(stderr, "panic at %s\\n", where);
    exit(70);
}

int main(void)
{
    START();
    return 0;
}
`;

/** What the compiler calls itself; without one there is nothing to be done. */
export function versionOf(compiler: string): string {
  const { error, stdout } = spawnSync(compiler, ["--version"], { encoding: "utf8" });
  if (error !== undefined) {
    throw new Problem(`there is no C compiler ${compiler}: apt install gcc, or --engine node.`);
  }
  return stdout;
}

/** What the C includes, by name. */
export function runtimeFiles(): (readonly [string, string])[] {
  return readdirSync(RUNTIME).map((name) => [name, readFileSync(join(RUNTIME, name), "utf8")]);
}

/** Compiles the C that lies in the folder, with what it includes; gives the program. */
export function compile(folder: string, files: ReadonlyMap<string, string>): string {
  const start = /\bp1_init_\w+/.exec(files.get("program.h") ?? "")?.[0] ?? "";
  writeFiles(folder, [["ts2c_main.c", MAIN.replace("START", start)]]);
  const sources = [...files.keys(), "ts2c_main.c"].filter((path) => path.endsWith(".c"));
  const { status, stderr } = spawnSync(COMPILER, [...FLAGS, ...sources, "-o", "program", "-lm"], {
    cwd: folder,
    encoding: "utf8",
  });
  if (status !== 0) {
    const remark = stderr.split("\n").find((line) => line.includes("error")) ?? stderr;
    throw new Error(`${COMPILER} refused the C: ${remark}`);
  }
  return join(folder, "program");
}
