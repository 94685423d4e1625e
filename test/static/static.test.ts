/** The C that people wrote and the C that is made, looked at by three programs that find mistakes without running it. */

import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { findUnity } from "../unity/source.ts";

const root = resolve(import.meta.dirname, "..", "..");
const build = join(root, "build", "static");
const cmake = needs("cc", "cmake", "make");

/** How a file is compiled. */
interface Command {
  readonly directory: string;
  readonly command: string;
  readonly file: string;
}

/** What people wrote is compiled for its suites, what is made for all of them: each file once, as CMake says. */
function commands(): Command[] {
  mkdirSync(build, { recursive: true });
  const args = [
    "-S",
    "test/unity",
    "-B",
    build,
    `-DUNITY_DIR=${findUnity(root).dir}`,
    "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON",
  ];
  const made = spawnSync("cmake", args, { cwd: root, encoding: "utf8" });
  assert.equal(made.status, 0, made.stderr);
  const all = JSON.parse(readFileSync(join(build, "compile_commands.json"), "utf8")) as Command[];
  const ours = all.filter(({ file }) =>
    ["components", "main", "generated"].some((part) => file.startsWith(join(root, part, "/"))),
  );
  return [...new Map(ours.map((one) => [one.file, one])).values()];
}

/** Runs a program on all of it, as many at a time as there are processors; what each said that was not well. */
async function findings(program: string, lines: readonly (readonly string[])[], cwd: string = root): Promise<string[]> {
  const left = [...lines];
  const found: string[] = [];
  const work = async (): Promise<void> => {
    for (let line = left.pop(); line !== undefined; line = left.pop()) {
      const said = await outcome(program, line, cwd);
      found.push(...(said === "" ? [] : [said]));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return found;
}

/** What a program said, if it failed. */
function outcome(program: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((done) => {
    execFile(program, args, { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      done(error === null ? "" : `${stdout}${stderr}` || error.message);
    });
  });
}

/** The options of a compiler for gcc's analyser: without sanitizers, which it does not look through, and without an output. */
function analysing(command: string): string[] {
  const words = command.split(/ +/).slice(1);
  const kept = words.filter((word, i) => !/^-f(no-)?sanitize|^-O|^-c$|^-o$/.test(word) && words[i - 1] !== "-o");
  return ["-fanalyzer", "-O1", "-Werror", "-S", "-o", "/dev/null", ...kept];
}

/** A mistake that each has to find, or it was not looking. */
const MISTAKE = `#include <stdlib.h>
int twice(int n);
int twice(int n)
{
    char *p = malloc(10);
    if (p == NULL) {
        return 0;
    }
    free(p);
    if (n > 3) {
        free(p);
    }
    return 1;
}
`;

async function findsMistakes(program: string, args: (file: string) => string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "p1-static-"));
  try {
    const file = join(folder, "mistake.c");
    writeFileSync(file, MISTAKE);
    writeFileSync(join(folder, ".clang-tidy"), readFileSync(join(root, ".clang-tidy")));
    const found = await findings(program, [args(file)], folder);
    assert.match(found.join(""), /free/, `${program} looks`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("gcc's analyser finds nothing", { skip: cmake || needs("gcc") }, async () => {
  await findsMistakes("gcc", (file) => analysing(`gcc -c ${file}`));
  const lines = commands().map(({ command }) => analysing(command));
  assert.ok(lines.length > 150);
  assert.deepEqual(await findings("gcc", lines), []);
});

test("clang-tidy finds nothing", { skip: cmake || needs("clang-tidy") }, async () => {
  await findsMistakes("clang-tidy", (file) => ["--quiet", file, "--"]);
  // What is made takes it a minute and a half, on any machine; P1_STATIC=all looks at it too.
  const files = commands().map(({ file }) => file);
  const some = files.filter(
    (file) => process.env.P1_STATIC === "all" || !file.startsWith(join(root, "generated", "/")),
  );
  const lines = some.map((file) => ["--quiet", "-p", build, file]);
  assert.deepEqual(await findings("clang-tidy", lines), []);
});

test("cppcheck finds nothing", { skip: cmake || needs("cppcheck") }, async () => {
  const common = ["--enable=warning,portability,performance", "--quiet", "--error-exitcode=1"];
  await findsMistakes("cppcheck", (file) => [...common, file]);
  const project = join(build, "ours.json");
  writeFileSync(project, JSON.stringify(commands()));
  const options = [
    "--suppressions-list=test/static/cppcheck.txt",
    "--suppress=*:*/test/unity/*",
    `-j${availableParallelism()}`,
  ];
  assert.deepEqual(await findings("cppcheck", [[...common, ...options, `--project=${project}`]]), []);
});
