import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { firmwareImage } from "../../app/support/image.ts";

const ROOT = join(import.meta.dirname, "../../..");
/** The targets, each with Espressif's number of the chip. */
export const CHIPS = { esp32: 0, esp32c3: 5, esp32s3: 9, esp32c6: 13 } as const;

export type Target = keyof typeof CHIPS;

/** A program with the description of an application (`esp_app_desc_t`), in memory as the ESP32-C3 has it. */
export const COMPILER = "riscv64-unknown-elf-gcc";
const SECTIONS = {
  ".flash.appdesc": "0x3c000020",
  ".flash.rodata": "0x3c000120",
  ".iram0.text": "0x40380000",
  ".flash.text": "0x42020020",
};
const APP = `
struct { unsigned magic, secure_version, reserved[2]; char version[32], project[32], rest[176]; } description
    __attribute__((section(".flash.appdesc"), used)) = {0xabcd5432, 0, {0, 0}, "VERSION", "p1_meter", ""};
const unsigned table[20000] __attribute__((section(".flash.rodata"), used)) = {1, 2, 3};
__attribute__((section(".iram0.text"))) void _start(void) { for (;;); }
__attribute__((section(".flash.text"), used)) int third(int x) { return x * 3; }
`;

/** A folder for builds and their release, gone with the test. */
export class Workshop implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), "p1-release-"));

  /** A build folder as idf.py leaves it, and what the test wants otherwise in its description. */
  build(name: string, target: Target, version = "1.2.3", other: Record<string, unknown> = {}): string {
    const app = firmwareImage({ version, chip: CHIPS[target], size: 30_000 });
    const boot = target === "esp32" ? "0x1000" : "0x0";
    const files: Record<string, string> = {
      "0x20000": "p1_meter.bin",
      [boot]: "bootloader/bootloader.bin",
      "0x8000": "partition_table/partition-table.bin",
      "0x19000": "ota_data_initial.bin",
    };
    const description = {
      project_name: "p1_meter",
      project_version: version,
      target,
      app_bin: "p1_meter.bin",
      ...other,
    };
    this.write(`${name}/project_description.json`, JSON.stringify(description));
    this.write(`${name}/flasher_args.json`, JSON.stringify({ flash_files: files }));
    this.write(`${name}/p1_meter.bin`, app);
    this.write(`${name}/bootloader/bootloader.bin`, firmwareImage({ version: "", chip: CHIPS[target], size: 9000 }));
    this.write(`${name}/partition_table/partition-table.bin`, Buffer.alloc(3072, 0xaa));
    this.write(`${name}/ota_data_initial.bin`, Buffer.alloc(8192, 0xff));
    return join(this.folder, name);
  }

  /** An image of the ESP32-C3 as ESP-IDF makes it: by its compiler's kin, and by `elf2image`. */
  elfImage(version: string, esptool: (...args: readonly string[]) => string): string {
    const [source, elf, image] = ["app.c", "app.elf", "app.bin"].map((name) => join(this.folder, name));
    this.write("app.c", APP.replace("VERSION", version));
    const sections = Object.entries(SECTIONS).map(([name, address]) => `-Wl,--section-start=${name}=${address}`);
    const line = ["-march=rv32imc", "-mabi=ilp32", "-nostdlib", "-ffreestanding", ...sections, source, "-o", elf];
    const { status, stderr } = spawnSync(COMPILER, line, { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    esptool("--chip", "esp32c3", "elf2image", "--elf-sha256-offset", "0xb0", "-o", image, elf);
    return image;
  }

  write(name: string, content: string | Buffer): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), content);
  }

  read(name: string): Buffer {
    return readFileSync(join(this.folder, "out", name));
  }

  /** Runs the tool; what it wrote on standard error. */
  release(...args: readonly string[]): string {
    const line = ["--import", "tsx", "tools/release/main.ts", ...args, "--out", join(this.folder, "out")];
    const { status, stderr } = spawnSync(process.execPath, line, { cwd: ROOT, encoding: "utf8" });
    assert.equal(status === 0, stderr === "", stderr);
    return stderr;
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }
}
