/** `npm run generate`: renews `generated/` from `ts/` and from the page's sources. With `--check` it only says whether that would change anything. */
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildPage, compressPage, PAGE_FILE, readPage } from "./page/build.ts";
import { build } from "./ts2c/src/build.ts";

const REPOSITORY = fileURLToPath(new URL("../", import.meta.url));
const SOURCES = join(REPOSITORY, "ts");
const GENERATED = join(REPOSITORY, "generated");
/** Written by hand, or not from `ts/`. */
const NOT_OURS = ["CMakeLists.txt", "page"];

function wanted(): Map<string, string> {
  const built = build([join(SOURCES, "device.ts"), join(SOURCES, "decode.ts")], { root: SOURCES, lines: false });
  if (built.errorCount > 0) {
    process.stderr.write(built.errors);
    process.exit(1);
  }
  const runtime = readFileSync(join(REPOSITORY, "tools/ts2c/runtime/ts2c.h"), "utf8");
  return new Map([...built.files, ["ts2c.h", runtime]]);
}

function present(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => !NOT_OURS.includes(relative(GENERATED, path)))
    .flatMap((path) => (statSync(path).isDirectory() ? present(path) : [path]));
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function main(): void {
  const { values } = parseArgs({ options: { check: { type: "boolean" } } });
  const files = wanted();
  const paths = new Map([...files].map(([path, text]) => [resolve(GENERATED, path), text]));
  const changed = [...paths].filter(([path, text]) => read(path) !== text).map(([path]) => path);
  const page = buildPage();
  // Compressors give other bytes from version to version; what is in them counts.
  const pageChanged = readPage(PAGE_FILE) !== page;
  const stale = present(GENERATED).filter((path) => !paths.has(path));
  if (values.check) {
    for (const path of [...changed, ...stale]) {
      process.stderr.write(`${relative(REPOSITORY, path)} is not what ts/ gives: run npm run generate\n`);
    }
    if (pageChanged) {
      process.stderr.write(`${relative(REPOSITORY, PAGE_FILE)} is not the page: run npm run generate\n`);
    }
    process.exit(changed.length + stale.length > 0 || pageChanged ? 1 : 0);
  }
  for (const path of stale) {
    rmSync(path);
  }
  for (const path of changed) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, paths.get(path)!);
  }
  if (pageChanged) {
    mkdirSync(dirname(PAGE_FILE), { recursive: true });
    writeFileSync(PAGE_FILE, compressPage(page));
  }
  const written = changed.length + (pageChanged ? 1 : 0);
  process.stdout.write(`generated/: ${String(written)} files written, ${String(stale.length)} removed\n`);
}

main();
