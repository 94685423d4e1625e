/** Settings for a board that has none yet, from the command line: `npm run settings -- --help`. */

import { readFileSync } from "node:fs";
import { Failure, messageOf, systemReason } from "../desk/failure.ts";
import { partition, recordOf, writeImage, type Value } from "./image.ts";
import { HELP, readOptions } from "./options.ts";

function main(line: readonly string[]): void {
  const options = readOptions(line);
  if (options === null) {
    process.stdout.write(HELP);
    return;
  }
  const values = read(options.file);
  writeImage(recordOf(values), options.out);
  process.stdout.write(
    `${options.out}: ${Object.keys(values).length} settings. It replaces all that a board keeps:\n` +
      `esptool.py write_flash ${partition().offset} ${options.out}\n`,
  );
}

function read(file: string): Readonly<Record<string, Value>> {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new Failure(`${file} can't be read: ${systemReason(error)}.`, 2);
  }
  let values: unknown;
  try {
    values = JSON.parse(text);
  } catch (error) {
    throw new Failure(`${file} is no JSON: ${messageOf(error)}.`, 2);
  }
  if (!isValues(values)) {
    throw new Failure(`${file} must be one object of texts, numbers, true and false: { "broker_host": "…" }.`, 2);
  }
  return values;
}

function isValues(values: unknown): values is Readonly<Record<string, Value>> {
  return (
    typeof values === "object" &&
    values !== null &&
    !Array.isArray(values) &&
    Object.values(values).every((value) => ["string", "number", "boolean"].includes(typeof value))
  );
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Failure ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = error instanceof Failure ? error.status : 1;
}
