/**
 * Runs a TypeScript program of this repository on a machine that has nothing but Node: checks Node's version, installs
 * the npm packages where they are missing, then hands over to the program in this same process (so signals, standard
 * input and the exit status are the program's own). Writes nothing on standard output.
 *
 *     node tools/setup/run.mjs tools/desk/main.ts --once
 */

import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { installDependencies } from "./dependencies.mjs";
import { isNodeSupported } from "./node-version.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");
const [program, ...args] = process.argv.slice(2);

if (isNodeSupported("This")) {
  await start();
}

async function start() {
  if (program === undefined) {
    process.stderr.write("Which program? Use: node tools/setup/run.mjs PROGRAM.ts [ARGUMENT…]\n");
    process.exitCode = 2;
  } else if (installDependencies(root)) {
    await run(resolve(root, program), args);
  } else {
    process.exitCode = 1;
  }
}

/**
 * @param {string} file the program
 * @param {string[]} programArgs what it finds behind its own name in `process.argv`
 */
async function run(file, programArgs) {
  // npm runs its scripts in the top folder; files that the user names are meant from where the user stands.
  if (process.env.INIT_CWD !== undefined && process.cwd() === root) {
    process.chdir(process.env.INIT_CWD);
  }
  // Processes that the program forks, and node:test's, get TypeScript by the same way.
  process.execArgv.push("--import", import.meta.resolve("tsx"));
  process.argv = [process.argv[0], file, ...programArgs];
  const { register } = await import("tsx/esm/api");
  register();
  await import(pathToFileURL(file).href);
}
