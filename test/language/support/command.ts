/** Runs the command ts2c as a user does. */

import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const TOP = resolve(import.meta.dirname, "..", "..", "..");

/** Behind these words stands what the user writes. */
export const TS2C: readonly string[] = [resolve(TOP, "tools/setup/run.mjs"), resolve(TOP, "tools/ts2c/src/main.ts")];

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `node` is what Node itself is told. */
export function ts2c(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  node: readonly string[] = [],
): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, ...TS2C, ...args], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...env },
    timeout: 120_000,
  });
  return { status, stdout, stderr };
}
