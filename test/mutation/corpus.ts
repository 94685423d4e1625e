/** The programs that mutants are tried on: the fixtures of `test/language`, the mutants' own probes, and random ones. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as library from "ts2c";
import { generate } from "../differential/generator/program.ts";
import { DRIVER, DRIVER_IN_NODE, SHARED } from "../differential/surroundings.ts";
import { ACCEPTED, acceptedFixtures, fixedFixtures, REFUSED, refusedFixtures } from "../language/support/folder.ts";
import type { Mutant } from "./mutant.ts";

export interface Source {
  readonly name: string;
  readonly file: string;
  /** The folder that its imports are found in. */
  readonly root: string;
  /** Whose own program it is. */
  readonly mutant: string | undefined;
  /** What it prints in Node, and what the calls give. */
  expected: string;
  /** Statements of C that run behind it: `// in C: …` in a probe, each with its `// gives: …`. */
  readonly calls: readonly string[];
}

/** The programs are the same in every run. */
export const RANDOM_PROGRAMS = 6;
const TYPES = ["u8", "i8", "u16", "i16", "u32", "i32", "int", "f64", "range", "Bytes", "FixedArray"];

/** Writes the programs that are no files yet into the folder, and runs all of them in Node. */
export function prepareCorpus(folder: string, mutants: readonly Mutant[], random: number): Source[] {
  const root = join(folder, "programs");
  const write = (path: string, text: string): string => {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
    return join(root, path);
  };
  write("package.json", JSON.stringify({ type: "module", imports: { "#platform/*": "./drivers/*.js" } }));
  write("platform/probe.ts", DRIVER);
  write("drivers/probe.js", DRIVER_IN_NODE);
  write("shared.ts", SHARED);
  const probes = mutants.filter((each) => each.probe !== undefined);
  const own = [
    ...probes.map((each) => {
      const name = each.name.toLowerCase().replace(/[^a-z0-9]+/g, "_");
      const driver = /^\/\/ driver: (.*)$/m.exec(each.probe!)?.[1];
      if (driver !== undefined) {
        write(`platform/${name}.ts`, driver);
      }
      return write(`${name}.ts`, `// ${each.name}\n${withImports(each.probe!)}`.replaceAll("PROBE", name));
    }),
    ...Array.from({ length: random }, (_, index) =>
      write(`random_${String(index + 1)}.ts`, `${generate(index + 1)}\nrun();\n`),
    ),
  ];
  const sources = [
    ...[...acceptedFixtures()].map((file) => ({ file, root: ACCEPTED })),
    ...[...fixedFixtures(), ...refusedFixtures()].map((file) => ({ file, root: REFUSED })),
    ...own.map((file, index) => ({ file, root, mutant: probes[index]?.name })),
  ].map(({ file, root: base, mutant }: { file: string; root: string; mutant?: string | undefined }) => {
    const calls = marked(file, "in C");
    return { name: file.slice(base.length + 1), file, root: base, mutant, expected: "", calls };
  });
  for (const base of new Set(sources.map((each) => each.root))) {
    const together = sources.filter((each) => each.root === base);
    const printed = runInNode(together.map((each) => each.file));
    together.forEach((each, index) => {
      each.expected =
        printed[index] +
        marked(each.file, "gives")
          .map((line) => `${line}\n`)
          .join("");
    });
  }
  return sources;
}

/** What a program's comments of this kind say. */
function marked(file: string, kind: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(new RegExp(`^// ${kind}: (.*)$`, "gm"))].map(([, text]) => text);
}

/** The probe, with an import of what it uses of ts2c. */
function withImports(text: string): string {
  const values = Object.keys(library).filter((name) => new RegExp(`\\b${name}[(.<]`).test(text));
  const types = TYPES.filter((name) => !values.includes(name) && new RegExp(`\\b${name}\\b`).test(text));
  const names = [...values, ...types.map((name) => `type ${name}`)];
  return names.length === 0 ? text : `import { ${names.join(", ")} } from "ts2c";\n${text}`;
}

/** What each program prints, all of them in one process. */
function runInNode(files: readonly string[]): string[] {
  const script = join(import.meta.dirname, "in-node.ts");
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--import", "tsx", script, ...files], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) {
    throw new Error(`the programs can't be run in Node: ${stderr}`);
  }
  return stdout.split(/^=== .*\n/m).slice(1);
}
