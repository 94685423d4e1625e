/** Builds the Unity suites beside this file with CMake and runs them; each Unity test becomes a test here. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { test, type TestContext } from "node:test";

import { needs } from "../../tools/test/needs.ts";
import { callSites } from "./call-sites.ts";
import { findUnity } from "./source.ts";

const root = resolve(import.meta.dirname, "..", "..");
/** A test of the tests names other C than the committed. */
const generated = resolve(root, process.env.P1_GENERATED ?? "generated");
const build = join(root, "build", "suites", createHash("sha256").update(generated).digest("hex").slice(0, 8));

/** Runs CMake; what it says is only of interest when it fails. */
function cmake(...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync("cmake", args, { encoding: "utf8" });
  assert.equal(status, 0, `cmake ${args.join(" ")} failed:\n${stdout}${stderr}`);
}

test("Unity suites", { skip: needs("cc", "cmake", "make", "objdump") }, async (t) => {
  const unity = findUnity(root);
  t.diagnostic(`Unity from ${unity.origin}`);
  cmake("-S", import.meta.dirname, "-B", build, `-DUNITY_DIR=${unity.dir}`, `-DP1_GENERATED=${generated}`);
  cmake("--build", build, "--parallel", String(availableParallelism()));

  const suites = readdirSync(import.meta.dirname).filter((name) => /^test_.*\.c$/.test(name));
  for (const suite of suites.map((name) => name.replace(/\.c$/, ""))) {
    await t.test(suite, async (s) => {
      const { status, stdout, stderr } = spawnSync(join(build, "suites", suite), { encoding: "utf8", timeout: 60_000 });
      const results = [...stdout.matchAll(/^.*?:(\d+):(\w+):(PASS|FAIL|IGNORE)(?:: ?(.*))?$/gm)];
      for (const [, line = "", name = "", verdict, message = ""] of results) {
        await s.test(name, (one) => {
          if (verdict === "IGNORE") {
            one.skip(message);
          } else if (verdict === "FAIL") {
            assert.fail(`${suite}.c:${line}: ${message}`);
          }
        });
      }
      // A sanitizer or a crash ends a suite before its summary.
      const summary = /^(\d+) Tests (\d+) Failures (\d+) Ignored/m.exec(stdout);
      assert.ok(summary, `${suite} did not run to its end (status ${String(status)}):\n${stdout}${stderr}`);
      assert.equal(Number(summary[1]), results.length, `${suite} lost results:\n${stdout}`);
      assert.ok(results.length > 0, `${suite} has no tests`);
      assert.equal(
        status === 0,
        summary[2] === "0",
        `${suite} ended with status ${String(status)}:\n${stdout}${stderr}`,
      );
      if (suite.startsWith("test_p1_") || suite === "test_main") {
        await checkFailures(s, suite.replace("test_", ""), stdout);
      }
    });
  }
});

/** A component's suite makes every call fail that can: as many as the compiled component has. */
async function checkFailures(t: TestContext, component: string, output: string): Promise<void> {
  const sites = callSites(
    join(build, `lib${component}.a`),
    ...["idf", "main"].map((folder) => join(import.meta.dirname, folder)),
  );
  if (sites.length === 0) {
    return;
  }
  await t.test(`${component} handles every error of ESP-IDF`, (one) => {
    const line = new RegExp(`^${component}: (\\d+) call sites, \\d+ failed, (\\d+) handled$`, "m").exec(output);
    assert.ok(line, `test_${component}.c doesn't call idf_fail_everywhere("${component}", …)`);
    one.diagnostic(line[0]);
    assert.deepEqual([line[1], line[2]], [String(sites.length), String(sites.length)], `it has: ${sites.join(", ")}`);
  });
}
