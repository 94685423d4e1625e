/** `build --summary`: what the program will need of the chip, as far as it is known before it runs. */
import type { Built } from "../build.ts";
import type { FunctionInfo } from "../model/entities.ts";
import type { Program } from "../model/program.ts";
import { ramOf } from "./layout.ts";
import { type CallGraph, type Path, compiledCalls, deepest, plainName, TARGET_COMPILER } from "./stack.ts";

export function summaryOf({ program, files }: Built): string {
  if (program === undefined) {
    return "";
  }
  const ram = ramByModule(program);
  const total = [...ram.values()].reduce((sum, bytes) => sum + bytes, 0);
  const width = Math.max(...[...ram.keys(), "static RAM"].map((each) => each.length)) + 2;
  const row = (name: string, bytes: number): string => `  ${name.padEnd(width)} ${String(bytes).padStart(7)} bytes`;
  const own = program.functions.filter((info) => info.declaration.body !== undefined);
  return [
    `functions: ${String(own.length)}, and ${String(program.functions.length - own.length)} of drivers`,
    `static RAM: ${String(total)} bytes`,
    ...[...ram].sort(([, a], [, b]) => b - a).map(([name, bytes]) => row(name, bytes)),
    ...deepestPath(program, files),
    "",
  ].join("\n");
}

function ramByModule(program: Program): Map<string, number> {
  const found = new Map<string, number>();
  for (const constant of program.constants) {
    const bytes = ramOf(constant);
    if (bytes > 0) {
      found.set(constant.module.path, (found.get(constant.module.path) ?? 0) + bytes);
    }
  }
  return found;
}

function deepestPath(program: Program, files: ReadonlyMap<string, string>): string[] {
  const taken = [...program.taken].map((info) => info.cName);
  const compiled = compiledCalls(files, taken);
  if (compiled !== undefined) {
    const path = deepest(compiled);
    return [
      `deepest stack: ${String(path.bytes)} bytes (${TARGET_COMPILER} -Os, without the C library's own)`,
      ...steps(path, compiled),
    ];
  }
  const written = writtenCalls(program);
  const path = deepest(written);
  return [
    `deepest path: ${String(path.bytes)} calls (in bytes with ${TARGET_COMPILER}: apt install gcc-riscv64-unknown-elf)`,
    ...steps(path, undefined),
  ];
}

function steps({ functions }: Path, graph: CallGraph | undefined): string[] {
  return functions.map((name) => {
    const bytes = graph?.bytes.get(name);
    return `  ${plainName(name)}${bytes === undefined ? "" : ` ${String(bytes)}`}`;
  });
}

/** The calls as they are written, each counted as one. */
function writtenCalls(program: Program): CallGraph {
  const nameOf = (info: FunctionInfo): string => info.entryName ?? info.cName;
  return {
    calls: new Map(
      program.functions.map((info) => [nameOf(info), new Set([...info.effects.calls.keys()].map(nameOf))]),
    ),
    bytes: new Map(program.functions.map((info) => [nameOf(info), 1])),
  };
}
