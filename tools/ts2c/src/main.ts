/** The command: `ts2c build FILE… --out DIR`, `ts2c run [--engine c|node] FILE`. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "./build.ts";
import { rootOf } from "./load/load.ts";
import { runProgram } from "./run.ts";

const RUNTIME = fileURLToPath(new URL("../runtime/", import.meta.url));

const USAGE = `ts2c: static TypeScript to C

  ts2c build FILE… --out DIR [--root DIR] [--lines]   writes the C of the files and of what they import
  ts2c run [--engine c|node] FILE                     runs a program's top-level code

  --root DIR    module names are relative to it (default: the folder that has platform/, else the files' own)
  --lines       #line in the C, so that compiler and debugger point at the TypeScript
`;

function fail(message: string): never {
  process.stderr.write(`ts2c: ${message}\n\n${USAGE}`);
  process.exit(2);
}

function main(): number {
  const { values, positionals } = parse();
  const [command, ...files] = positionals;
  if (values.help || command === undefined) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  if (files.length === 0) {
    fail(`${command} needs a file`);
  }
  const root = values.root === undefined ? rootOf(files) : resolve(values.root);
  switch (command) {
    case "build":
      return runBuild(files, root, values.out, values.lines ?? false);
    case "run":
      return runProgram(files[0], root, engineOf(values.engine));
    default:
      return fail(`there is no command ${command}`);
  }
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: { type: "string" },
        root: { type: "string" },
        engine: { type: "string" },
        lines: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function engineOf(name = "c"): string {
  return name === "c" || name === "node" ? name : fail(`--engine is c or node, not ${name}`);
}

function runBuild(files: readonly string[], root: string, out: string | undefined, lines: boolean): number {
  if (out === undefined) {
    fail("build needs --out DIR");
  }
  const built = build(files, { root, lines });
  if (built.errorCount > 0) {
    process.stderr.write(built.errors);
    return 1;
  }
  for (const [path, text] of built.files) {
    const file = join(out, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  // What the C includes, so that the folder compiles by itself.
  cpSync(RUNTIME, out, { recursive: true });
  return 0;
}

process.exitCode = main();
