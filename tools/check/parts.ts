import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

import clangFormat from "clang-format-node";

import { checkAsserts } from "./asserts.ts";
import { checkPromises } from "./promises.ts";

/** A file that is longer has more than one subject. */
const MAX_LINES = 350;

const root = resolve(import.meta.dirname, "..", "..");

/** What one part found: everything well, perhaps with a figure, or what is wrong. */
export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

export interface Part {
  readonly name: string;
  /** What to do when it fails. */
  readonly remedy: string;
  /** Whether what it found is told when all is well, too. */
  readonly showsFigure?: boolean;
  readonly run: () => Promise<Outcome>;
}

export const PARTS: readonly Part[] = [
  { name: "types", remedy: "", run: () => node("node_modules/typescript/bin/tsc", "-p", ".") },
  {
    name: "types of the page",
    remedy: "",
    run: () => node("node_modules/typescript/bin/tsc", "-p", "components/p1_http/page"),
  },
  { name: "lint", remedy: "", run: () => node("node_modules/eslint/bin/eslint.js", ".", "--max-warnings=0") },
  {
    name: "generated/ is what its sources give",
    remedy: "Run: npm run generate",
    run: () => node("tools/setup/run.mjs", "tools/generate.ts", "--check"),
  },
  {
    name: "size of the page",
    remedy: "Leave something out: `tools/page/build.ts` says how much it may have.",
    showsFigure: true,
    run: () => node("tools/setup/run.mjs", "tools/page/check.ts"),
  },
  {
    name: "the pages show what the program gives",
    remedy: "Run: npm run docs",
    run: () => node("tools/setup/run.mjs", "tools/docs/main.ts", "--check"),
  },
  {
    name: "format",
    remedy: "Run: npx prettier --write .",
    run: () => node("node_modules/prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."),
  },
  {
    name: "format of C",
    remedy: "Run: npx clang-format -i FILE…",
    run: checkCFormat,
  },
  {
    name: `at most ${MAX_LINES} lines in a file`,
    remedy: "Split it by subject.",
    run: () => Promise.resolve(checkLengths()),
  },
  {
    name: "asserts by module, none in what sees input",
    remedy: "Handle the case, or prove by a type that there is none.",
    showsFigure: true,
    run: () => Promise.resolve(checkAsserts(root)),
  },
  {
    name: "each promise of SECURITY.md has its test",
    remedy: "Name a test that is there: [what](test/…): *the test's name*",
    showsFigure: true,
    run: () => Promise.resolve(checkPromises(root)),
  },
];

function node(...args: readonly string[]): Promise<Outcome> {
  return execute(process.execPath, args);
}

function execute(program: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: string): void => {
      output += chunk;
    };
    child.stdout.setEncoding("utf8").on("data", collect);
    child.stderr.setEncoding("utf8").on("data", collect);
    child.on("error", (error) => {
      done({ ok: false, output: error.message });
    });
    child.on("close", (status) => {
      done({ ok: status === 0, output });
    });
  });
}

function checkCFormat(): Promise<Outcome> {
  const files = handWritten(/\.[ch]$/);
  return files.length === 0
    ? Promise.resolve({ ok: true, output: "" })
    : execute(clangFormat.clangFormatPath, ["--dry-run", "-Werror", ...files]);
}

function checkLengths(): Outcome {
  const long = handWritten(/\.(ts|tsx|mts|js|mjs|css|c|h)$/)
    .map((file) => ({ file, lines: readFileSync(resolve(root, file), "utf8").split("\n").length - 1 }))
    .filter(({ lines }) => lines > MAX_LINES);
  return { ok: long.length === 0, output: long.map(({ file, lines }) => `${file} has ${lines} lines`).join("\n") };
}

/** The files of the repository, new ones included, that people write. */
function handWritten(name: RegExp): string[] {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--deduplicate"], {
    cwd: root,
    encoding: "utf8",
  });
  return files
    .split("\n")
    .filter((file) => name.test(file) && !file.startsWith("generated/") && existsSync(resolve(root, file)));
}
