/**
 * `ts2c run`: a program's top-level code, as C or in Node; a panic is exit status 70 in both. What was compiled is kept, and
 * answers as long as nothing that it was made of changes.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Read } from "../load/host.ts";
import { Cache } from "./cache.ts";
import { writeFiles } from "./files.ts";
import { Problem } from "./problem.ts";

const RUNTIME = fileURLToPath(new URL("../../runtime/", import.meta.url));
const FLAGS = ["-std=c11", "-O1", "-g", "-Wall", "-Wextra", "-Wno-unused-function", `-I${RUNTIME}`, "-I."];

const MAIN = `#include <stdio.h>
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
    p1_init();
    return 0;
}
`;

export async function runProgram(file: string, root: string, engine: "c" | "node"): Promise<number> {
  const compiler = process.env.CC ?? "cc";
  const version = engine === "c" ? versionOf(compiler) : process.version;
  const cache = new Cache([resolve(file), root, engine, compiler, version, ...FLAGS, MAIN]);
  const kept = cache.find();
  if (kept !== undefined) {
    return engine === "c" ? runFile(join(kept, "program")) : runInNode(file, root);
  }
  const { build } = await import("../build.ts");
  const { files, errors, errorCount, read } = build([file], { root, lines: true });
  if (errorCount > 0) {
    process.stderr.write(errors);
    return 1;
  }
  return engine === "c" ? compileAndRun(compiler, files, cache, read) : acceptAndRun(file, root, cache, read);
}

function versionOf(compiler: string): string {
  const { error, stdout } = spawnSync(compiler, ["--version"], { encoding: "utf8" });
  if (error !== undefined) {
    throw new Problem(`there is no C compiler ${compiler}: apt install gcc, or --engine node.`);
  }
  return stdout;
}

function compileAndRun(compiler: string, files: ReadonlyMap<string, string>, cache: Cache, read: Read): number {
  const folder = mkdtempSync(join(tmpdir(), "ts2c-"));
  try {
    writeFiles(folder, [...files, ["main.c", MAIN]]);
    const sources = [...files.keys(), "main.c"].filter((path) => path.endsWith(".c"));
    const compiled = spawnSync(compiler, [...FLAGS, ...sources, "-o", "program", "-lm"], {
      cwd: folder,
      stdio: ["ignore", "inherit", "inherit"],
    });
    if (compiled.status !== 0) {
      throw new Error(`${compiler} refused the C`);
    }
    cache.keep(read, join(folder, "program"));
    return runFile(join(folder, "program"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function acceptAndRun(file: string, root: string, cache: Cache, read: Read): number {
  cache.keep(read, undefined);
  return runInNode(file, root);
}

function runFile(program: string): number {
  return spawnSync(program, { stdio: "inherit" }).status ?? 1;
}

function runInNode(file: string, root: string): number {
  const hooks = new URL("../node-hooks.mjs", import.meta.url).href;
  // The hook finds ts2c for ES modules; outside any package Node takes the file for CommonJS, which asks NODE_PATH.
  const modules = fileURLToPath(new URL("../../../", import.meta.url));
  const run = spawnSync(process.execPath, ["--import", "tsx", "--import", hooks, resolve(file)], {
    stdio: "inherit",
    env: { ...process.env, TS2C_ROOT: root, NODE_PATH: modules },
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
  });
  return run.status ?? 1;
}
