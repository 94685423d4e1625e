/** The files of a release, from the command line: `npm run release -- --help`. */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../desk/failure.ts";
import { readBuild } from "./build.ts";
import { filesOf } from "./files.ts";
import { HELP, readOptions } from "./options.ts";

function main(line: readonly string[]): void {
  const options = readOptions(line);
  if (options === null) {
    process.stdout.write(HELP);
    return;
  }
  const { folders, out, url, percent } = options;
  const files = filesOf(folders.map(readBuild), url, percent);
  if (existsSync(out) && readdirSync(out).length > 0) {
    throw new Failure(`${out} is not empty: files of two releases would mix. Empty it, or name another --out.`);
  }
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), bytes);
    if (!name.startsWith("esp-web-tools/")) {
      process.stdout.write(`${join(out, name)}: ${bytes.length} bytes\n`);
    }
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Failure ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = error instanceof Failure ? error.status : 1;
}
