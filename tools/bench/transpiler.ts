/** How fast ts2c is: lines of `ts/` per second, in a new process and when everything is compiled and cached. */

import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure } from "../desk/failure.ts";
import { build } from "../ts2c/src/build.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const SOURCES = join(ROOT, "ts");
const ENTRIES = ["device.ts", "decode.ts"].map((name) => join(SOURCES, name));

export interface Speed {
  readonly lines: number;
  readonly cold: number;
  readonly warm: number;
}

/** Lines per second of transpiling the application: cold with the start of Node and the loading of the transpiler, warm without. */
export function transpilerSpeed(): Speed {
  const lines = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .reduce((sum, path) => sum + readFileSync(join(SOURCES, path), "utf8").split("\n").length - 1, 0);
  const cold = seconds(() => {
    const command = [join(ROOT, "tools/setup/run.mjs"), join(ROOT, "tools/generate.ts"), "--check"];
    const { error } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: "ignore" });
    if (error !== undefined) {
      throw new Failure(`npm run generate -- --check: ${error.message}`);
    }
  });
  const once = (): void => void build(ENTRIES, { root: SOURCES, lines: false });
  once();
  return { lines, cold: lines / cold, warm: lines / seconds(once) };
}

function seconds(what: () => void): number {
  const start = performance.now();
  what();
  return (performance.now() - start) / 1000;
}
