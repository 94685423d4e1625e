/** The stack of the device's task: what the generated C takes of it, as the compiler for the ESP32-C3's instruction set counts. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";

import { needs } from "../../tools/test/needs.ts";
import { calls, deepest, frames } from "../generated/call-graph.ts";
import { generatedFiles, pathOf } from "../generated/files.ts";
import { RV32_FLAGS } from "../support/rv32.ts";

const COMPILER = "riscv64-unknown-elf-gcc";
const root = resolve(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "p1-stack-"));
after(() => rmSync(folder, { recursive: true }));

/** A size that main/ states. */
function stated(name: string): number {
  const header = readFileSync(join(root, "main", "device_task.h"), "utf8");
  return Number(new RegExp(`^#define ${name} (\\d+)$`, "m").exec(header)?.[1]);
}

test("the deepest way through the generated C fits what main/ keeps for it", { skip: needs(COMPILER) }, (t) => {
  for (const [index, file] of generatedFiles(".c").entries()) {
    // As ESP-IDF compiles it with CONFIG_COMPILER_OPTIMIZATION_SIZE.
    const args = ["-std=c11", "-Os", ...RV32_FLAGS.slice(0, 3), `-I${join(root, "generated")}`, "-fcallgraph-info=su"];
    const { status, stderr } = spawnSync(COMPILER, [...args, "-c", pathOf(file), "-o", join(folder, `${index}.o`)], {
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
  }
  const graphs = readdirSync(folder)
    .filter((name) => name.endsWith(".ci"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  const entries = [...calls(graphs).keys()].filter((name) => /^(device_|p1_init_device$)/.test(name));
  assert.ok(entries.length > 10, entries.join());
  const ways = entries.map((entry) => deepest(calls(graphs), frames(graphs), entry));
  const { bytes, path } = ways.reduce((one, other) => (other.bytes > one.bytes ? other : one));
  t.diagnostic(`${bytes} bytes: ${path.join(" > ")}`);
  assert.ok(bytes > 500, "gcc writes how much each function takes");
  assert.ok(bytes <= stated("DEVICE_GENERATED_STACK"), "raise DEVICE_GENERATED_STACK in main/device_task.h");
});
