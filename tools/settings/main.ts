/** Settings for a board that has none yet, from the command line: `npm run settings -- --help`. */

import { Failure } from "../desk/failure.ts";
import { readSettings } from "./file.ts";
import { partition, recordsOf, writeImage } from "./image.ts";
import { HELP, readOptions } from "./options.ts";

function main(line: readonly string[]): void {
  const options = readOptions(line);
  if (options === null) {
    process.stdout.write(HELP);
    return;
  }
  const values = readSettings(options.file);
  writeImage(recordsOf(values), options.out);
  process.stdout.write(
    `${options.out}: ${Object.keys(values).length} settings. It replaces all that a board keeps:\n` +
      `esptool.py write_flash ${partition().offset} ${options.out}\n`,
  );
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Failure ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = error instanceof Failure ? error.status : 1;
}
