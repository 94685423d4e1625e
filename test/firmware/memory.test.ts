/** What the generated C takes of the chip's memory, by the compiler for the ESP32-C3's instruction set: its stack, and its state. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { after, before, test } from "node:test";

import { needs } from "../../tools/test/needs.ts";
import { calls, deepest, frames } from "../generated/call-graph.ts";
import { generatedFiles, pathOf } from "../generated/files.ts";
import { RV32_FLAGS } from "../support/rv32.ts";

const COMPILER = "riscv64-unknown-elf-gcc";
const SIZE = "riscv64-unknown-elf-size";
/**
 * The most bytes of RAM that the device's state may have. An ESP32-C3 has to have room beside it for Wi-Fi and a TLS connection:
 * docs/firmware.md, "Memory", has the sums. What wants more gives the reason there, and what becomes smaller for it.
 */
const STATE_BYTES = 63 * 1024;

const missing = needs(COMPILER, SIZE);
const root = resolve(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "p1-memory-"));
after(() => rmSync(folder, { recursive: true }));

/** The tool that decodes files has state too, and no place in the firmware. */
const files = generatedFiles(".c").filter((file) => basename(file) !== "decode.c");

before(() => {
  if (missing !== false) {
    return;
  }
  // As one file (generated/CMakeLists.txt), and as ESP-IDF compiles it with CONFIG_COMPILER_OPTIMIZATION_SIZE.
  const includes = files.map((file) => `#include ${JSON.stringify(pathOf(file))}\n`);
  writeFileSync(join(folder, "one.c"), `#define TS_SHARED __attribute__((unused)) static\n${includes.join("")}`);
  const args = ["-std=c11", "-Os", ...RV32_FLAGS.slice(0, 3), `-I${join(root, "generated")}`, "-fcallgraph-info=su"];
  const { status, stderr } = spawnSync(COMPILER, [...args, "-c", "one.c", "-o", "one.o"], {
    cwd: folder,
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
});

/** A size that main/ states. */
function stated(name: string): number {
  const header = readFileSync(join(root, "main", "device_task.h"), "utf8");
  return Number(new RegExp(`^#define ${name} (\\d+)$`, "m").exec(header)?.[1]);
}

test("the deepest way through the generated C fits what main/ keeps for it", { skip: missing }, (t) => {
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

test("the device's state is within its budget of RAM", { skip: missing }, (t) => {
  const { status, stdout, stderr } = spawnSync(SIZE, [join(folder, "one.o")], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  const sizes = [...stdout.matchAll(/^ *\d+\s+(\d+)\s+(\d+)\s/gm)].map(([, data, bss]) => Number(data) + Number(bss));
  assert.equal(sizes.length, 1, stdout);
  const bytes = sizes.reduce((sum, size) => sum + size);
  t.diagnostic(`${bytes} of ${STATE_BYTES} bytes`);
  assert.ok(bytes > 10_000, "the device has state");
  assert.ok(
    bytes <= STATE_BYTES,
    `the device's state has ${bytes} bytes of RAM, more than ${STATE_BYTES}: what to do is beside STATE_BYTES`,
  );
});
