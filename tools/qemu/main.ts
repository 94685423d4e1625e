/** The firmware in QEMU, from the command line: `npm run qemu -- --help`. */

import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure, systemReason } from "../desk/failure.ts";
import { readSettings } from "../settings/file.ts";
import { buildFirmware, makeFlash, missingForBuild, writeFlash } from "./build.ts";
import { HOST_ADDRESS, Machine, missingForRun } from "./machine.ts";
import { HELP, readOptions } from "./options.ts";

const BUILD = resolve(import.meta.dirname, "..", "..", "build");
/** A meter of DSMR 5 sends each second. */
const PERIOD_MILLISECONDS = 1000;

async function main(line: readonly string[]): Promise<void> {
  const options = readOptions(line);
  if (options === null) {
    process.stdout.write(HELP);
    return;
  }
  const missing = [options.firmware === undefined ? missingForBuild() : null, missingForRun()].filter(
    (sentence) => sentence !== null,
  );
  if (missing.length > 0) {
    throw new Failure(missing.map((sentence) => `${sentence}.`).join("\n"));
  }
  const telegrams = readTelegrams(options.replay);
  const settings = options.settings === undefined ? { broker_host: HOST_ADDRESS } : readSettings(options.settings);
  const flash = join(BUILD, "qemu-flash.bin");
  mkdirSync(BUILD, { recursive: true });
  writeFlash(makeFlash(options.firmware ?? buildFirmware(), settings), flash);
  const machine = await Machine.start(flash, options, (text) => process.stdout.write(text));
  process.stdout.write(`page:  http://127.0.0.1:${options.http}\nmeter: 127.0.0.1:${options.uart}\n`);
  process.stdin.on("data", (typed) => machine.type(typed));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void machine.stop());
  }
  const meter = setInterval(() => void machine.send(telegrams).catch(() => undefined), PERIOD_MILLISECONDS);
  await machine.ended;
  process.stdin.destroy();
  clearInterval(meter);
}

function readTelegrams(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Failure(`${file} can't be read: ${systemReason(error)}.`, 2);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Failure ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = error instanceof Failure ? error.status : 1;
}
