import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { ROOT } from "./root.ts";

const SOURCES = join(ROOT, "tools/library/npm");
/** What nothing in the package imports by its path. */
const ENTRIES = ["tools/library/npm/index.ts", "tools/library/npm/no-cipher.ts", "tools/desk/platform/cipher.ts"];
const TS2C = "tools/ts2c/library/index";

/** The package, with JavaScript and types of the reader and of what it imports, each file where it is in the repository. */
export function makePackage(folder: string): void {
  cpSync(join(SOURCES, "package.json"), join(folder, "package.json"));
  cpSync(join(SOURCES, "README.md"), join(folder, "README.md"));
  const dist = join(folder, "dist");
  compile(dist);
  for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => /\.[jt]s$/.test(name))) {
    bundleTs2c(dist, join(dist, file));
  }
}

/** The repository's own options, but that files are written; `npm run check` has checked them. */
function compile(dist: string): void {
  const read = ts.readConfigFile(join(ROOT, "tsconfig.json"), (file) => readFileSync(file, "utf8"));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, ROOT);
  const program = ts.createProgram(
    ENTRIES.map((file) => join(ROOT, file)),
    {
      ...options,
      noEmit: false,
      noCheck: true,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      rootDir: ROOT,
      outDir: dist,
      paths: { ts2c: [join(ROOT, `${TS2C}.ts`)] },
    },
  );
  const { diagnostics, emitSkipped } = program.emit();
  if (emitSkipped || diagnostics.length > 0) {
    throw new Error(
      diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n"),
    );
  }
}

/** The reader's "ts2c" is in the package, so that nothing else has to be installed. */
function bundleTs2c(dist: string, file: string): void {
  const text = readFileSync(file, "utf8");
  const path = relative(dirname(file), join(dist, `${TS2C}.js`));
  const here = path.startsWith(".") ? path : `./${path}`;
  const bundled = text.replace(/(\bfrom |^import )"ts2c"/gm, `$1"${here}"`);
  if (bundled !== text) {
    writeFileSync(file, bundled);
  }
}
