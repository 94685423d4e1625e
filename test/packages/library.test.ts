/** The reader in other people's programs: the npm package in an empty project, and the component's C without ESP-IDF around it. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";

import { SETTINGS } from "../../ts/settings/list.ts";
import { startDecoder } from "../../tools/decode/decoder.ts";
import { needs } from "../../tools/test/needs.ts";
import { pythonWith } from "../../tools/test/python.ts";
import { frameOf, LUXEMBOURG } from "../app/support/frame.ts";
import { emptyFolder, pack, projectWith, run } from "./support/install.ts";

const root = resolve(import.meta.dirname, "..", "..");
const TELEGRAM = join(root, "docs/examples/dsmr5.txt");
const out = emptyFolder();
const made = run(root, process.execPath, "tools/setup/run.mjs", "tools/library/main.ts", "--out", out);
assert.equal(made.status, 0, made.stderr);

const component = join(out, "p1_reader");
const { folder, skip } = projectWith(pack(join(out, "npm")));
const decoder = await startDecoder("ts", () => undefined);

interface Line {
  readonly ok: boolean;
  readonly error?: string;
  readonly readings?: readonly {
    readonly topic: string;
    readonly value?: string;
    readonly entries?: readonly object[];
  }[];
  readonly skipped?: readonly object[];
}

/** What `npm run decode` says of a file. */
function decoded(file: string, key = "", additional = ""): Line[] {
  decoder.unlock({ key: Buffer.from(key, "hex"), additional: Buffer.from(additional, "hex") });
  decoder.start("f");
  const lines = [decoder.take(readFileSync(file)), decoder.end().output].map((each) => Buffer.from(each).toString());
  return lines
    .join("")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line)
    .filter(({ error }) => error !== "no-telegram");
}

/** What the package says of files, in a process that has nothing but it. */
function packaged(files: readonly string[], encryption: object = {}): Line[][] {
  const program = `
    import { readFileSync } from "node:fs";
    import { Decoder } from "p1-reader";
    const [encryption, ...files] = process.argv.slice(2);
    const all = files.map((file) => {
      const decoder = new Decoder("key" in JSON.parse(encryption) ? JSON.parse(encryption) : undefined);
      const bytes = readFileSync(file);
      const ended = [];
      for (let at = 0; at < bytes.length; at += 100) ended.push(...decoder.take(bytes.subarray(at, at + 100)));
      return [...ended, ...decoder.end()];
    });
    console.log(JSON.stringify(all));`;
  writeFileSync(join(folder, "all.mjs"), program);
  const { stdout, stderr } = run(folder, process.execPath, "all.mjs", JSON.stringify(encryption), ...files);
  assert.equal(stderr, "");
  return JSON.parse(stdout) as Line[][];
}

/** Telegrams of the repository, and of real meters where there are some. */
function telegrams(kind: "telegrams" | "malformed"): string[] {
  const recorded = process.env.P1_TELEGRAMS;
  if (recorded === undefined) {
    return [];
  }
  const all = readdirSync(join(recorded, kind), { recursive: true, withFileTypes: true });
  return all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test("five lines of the package's README decode a telegram", { skip }, () => {
  const [, lines = ""] = /```js\n([^]*?)```/.exec(readFileSync(join(out, "npm", "README.md"), "utf8")) ?? [];
  assert.equal(lines.trimEnd().split("\n").length, 5);
  writeFileSync(join(folder, "five.mjs"), lines);
  writeFileSync(join(folder, "telegram.txt"), readFileSync(TELEGRAM));
  const { stdout, stderr } = run(folder, process.execPath, "five.mjs");
  const [telegram] = decoded(TELEGRAM);
  const wanted = telegram?.readings?.map(({ topic, value }) => `${topic} ${String(value)}\n`).join("");
  assert.deepEqual({ stdout, stderr }, { stdout: wanted, stderr: "" });
  assert.deepEqual(
    readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith(".")),
    ["p1-reader"],
  );
});

test("the package says of every telegram what npm run decode says", { skip }, (t) => {
  const files = [TELEGRAM, ...telegrams("telegrams"), ...telegrams("malformed")];
  const all = packaged(files);
  for (const [index, file] of files.entries()) {
    const wanted = decoded(file);
    assert.equal(all[index]?.length, wanted.length, file);
    for (const [at, one] of wanted.entries()) {
      const { ok, error, readings, skipped } = all[index]?.[at] ?? {};
      // Behind those that are kept, the command counts the rest in one more.
      const kept = one.skipped?.filter((each) => !("line" in each) || each.line !== 0);
      assert.equal(ok, one.ok, file);
      assert.equal(error === "encrypted" ? "decryption" : error, one.error, file);
      assert.deepEqual({ readings: readings ?? [], skipped }, { readings: one.readings ?? [], skipped: kept }, file);
    }
  }
  t.diagnostic(`${String(files.length)} files`);
});

test("an encrypted telegram of Luxembourg wants only its key", { skip }, () => {
  const key = LUXEMBOURG.key.toString("hex");
  const additional = SETTINGS.find(({ name }) => name === "encryption_aad")?.text ?? "";
  const frame = join(folder, "frame.bin");
  writeFileSync(frame, frameOf(readFileSync(TELEGRAM)));
  const [[telegram] = []] = packaged([frame], { key });
  const [wanted] = decoded(frame, key, additional);
  assert.ok(wanted?.ok);
  assert.deepEqual(telegram?.readings, wanted.readings);
  assert.deepEqual(packaged([frame]), [[{ ok: false, error: "encrypted", readings: [] }]]);
});

test("tsc --strict takes its types", { skip }, () => {
  const compilerOptions = {
    module: "nodenext",
    target: "es2022",
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    types: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["typed.ts"] }));
  const program = [
    'import { Decoder, decode, type Reading } from "p1-reader";',
    "const first = decode(new Uint8Array(0), { key: '00' })[0];",
    "const readings: readonly Reading[] = first?.readings ?? [];",
    "const error: 'crc' | undefined = first?.ok === false && first.error === 'crc' ? first.error : undefined;",
    "export const all = [readings, error, new Decoder().end().length];",
  ];
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  writeFileSync(join(folder, "typed.ts"), program.join("\n"));
  assert.deepEqual(run(folder, process.execPath, tsc, "-p", "."), { status: 0, stdout: "", stderr: "" });
  writeFileSync(join(folder, "typed.ts"), `${program.join("\n")}\nnew Decoder().take("text");\n`);
  assert.match(run(folder, process.execPath, tsc, "-p", ".").stdout, /^typed\.ts\(6,20\): error TS2345/);
});

test("a key that is none is told in a sentence", { skip }, () => {
  const program =
    'import { Decoder } from "p1-reader"; for (const key of ["00", "0g"]) try { new Decoder({ key }); } catch (error) { console.log(String(error)); }';
  const { stdout } = run(folder, process.execPath, "--input-type=module", "--eval", program);
  assert.match(stdout, /^RangeError: An encryption has a key of 16 bytes.*\nRangeError: key is bytes, or an even.*\n$/);
});

const STRICT = ["-std=c11", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror", "-Iinclude"];
const EXAMPLE = "examples/telegrams/main";

test("the component's example prints every reading of a telegram", { skip: needs("gcc") }, () => {
  const program = join(out, "telegrams");
  const sources = readdirSync(join(component, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".c") && name !== "p1_cipher.c")
    .map((name) => join("src", name));
  const own = [`${EXAMPLE}/show.c`, join(import.meta.dirname, "support/telegrams.c")];
  const flags = [...STRICT, `-I${EXAMPLE}`, "-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-o", program];
  assert.equal(run(component, "gcc", ...flags, ...sources, ...own).stderr, "");
  for (const file of [TELEGRAM, ...telegrams("telegrams")]) {
    const { stdout, stderr } = spawnSync(program, { input: readFileSync(file) });
    assert.equal(stderr.toString(), "");
    const wanted = decoded(file).flatMap(({ ok, readings = [] }) =>
      ok
        ? readings.map(
            ({ topic, value, entries }) =>
              `${topic} ${value ?? entries?.map((each) => JSON.stringify(each)).join("") ?? ""}`,
          )
        : ["A telegram was damaged."],
    );
    assert.equal(stdout.toString("latin1"), Buffer.from(`${wanted.join("\n")}\n`).toString("latin1"), file);
  }
});

test(
  "the component's drivers and example compile against ESP-IDF's functions, its header in C++ too",
  { skip: needs("gcc") },
  () => {
    const idf = [`-I${join(root, "test/unity/idf/include")}`, "-DESP_ERROR_CHECK(call)=(void)(call)", "-fsyntax-only"];
    const { stderr } = run(component, "gcc", ...STRICT, ...idf, `-I${EXAMPLE}`, "src/p1_cipher.c", `${EXAMPLE}/main.c`);
    assert.equal(stderr, "");
    writeFileSync(
      join(out, "user.cpp"),
      '#include "p1_reader.h"\nvoid start(p1_reader_t *reader) { p1_reader_init(reader); }\n',
    );
    const cpp = ["-std=c++20", "-Wall", "-Wextra", "-Werror", "-Iinclude", "-fsyntax-only", join(out, "user.cpp")];
    assert.equal(run(component, "gcc", ...cpp).stderr, "");
  },
);

test("nothing of the application is in either", () => {
  for (const from of [join(out, "npm/dist/ts"), join(component, "src"), join(component, "include/p1_reader")]) {
    const folders = readdirSync(from, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const names = folders.map(({ name }) => name).sort();
    assert.deepEqual(
      names.filter((name) => !["meter", "p1", "platform", "ts2c"].includes(name)),
      [],
    );
  }
  assert.deepEqual(readdirSync(join(component, "include/p1_reader/platform")), ["cipher.h"]);
});

const python = pythonWith("esp-idf-kconfig==3.14.0", "idf-component-manager==3.1.2");

test(
  "Espressif's component manager packs the component with its example",
  { skip: "skip" in python && python.skip },
  () => {
    assert.ok("program" in python);
    const compote = join(dirname(python.program), "compote");
    const options = ["--name", "p1_reader", "--dest-dir", join(out, "packed")];
    const { status, stdout, stderr } = run(component, compote, "--warnings-as-errors", "component", "pack", ...options);
    assert.equal(status, 0, stdout + stderr);
    const archive = join(out, "packed", "p1_reader_0.1.0.tgz");
    const names = run(out, "tar", "tzf", archive)
      .stdout.split("\n")
      .map((name) => name.replace(/^\.\//, ""));
    for (const name of [
      "idf_component.yml",
      "CMakeLists.txt",
      "src/p1.c",
      "include/p1_reader.h",
      `${EXAMPLE}/main.c`,
    ]) {
      assert.ok(names.includes(name), `${name}: ${names.join(" ")}`);
    }
  },
);
