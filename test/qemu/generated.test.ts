/** The generated C's Unity suites on the instruction set of the ESP32-C3, in QEMU: the same suites that run on the host. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";

import { needs } from "../../tools/test/needs.ts";
import { generatedFiles, pathOf } from "../generated/files.ts";
import { RV32_FLAGS, RV32_RUNNER } from "../support/rv32.ts";
import { findUnity } from "../unity/source.ts";

const root = resolve(import.meta.dirname, "..", "..");
const suites = join(root, "test", "unity");
const COMPILER = "riscv64-unknown-elf-gcc";
const FLAGS = ["-std=c11", "-Os", ...RV32_FLAGS];
const skip = needs(COMPILER, "qemu-system-riscv32");

const folder = mkdtempSync(join(tmpdir(), "p1-qemu-"));
after(() => rmSync(folder, { recursive: true }));

function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8", timeout: 180_000 });
  assert.equal(status, 0, `${command} ${args.join(" ").slice(-300)}:\n${stdout}${stderr}`);
  return stdout;
}

test("the generated C's suites pass on rv32imc", { skip }, async (t) => {
  const unity = findUnity(root).dir;
  const includes = [`-I${join(root, "generated")}`, `-I${suites}`, `-isystem${unity}`];
  // One object for each file, numbered: two folders may have files of one name.
  const wired = join(root, "components", "p1_network", "no_radio.c");
  const common = [...generatedFiles(".c").map(pathOf), ...unitsOf(/^platform.*\.c$/), wired];
  const objects = common.map((file, index) => {
    const object = `${index}.o`;
    run(COMPILER, ...FLAGS, ...includes, "-c", file, "-o", object);
    return object;
  });
  run(COMPILER, ...FLAGS, "-w", "-c", join(unity, "unity.c"), "-o", "unity.o");
  // Those of the components and of main/ want stand-ins of ESP-IDF, which are for the host.
  for (const file of unitsOf(/^test_(?!p1_|main\.).*\.c$/)) {
    const name = file.slice(suites.length + 1, -".c".length);
    await t.test(name, (s) => {
      run(COMPILER, ...FLAGS, ...includes, file, ...objects, "unity.o", "-o", `${name}.elf`);
      const [command = "", ...args] = RV32_RUNNER;
      const output = run(command, ...args, `${name}.elf`);
      const summary = /^(\d+) Tests 0 Failures 0 Ignored/m.exec(output);
      assert.ok(summary !== null && Number(summary[1]) > 0, output);
      s.diagnostic(`${name}: ${summary[1]} tests on rv32imc`);
    });
  }
});

/** The C files of the suites' folder with such names. */
function unitsOf(name: RegExp): string[] {
  return readdirSync(suites)
    .filter((file) => name.test(file))
    .map((file) => join(suites, file));
}
