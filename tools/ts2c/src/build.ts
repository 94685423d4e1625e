/** The pipeline: load → check → infer → lower → print. */
import { basename, resolve } from "node:path";
import type ts from "typescript";
import { check } from "./check/check.ts";
import { findEffects } from "./check/effects.ts";
import { checkModules } from "./check/modules.ts";
import { checkNames } from "./check/names.ts";
import { checkStart } from "./check/start.ts";
import { Diagnostics, format } from "./diagnostics.ts";
import { evaluateConstants } from "./evaluate/evaluate.ts";
import { infer } from "./infer/infer.ts";
import type { Observe, Results } from "./infer/results.ts";
import type { Read } from "./load/host.ts";
import { load } from "./load/load.ts";
import { lowerProgram, type CModule } from "./lower/module.ts";
import { discoverInstances } from "./model/discover.ts";
import { Program } from "./model/program.ts";
import { printInterface } from "./print/interface.ts";
import { printModule } from "./print/module.ts";
import { usedNames } from "./print/used.ts";

export interface BuildOptions {
  /** The folder that module names are relative to. */
  readonly root: string;
  /** `#line` in the C. */
  readonly lines: boolean;
}

/** What the stages before the C found out. */
export interface Analysis {
  readonly errors: string;
  readonly errorCount: number;
  /** The files that it depends on. */
  readonly read: Read;
  /** Missing where `tsc` refuses the program, or its constants can't be computed. */
  readonly inferred: Inferred | undefined;
}

export interface Inferred {
  readonly program: Program;
  readonly results: Results;
  readonly roots: ReadonlySet<ts.SourceFile>;
}

export interface Built {
  /** Text of each file by its path under the output folder; empty when there are errors. */
  readonly files: ReadonlyMap<string, string>;
  readonly errors: string;
  readonly errorCount: number;
  readonly read: Read;
  /** What the C was printed from; missing when there are errors. */
  readonly program: Program | undefined;
}

export function build(files: readonly string[], options: BuildOptions): Built {
  const { errors, errorCount, read, inferred } = analyse(files, options.root);
  if (errorCount > 0 || inferred === undefined) {
    return { files: new Map(), errors, errorCount, read, program: undefined };
  }
  const { program, results, roots } = inferred;
  const modules = lowerProgram(program, results);
  return { files: printAll(program, modules, roots, options), errors, errorCount, read, program };
}

/** Everything but the C. `observe` is told each expression with what is known where it is evaluated. */
export function analyse(files: readonly string[], root: string, observe?: Observe): Analysis {
  const diagnostics = new Diagnostics();
  const loaded = load(files, root, diagnostics);
  const { read } = loaded;
  if (loaded.tscErrors !== "") {
    return { errors: loaded.tscErrors, errorCount: 1, read, inferred: undefined };
  }
  const roots = new Set(files.map((file) => loaded.program.getSourceFile(resolve(file))!));
  const program = new Program(loaded, roots, diagnostics);
  if (!discoverInstances(program) || !checkStart(program) || !evaluateConstants(program, loaded)) {
    // Without all types and the constants' values, more would be said that is not so.
    return { ...told(diagnostics), read, inferred: undefined };
  }
  check(program, roots);
  checkNames(program, roots);
  checkModules(program);
  findEffects(program);
  const results = infer(program, observe);
  return { ...told(diagnostics), read, inferred: { program, results, roots } };
}

function told(diagnostics: Diagnostics): { errors: string; errorCount: number } {
  const position = (node: ts.Node): string =>
    `${node.getSourceFile().fileName}:${String(node.getStart()).padStart(9, "0")}`;
  const sorted = diagnostics.all.toSorted((a, b) => (position(a.node) < position(b.node) ? -1 : 1));
  return {
    errors: sorted.length === 0 ? "" : `${sorted.map(format).join("\n\n")}\n`,
    errorCount: sorted.length,
  };
}

function printAll(
  program: Program,
  modules: readonly CModule[],
  roots: ReadonlySet<ts.SourceFile>,
  options: BuildOptions,
): Map<string, string> {
  const files = new Map<string, string>();
  const folder = basename(options.root);
  const used = usedNames(program, modules);
  for (const lowered of modules) {
    const { module } = lowered;
    const lineFile = options.lines ? module.source.fileName : undefined;
    const { header, code } = printModule(program, lowered, used, { folder, lineFile });
    files.set(`${module.path}.h`, header);
    if (code !== undefined) {
      files.set(`${module.path}.c`, code);
    }
  }
  for (const [path, text] of printInterface(program, modules, roots)) {
    files.set(path, text);
  }
  return files;
}
