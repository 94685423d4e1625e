/** `ts2c run`: a program's top-level code, as C or in Node; a panic is exit status 70 in both. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "./build.ts";

const RUNTIME = fileURLToPath(new URL("../runtime/", import.meta.url));

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

export function runProgram(file: string, root: string, engine: string): number {
  if (engine === "node") {
    return runInNode(file, root);
  }
  const built = build([file], { root, lines: true });
  if (built.errorCount > 0) {
    process.stderr.write(built.errors);
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), "ts2c-"));
  try {
    return compileAndRun(folder, built.files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compileAndRun(folder: string, files: ReadonlyMap<string, string>): number {
  for (const [path, text] of [...files, ["main.c", MAIN] as const]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const sources = [...files.keys(), "main.c"].filter((path) => path.endsWith(".c"));
  const flags = ["-std=c11", "-O1", "-g", "-Wall", "-Wextra", "-Wno-unused-function", `-I${RUNTIME}`, "-I."];
  const compiler = process.env.CC ?? "cc";
  const compiled = spawnSync(compiler, [...flags, ...sources, "-o", "program"], {
    cwd: folder,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (compiled.status !== 0) {
    process.stderr.write(
      compiled.error ? "ts2c: there is no C compiler: apt install gcc\n" : "ts2c: the C was refused\n",
    );
    return 1;
  }
  return spawnSync(join(folder, "program"), { stdio: "inherit" }).status ?? 1;
}

function runInNode(file: string, root: string): number {
  const built = build([file], { root, lines: true });
  if (built.errorCount > 0) {
    process.stderr.write(built.errors);
    return 1;
  }
  const hooks = new URL("./node-hooks.mjs", import.meta.url).href;
  // The hook finds ts2c for ES modules; outside any package Node takes the file for CommonJS, which asks NODE_PATH.
  const environment = { ...process.env, TS2C_ROOT: root, NODE_PATH: fileURLToPath(new URL("../../", import.meta.url)) };
  const run = spawnSync(process.execPath, ["--import", "tsx", "--import", hooks, resolve(file)], {
    stdio: "inherit",
    env: environment,
    cwd: fileURLToPath(new URL("../", import.meta.url)),
  });
  return run.status ?? 1;
}
