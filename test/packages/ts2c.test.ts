/** ts2c as somebody has it who installs its package: its README's commands, its types, and the device of docs/new-device.md. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

import { needs } from "../../tools/test/needs.ts";
import { ANSWERS } from "../examples/answers.ts";
import { environment, pack, projectWith, run, runAsNode } from "./support/install.ts";

const root = resolve(import.meta.dirname, "..", "..");
const own = join(root, "tools", "ts2c");
const readme = readFileSync(join(own, "README.md"), "utf8");

const versions = json(join(root, "package.json")).devDependencies;
const { folder, skip } = projectWith(pack(own), `@types/node@${versions["@types/node"]}`);
const installed = join(folder, "node_modules", "ts2c");
const command = join(installed, "bin", "ts2c.mjs");

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function json(file: string): Manifest {
  return JSON.parse(readFileSync(file, "utf8")) as Manifest;
}

/** Runs a line as typed in the project, and gives what it printed. */
function typed(line: string, input = ""): string {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", line], {
    cwd: folder,
    encoding: "utf8",
    env: environment({ XDG_CACHE_HOME: join(folder, "cache") }),
    input,
  });
  assert.deepEqual({ status, stderr }, { status: 0, stderr: "" }, line);
  return stdout;
}

/** Compiles every `.c` below a folder of the project by itself; a warning is an error. */
function compiles(below: string, ...includes: readonly string[]): void {
  const flags = ["-std=c11", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror", "-fsyntax-only"];
  const sources = readdirSync(join(folder, below), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".c"),
  );
  const folders = [below, ...includes].map((each) => `-I${each}`);
  const { stderr } = run(folder, "gcc", ...flags, ...folders, ...sources.map((name) => join(below, name)));
  assert.equal(stderr, "");
  assert.ok(sources.length > 0);
}

test("the README's commands run and build its first example", { skip: skip || needs("cc", "gcc") }, () => {
  const lines = [...readme.matchAll(/^ {4}((?:cp|npx) .*)$/gm)].map(([, line = ""]) =>
    line.replace(/ --watch.*| +#.*/, ""),
  );
  assert.equal(lines.length, 5, "the README has a cp, and run, check, build and build --program");
  const printed = lines.map((line) => typed(line));
  const inNode = typed("npx ts2c run --engine node base64.ts");
  for (const answer of ANSWERS.base64 ?? []) {
    assert.ok(inNode.includes(`${answer}\n`), inNode);
  }
  assert.deepEqual(printed, ["", inNode, "", "", inNode]);
  compiles("c");
  assert.ok(
    readdirSync(join(folder, "cache", "ts2c")).length > 0,
    "what was compiled is kept, where a user's caches are",
  );
});

test("a refusal names a page that the package has", { skip }, () => {
  writeFileSync(join(folder, "refused.ts"), "for (const key in { a: 1 }) console.log(key);\n");
  const { status, stdout, stderr } = run(folder, process.execPath, command, "check", "refused.ts");
  assert.deepEqual({ status, stdout }, { status: 1, stdout: "" });
  assert.match(stderr, /^refused\.ts:1:1 - error TS2C\d{4}: /);
  const [page = ""] = /docs\/[\w-]+\.md/.exec(stderr) ?? [];
  assert.ok(existsSync(join(installed, page)), stderr);
});

test('tsc --strict takes the types of "ts2c", and refuses what is wrong', { skip }, () => {
  const [, options = ""] = /```json\n([^]*?)```/.exec(readme) ?? [];
  writeFileSync(join(folder, "tsconfig.json"), options.replace("{", '{ "files": ["typed.ts"],'));
  const program = [
    'import { Writer, array, assert, constant, u8, utf8, type Bytes, type FixedArray } from "ts2c";',
    "const bytes: Bytes = utf8(constant(() => 'telegram'));",
    "const first: u8 = u8.clamp(bytes[0] ?? 0);",
    "const table: FixedArray<u8, 4> = array(4, first);",
    "const writer = new Writer(new Uint8Array(8));",
    "writer.int(table.length);",
    "assert(!writer.full());",
  ];
  writeFileSync(join(folder, "typed.ts"), program.join("\n"));
  assert.equal(typed("npx tsc -p ."), "");
  writeFileSync(join(folder, "typed.ts"), [...program, 'const text: u8 = "4";', "writer.float(1);"].join("\n"));
  const { stdout } = run(folder, "npx", "tsc", "-p", ".");
  assert.match(stdout, /^typed\.ts\(8,7\): error TS2322[^]*\ntyped\.ts\(9,8\): error TS2339.*\n$/);
});

for (const old of ["12.22.12", "18.20.8", "20.18.3"]) {
  test(`on Node ${old} the command says what it needs`, { skip }, () => {
    assert.deepEqual(runAsNode(old, folder, command, "--help"), {
      status: 1,
      stdout: "",
      stderr: `ts2c needs Node 20.19 or newer and runs on v${old}. Install it from https://nodejs.org/\n`,
    });
  });
}

test("on the oldest Node that is supported it runs", { skip }, () => {
  const { status, stdout, stderr } = runAsNode("20.19.0", folder, command, "--help");
  assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
  assert.match(stdout, /^ts2c: static TypeScript to C\n/);
});

test(
  "the device of docs/new-device.md runs in Node, and as C behind its header",
  { skip: skip || needs("gcc") },
  (t) => {
    const device = join(folder, "stair-light");
    cpSync(join(root, "docs", "examples", "new-device"), device, { recursive: true });
    typed("cd stair-light && npm run -s check && npm run -s generate");

    assert.equal(typed("cd stair-light && npm start -s", "\n"), "The lamp is on.\n");
    compiles("stair-light/esp/main", "stair-light/esp/main/generated", join(root, "test/unity/idf/include"));
    const program = join(device, "program");
    cpSync(join(import.meta.dirname, "support", "stair_light.c"), join(device, "esp/main/generated/stair_light.c"));
    const sources = readdirSync(join(device, "esp/main/generated"), { recursive: true, encoding: "utf8" });
    const compiled = run(
      join(device, "esp/main/generated"),
      "gcc",
      ...["-I.", "-o", program, ...sources.filter((name) => name.endsWith(".c"))],
    );
    assert.equal(compiled.stderr, "");
    // Three minutes after the second press, and not after the first.
    assert.equal(run(device, program).stdout, "0 on\n100000 on\n280000 off\n");

    const file = join(device, "ts", "device.ts");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace("this.left > elapsed ? this.left - elapsed : 0", "this.left - elapsed"),
    );
    const { stderr } = run(device, process.execPath, command, "check", "ts/device.ts");
    t.diagnostic(stderr.split("\n", 1)[0] ?? "");
    assert.match(stderr, /device\.ts:19:\d+ - error TS2C03/);
  },
);

test("the package has this repository's compilers, and leaves nothing in the repository", () => {
  const { dependencies } = json(join(own, "package.json"));
  assert.deepEqual(dependencies, { tsx: versions.tsx, typescript: versions.typescript });
  for (const made of ["dist", "docs", "LICENSE"]) {
    assert.equal(existsSync(join(own, made)), false, `tools/ts2c/${made}`);
  }
});
