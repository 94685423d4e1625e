/**
 * `ts2c run`: a program's top-level code, as C or in Node; a panic is exit status 70 in both. What was compiled is kept, and
 * answers as long as nothing that it was made of changes.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Read } from "../load/host.ts";
import { MODULES } from "../package.ts";
import { Cache } from "./cache.ts";
import { COMPILER, compile, FLAGS, MAIN, runtimeFiles, versionOf } from "./compile.ts";
import { writeFiles } from "./files.ts";

export async function runProgram(file: string, root: string, engine: "c" | "node"): Promise<number> {
  const version = engine === "c" ? versionOf(COMPILER) : process.version;
  const cache = new Cache([resolve(file), root, engine, COMPILER, version, ...FLAGS, MAIN]);
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
  return engine === "c" ? compileAndRun(files, cache, read) : acceptAndRun(file, root, cache, read);
}

function compileAndRun(files: ReadonlyMap<string, string>, cache: Cache, read: Read): number {
  const folder = mkdtempSync(join(tmpdir(), "ts2c-"));
  try {
    writeFiles(folder, [...files, ...runtimeFiles()]);
    const program = compile(folder, files);
    cache.keep(read, program);
    return runFile(program);
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
  const run = spawnSync(process.execPath, ["--import", import.meta.resolve("tsx"), "--import", hooks, resolve(file)], {
    stdio: "inherit",
    env: { ...process.env, TS2C_ROOT: root, NODE_PATH: MODULES },
  });
  return run.status ?? 1;
}
