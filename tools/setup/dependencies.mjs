/**
 * Brings `node_modules/` to what `package-lock.json` asks for, once. Plain JavaScript without dependencies: it runs
 * before anything is installed, and reads well in a Node that is too old for the rest.
 */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The packages of a lock file, or nothing where there is none.
 *
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether every package that the lock file names is installed in its version. Optional ones don't count: they are
 * there for other machines.
 *
 * @param {string} root the repository's top folder
 */
export function isInstalled(root) {
  const wanted = lockedPackages(join(root, "package-lock.json")) ?? {};
  const present = lockedPackages(join(root, "node_modules", ".package-lock.json"));
  if (present === undefined) {
    return false;
  }
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" ||
      entry.optional ||
      entry.devOptional ||
      (path in present && present[path].version === entry.version),
  );
}

/**
 * Runs `npm ci` with its progress on standard error, where the installed packages don't match the lock file.
 *
 * @param {string} root the repository's top folder
 * @returns {boolean} whether the packages are there now
 */
export function installDependencies(root) {
  if (isInstalled(root)) {
    return true;
  }
  process.stderr.write("Installing the npm packages of package-lock.json (once, about a minute) ...\n");
  const npm = process.env.npm_execpath;
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=warn"];
  /** @type {import("node:child_process").SpawnSyncOptions} */
  const options = { cwd: root, stdio: ["ignore", 2, 2] };
  const result =
    npm !== undefined && /\.[cm]?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (result.status !== 0) {
    process.stderr.write(
      "npm ci failed (see above). Check the network or npm's registry setting, then run it again.\n",
    );
    return false;
  }
  process.stderr.write("The npm packages are installed.\n");
  return true;
}
