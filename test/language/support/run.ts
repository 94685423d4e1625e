/** Compiles transpiled programs in several ways, runs them, and cuts what they print into one text a program. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

import { RV32_FLAGS, RV32_RUNNER } from "../../support/rv32.ts";
import type { Tool } from "../../../tools/test/needs.ts";
import { type Programs, RUNTIME } from "./programs.ts";

/** One way to make a program of the C. */
export interface Target {
  readonly name: string;
  readonly tools: readonly Tool[];
  readonly compiler: string;
  readonly flags: readonly string[];
  /** What runs the program, before its path. */
  readonly runner: readonly string[];
}

/** The transpiler promises C that nothing is said about; only fixtures have things that nobody uses. */
const STRICT = [
  "-Wall",
  "-Wextra",
  "-Wconversion",
  "-Wshadow",
  "-Wpedantic",
  "-Werror",
  "-Wno-unused-function",
  "-Wno-unused-variable",
];

export const TARGETS: readonly Target[] = [
  {
    name: "gcc -O0 with AddressSanitizer and UBSan",
    tools: ["gcc"],
    compiler: "gcc",
    flags: ["-O0", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"],
    runner: [],
  },
  { name: "gcc -O2", tools: ["gcc"], compiler: "gcc", flags: ["-O2", ...STRICT], runner: [] },
  { name: "gcc -Os", tools: ["gcc"], compiler: "gcc", flags: ["-Os"], runner: [] },
  { name: "clang -O2", tools: ["clang"], compiler: "clang", flags: ["-O2", ...STRICT], runner: [] },
  {
    name: "rv32imc in QEMU",
    tools: ["riscv64-unknown-elf-gcc", "qemu-system-riscv32"],
    compiler: "riscv64-unknown-elf-gcc",
    flags: ["-Os", ...RV32_FLAGS],
    runner: RV32_RUNNER,
  },
];

/** Generous: all programs together take seconds. */
const TIMEOUT_MS = 3 * 60 * 1000;
const MOST_OUTPUT = 4 * 1024 * 1024;

/** What each program prints, by its file's name; fails with what the compiler or the program said. */
export function runAsC(programs: Programs, target: Target): Map<string, string> {
  const program = join(programs.folder, `${target.name.replace(/\W+/g, "-")}.elf`);
  const flags = ["-std=c11", ...target.flags, `-I${RUNTIME}`, "-I."];
  execute(target.compiler, [...flags, ...programs.sources, "-o", program, "-lm"], programs.folder);
  const [command, ...args] = [...target.runner, program];
  return byProgram(execute(command, args, programs.folder));
}

/** The same for Node, all programs in one process. */
export function runInNode(files: readonly string[]): Map<string, string> {
  const script = fileURLToPath(new URL("./in-node.ts", import.meta.url));
  return byProgram(execute(process.execPath, ["--import", "tsx", script, ...files], undefined));
}

function execute(command: string, args: readonly string[], cwd: string | undefined): string {
  const run = spawnSync(command, args, { cwd, encoding: "utf8", timeout: TIMEOUT_MS, maxBuffer: MOST_OUTPUT });
  if (run.status !== 0) {
    const said = `${run.error?.message ?? ""}${run.stderr.slice(0, 8000)}`;
    const where = run.stdout.slice(-300);
    throw new Error(`${command} ended with ${String(run.status ?? run.signal)}: ${said}\n… ${where}`);
  }
  return run.stdout;
}

function byProgram(output: string): Map<string, string> {
  const parts = output.split(/^=== (.*)\n/m).slice(1);
  const found = new Map<string, string>();
  for (let index = 0; index < parts.length; index += 2) {
    found.set(parts[index], parts[index + 1]);
  }
  return found;
}
