/** Packs a folder as whoever publishes it does, and installs it where nothing of this repository is around. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

/** What npm says where it finds no registry, and has not kept what it wants. */
const NO_NETWORK =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ENOTCACHED|E5\d\d)\b/;

export interface Project {
  readonly folder: string;
  /** Why the package is not there, or `false`. */
  readonly skip: string | false;
}

/** What ended, and what it said. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder that is gone when the file's tests are over. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "p1-packages-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a shell outside of this repository has: nothing of the `npm test` that runs this. */
export function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_)|npm_config_local_prefix|INIT_CWD|NODE_OPTIONS)/.test(name),
  );
  return { ...Object.fromEntries(own), ...more };
}

/** Runs a program in a folder. */
export function run(folder: string, program: string, ...args: readonly string[]): Ended {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    env: environment(),
    timeout: 120_000,
  });
  return { status, stdout, stderr: error === undefined ? stderr : error.message };
}

/** The tarball that `npm pack` makes of a folder. */
export function pack(folder: string): string {
  const into = emptyFolder();
  const { status, stdout, stderr } = run(folder, "npm", "pack", "--silent", "--pack-destination", into);
  assert.equal(status, 0, stderr);
  return join(into, stdout.trim().split("\n").at(-1) ?? "");
}

/** A project that has only this installed, each the name of a tarball or of a package. */
export function projectWith(...packages: readonly string[]): Project {
  const folder = emptyFolder();
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "project", private: true, type: "module" }));
  return { folder, skip: install(folder, ...packages) };
}

/** Installs into a folder; why that can't be here, or `false`. */
export function install(folder: string, ...args: readonly string[]): string | false {
  const quiet = ["--prefer-offline", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"];
  const { status, stderr } = run(folder, "npm", "install", ...quiet, ...args);
  if (status !== 0 && NO_NETWORK.test(stderr)) {
    return "npm's registry can't be reached, and what the package needs is not in npm's cache";
  }
  assert.equal(status, 0, stderr);
  return false;
}

/** Runs a plain program as a Node of another version would, as far as that program can see. */
export function runAsNode(version: string, folder: string, program: string, ...args: readonly string[]): Ended {
  const preload = join(emptyFolder(), "version.cjs");
  writeFileSync(
    preload,
    `Object.defineProperty(process, "version", { value: "v${version}" });
     Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });`,
  );
  return run(folder, process.execPath, "--require", preload, program, ...args);
}
