/** The firmware for QEMU, built by ESP-IDF, and the flash that it starts from. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Failure } from "../desk/failure.ts";
import { partition, recordsOf, writeImage, type Value } from "../settings/image.ts";

const root = resolve(import.meta.dirname, "..", "..");
const FLASH_BYTES = 4 * 1024 * 1024;

/** What is missing to build the firmware, as a sentence; null when nothing is. */
export function missingForBuild(): string | null {
  const idf = process.env.IDF_PATH;
  if (idf === undefined || !existsSync(join(idf, "tools", "idf.py"))) {
    return "IDF_PATH names no ESP-IDF: install v5.5 or v6.0 and run its export.sh (docs/firmware.md)";
  }
  return spawnSync("idf.py", ["--version"], { stdio: "ignore" }).status === 0
    ? null
    : "idf.py does not run: run ESP-IDF's export.sh in this shell (docs/firmware.md)";
}

/** Builds the firmware. What ESP-IDF says goes to the terminal. Gives the folder that it is in. */
export function buildFirmware(): string {
  const folder = join(root, "build", "qemu");
  const defaults = ["sdkconfig.defaults", "tools/qemu/sdkconfig.qemu"].map((file) => join(root, file)).join(";");
  const options = [`SDKCONFIG=${join(folder, "sdkconfig")}`, `SDKCONFIG_DEFAULTS=${defaults}`, "IDF_TARGET=esp32c3"];
  const args = ["-B", folder, ...options.flatMap((option) => ["-D", option]), "build"];
  const { status } = spawnSync("idf.py", args, { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    throw new Failure("The firmware can't be built: what ESP-IDF says is above.");
  }
  return folder;
}

/** The flash of a new board: the firmware as built in `folder`, and these settings. */
export function makeFlash(folder: string, settings: Readonly<Record<string, Value>>): Buffer {
  const flash = Buffer.alloc(FLASH_BYTES, 0xff);
  for (const { offset, file } of partsOf(folder)) {
    readFileSync(join(folder, file)).copy(flash, offset);
  }
  const temporary = mkdtempSync(join(tmpdir(), "p1-flash-"));
  try {
    const image = join(temporary, "nvs.bin");
    writeImage(recordsOf(settings), image);
    readFileSync(image).copy(flash, Number(partition().offset));
  } finally {
    rmSync(temporary, { recursive: true });
  }
  return flash;
}

/** What is to be written to the flash, as ESP-IDF's build lists it: an offset and a file in each line. */
function partsOf(folder: string): { readonly offset: number; readonly file: string }[] {
  const list = join(folder, "flash_args");
  if (!existsSync(list)) {
    throw new Failure(`${folder} has no firmware: there is no flash_args, which ESP-IDF writes when it has built one.`);
  }
  return [...readFileSync(list, "utf8").matchAll(/^(0x[\da-f]+) (\S+)$/gm)].map(([, offset, file = ""]) => ({
    offset: Number(offset),
    file,
  }));
}

/** Writes the flash to a file, for QEMU to read and write. */
export function writeFlash(flash: Buffer, file: string): void {
  writeFileSync(file, flash);
}
