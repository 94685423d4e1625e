/** Python with packages of PyPI, for tests that hold the project against ESP-IDF's own tools. */

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const BUILD = resolve(import.meta.dirname, "..", "..", "build");

/** A Python that has the packages, or why this machine can't have it. */
export type Python = { readonly program: string } | { readonly skip: string };

/**
 * Makes a virtual environment below `build/` that has these packages, or finds the one from the last time.
 *
 * @param packages each with its version: `esp-idf-kconfig==3.14.0`
 */
export function pythonWith(...packages: readonly string[]): Python {
  const name = createHash("sha256").update(packages.join()).digest("hex").slice(0, 8);
  const folder = join(BUILD, `python-${name}`);
  const program = join(folder, "bin", "python");
  const complete = join(folder, "complete");
  if (existsSync(complete)) {
    return { program };
  }
  rmSync(folder, { recursive: true, force: true });
  if (!succeeds("python3", "-m", "venv", folder)) {
    return { skip: "this machine can't make a virtual environment (apt install python3-venv)" };
  }
  if (!succeeds(program, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages)) {
    return { skip: `PyPI didn't answer (pip install ${packages.join(" ")})` };
  }
  writeFileSync(complete, "");
  return { program };
}

function succeeds(program: string, ...args: readonly string[]): boolean {
  const { error, status } = spawnSync(program, args, { stdio: "ignore" });
  return error === undefined && status === 0;
}
