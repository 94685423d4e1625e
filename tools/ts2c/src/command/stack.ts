/** What each function of the C needs of the stack, as the compiler of the target says; and the path that needs most. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RUNTIME } from "../package.ts";
import { writeFiles } from "./files.ts";

export const TARGET_COMPILER = "riscv64-unknown-elf-gcc";

/** As the firmware is compiled. */
const FLAGS = [
  "-std=c11",
  "-march=rv32imc",
  "-mabi=ilp32",
  "-Os",
  "--specs=picolibc.specs",
  "-fcallgraph-info=su",
  `-I${RUNTIME}`,
];
const INDIRECT = "__indirect_call";
/** What the names of the library begin with. */
const LIBRARY = "ts2c_";

/** Functions by name, with what each calls and how many bytes of stack it takes itself. */
export interface CallGraph {
  readonly calls: ReadonlyMap<string, ReadonlySet<string>>;
  readonly bytes: ReadonlyMap<string, number>;
}

export interface Path {
  readonly functions: readonly string[];
  readonly bytes: number;
}

const NOTHING: Path = { functions: [], bytes: 0 };

/**
 * The calls of the program's C, as they are left after inlining; `undefined` where the target's compiler, or the C library's
 * headers for it, are missing.
 */
export function compiledCalls(files: ReadonlyMap<string, string>, taken: readonly string[]): CallGraph | undefined {
  const folder = mkdtempSync(join(tmpdir(), "ts2c-stack-"));
  try {
    writeFiles(folder, files);
    const sources = [...files.keys()].filter((path) => path.endsWith(".c"));
    const graphs = sources.map((path) => graphOf(folder, path));
    return graphs.includes(undefined) ? undefined : parseGraphs(graphs.join("\n"), taken);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function graphOf(folder: string, path: string): string | undefined {
  const out = path.replace(/\.c$/, ".o");
  const { status } = spawnSync(TARGET_COMPILER, [...FLAGS, "-I.", "-c", path, "-o", out], {
    cwd: folder,
    stdio: "ignore",
  });
  return status === 0 ? readFileSync(join(folder, out.replace(/\.o$/, ".ci")), "utf8") : undefined;
}

/**
 * Reads what gcc writes: `node: { title: "name" label: "name\nfile:line:column\n16 bytes (static)" }` and `edge: …`. A static
 * function has its file in front of its name. A call through a pointer may reach each of the functions whose names are
 * taken.
 */
export function parseGraphs(text: string, taken: readonly string[]): CallGraph {
  const bytes = new Map<string, number>();
  for (const [, title, size] of text.matchAll(/^node: \{ title: "(.*?)" label: ".*?(\d+) bytes/gm)) {
    bytes.set(title, Number(size));
  }
  const reachable = [...bytes.keys()].filter((title) => taken.includes(plainName(title)));
  const calls = new Map<string, Set<string>>();
  for (const [, caller, callee] of text.matchAll(/^edge: \{ sourcename: "(.*?)" targetname: "(.*?)"/gm)) {
    const known = calls.get(caller) ?? new Set();
    for (const each of callee === INDIRECT ? reachable : [callee]) {
      known.add(each);
    }
    calls.set(caller, known);
  }
  return { calls, bytes };
}

/** The name in the C, without its file and without what the compiler adds to a copy that it makes. */
export function plainName(title: string): string {
  return title.replace(/^.*:/, "").replace(/\..*$/, "");
}

/** The path of calls that needs most. It starts in the program, not in what a program may use of ts2c's library. */
export function deepest({ calls, bytes }: CallGraph): Path {
  const known = new Map<string, Path>();
  const from = (name: string): Path => {
    const before = known.get(name);
    if (before !== undefined) {
      return before;
    }
    // There is no recursion: what looks like one leads through a pointer that never holds this function.
    known.set(name, NOTHING);
    const below = greatest([...(calls.get(name) ?? [])].map(from));
    const path = { functions: [name, ...below.functions], bytes: (bytes.get(name) ?? 0) + below.bytes };
    known.set(name, path);
    return path;
  };
  return greatest([...bytes.keys()].filter((title) => !plainName(title).startsWith(LIBRARY)).map(from));
}

function greatest(paths: readonly Path[]): Path {
  return paths.reduce((a, b) => (b.bytes > a.bytes ? b : a), NOTHING);
}
