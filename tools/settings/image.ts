/** Settings as the firmware finds them: the record that `ts/settings/` keeps, in an image of NVS. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { SettingsKey } from "../../ts/platform/settings.ts";
import { Scratch } from "../../ts/scratch.ts";
import { RecordWriter } from "../../ts/settings/record.ts";
import { Settings } from "../../ts/settings/settings.ts";
import { Failure } from "../desk/failure.ts";
import { pythonWith } from "../test/python.ts";

const root = resolve(import.meta.dirname, "..", "..");
/** The namespace in NVS: `P1_SETTINGS_NAMESPACE` in components/p1_settings/. */
const NAMESPACE = "p1_meter";
const encoder = new TextEncoder();

/** What is kept under each key. */
export type Blobs = Readonly<Partial<Record<SettingsKey, Uint8Array>>>;

/** A setting's value as a file writes it. */
export type Value = string | number | boolean;

/** Both records of these settings and of the defaults of all others. A value that is not allowed is a failure that says why. */
export function recordsOf(values: Readonly<Record<string, Value>>): Blobs {
  const settings = new Settings();
  settings.reset();
  for (const [name, value] of Object.entries(values)) {
    const text = typeof value === "boolean" ? (value ? "on" : "off") : String(value);
    if (settings.assign(encoder.encode(name), encoder.encode(text)) !== "ok") {
      throw new Failure(new TextDecoder().decode(Uint8Array.from(settings.explanation())), 2);
    }
  }
  const record = (sequence: 1 | 2) => Uint8Array.from(new RecordWriter().pack(settings, sequence, new Scratch().out));
  return { record_a: record(1), record_b: record(2) };
}

/** Where the partition for settings lies in the flash, and how large it is. */
export function partition(): { readonly offset: string; readonly size: string } {
  const [, offset = "", size = ""] =
    /^nvs, *data, *nvs, *(\w+), *(\w+)$/m.exec(readFileSync(join(root, "partitions.csv"), "utf8")) ?? [];
  return { offset, size };
}

/** Writes the image of a partition that holds these and nothing else. */
export function writeImage(blobs: Blobs, out: string): void {
  const python = pythonWith("esp-idf-nvs-partition-gen==0.2.0");
  if ("skip" in python) {
    throw new Failure(`The image is made by Espressif's program, which is in Python: ${python.skip}.`);
  }
  const folder = mkdtempSync(join(tmpdir(), "p1-settings-"));
  try {
    const list = join(folder, "nvs.csv");
    const lines = Object.entries(blobs).map(([key, blob]) => {
      const file = join(folder, `${key}.bin`);
      writeFileSync(file, blob);
      return `${key},file,binary,${file}\n`;
    });
    writeFileSync(list, `key,type,encoding,value\n${NAMESPACE},namespace,,\n${lines.join("")}`);
    const args = ["-m", "esp_idf_nvs_partition_gen", "generate", list, resolve(out), partition().size];
    const { status, stdout, stderr } = spawnSync(python.program, args, { encoding: "utf8" });
    if (status !== 0) {
      throw new Failure(`${out} can't be made: ${(stderr + stdout).trim().split("\n").at(-1) ?? ""}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
