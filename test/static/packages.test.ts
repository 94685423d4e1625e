/** Every npm package has a licence that this project can live with, and no mistake that the world knows of and that is grave. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const TAKEN = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "(MIT AND Zlib)",
]);
/** Only in tests, unchanged, and part of nothing that is released. */
const TESTING = new Set(["node_modules/axe-core: MPL-2.0"]);

test("every package has a licence of the list", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly license?: string; readonly link?: boolean }>>;
  };
  const fetched = Object.entries(packages).filter(
    ([path, { link }]) => path.startsWith("node_modules/") && link !== true,
  );
  assert.ok(fetched.length > 100);
  const others = fetched.filter(([, { license = "none" }]) => !TAKEN.has(license));
  const named = others.map(([path, { license = "none" }]) => `${path}: ${license}`);
  assert.deepEqual(
    named.filter((name) => !TESTING.has(name)),
    [],
  );
});

/** What `npm audit` prints: a report, or what the registry said instead. */
interface Report {
  readonly message?: string;
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
}

function audit(): Report {
  const { stdout } = spawnSync("npm", ["audit", "--json"], { encoding: "utf8", timeout: 60_000 });
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    return { message: "nothing within a minute" };
  }
}

test("no package has a known vulnerability that is high or critical", (t) => {
  const { vulnerabilities, message = "" } = audit();
  if (vulnerabilities === undefined) {
    t.skip(`npm audit: the registry doesn't answer (${message})`);
    return;
  }
  const grave = Object.entries(vulnerabilities).filter(([, { severity }]) => /high|critical/.test(severity));
  assert.deepEqual(
    grave.map(([name, { severity }]) => `${name}: ${severity}`),
    [],
  );
});
