/** The components' C on the instruction set of the ESP32-C3: it compiles there, against the stand-ins of ESP-IDF, without a warning. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

import { needs } from "../../tools/test/needs.ts";
import { RV32_FLAGS } from "../support/rv32.ts";

const root = resolve(import.meta.dirname, "..", "..");
const components = join(root, "components");
const COMPILER = "riscv64-unknown-elf-gcc";
const skip = needs(COMPILER);
const WARNINGS = ["-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror"];

/** Options that a file is compiled with: the kind of network that it is for. */
function optionsFor(file: string): string[] {
  const kind = { "rmii.c": "RMII", "w5500.c": "W5500", "openeth.c": "QEMU" }[file] ?? "WIFI";
  return [`-DCONFIG_P1_NETWORK_${kind}=1`];
}

test("every component compiles for rv32imc", { skip }, async (t) => {
  for (const component of readdirSync(components).filter((name) =>
    existsSync(join(components, name, "CMakeLists.txt")),
  )) {
    await t.test(component, () => {
      const folder = join(components, component);
      const includes = [join(root, "test/unity/idf/include"), join(root, "generated"), join(folder, "include")];
      const files = readdirSync(folder).filter((name) => name.endsWith(".c"));
      assert.ok(files.length > 0, component);
      for (const file of files) {
        const { status, stderr } = spawnSync(
          COMPILER,
          [
            ...["-std=gnu11", "-Os", ...RV32_FLAGS, ...WARNINGS, ...optionsFor(file)],
            ...includes.map((path) => `-I${path}`),
            ...["-c", join(folder, file), "-o", "/dev/null"],
          ],
          { encoding: "utf8", timeout: 60_000 },
        );
        assert.equal(status, 0, `${component}/${file}:\n${stderr}`);
      }
    });
  }
});
