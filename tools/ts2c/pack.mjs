/**
 * Makes what the package has beside its sources, before `npm pack` and `npm publish`, and takes it away again after them:
 * the JavaScript of ts2c and of its library, the description of the language, and the licence.
 */
import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, URL } from "node:url";

const PACKAGE = fileURLToPath(new URL("./", import.meta.url));
const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
const COPIED = ["docs/static-typescript.md", "docs/examples/language", "LICENSE"];
const MADE = ["dist", "docs", "LICENSE"];

for (const name of MADE) {
  rmSync(`${PACKAGE}${name}`, { recursive: true, force: true });
}
if (!process.argv.includes("--clean")) {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", `${PACKAGE}tsconfig.dist.json`], { stdio: ["ignore", 2, 2] });
  for (const name of COPIED) {
    cpSync(`${REPOSITORY}${name}`, `${PACKAGE}${name}`, { recursive: true });
  }
}
