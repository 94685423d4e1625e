/**
 * Load: reads the program with TypeScript's own parser and checker, and puts its modules in the order in which JavaScript
 * runs them.
 */
import { dirname, relative, resolve, sep } from "node:path";
import ts from "typescript";
import { type Diagnostics, formatTsc, refuse } from "../diagnostics.ts";
import type { Module } from "../model/entities.ts";
import { LIBRARY } from "../package.ts";
import { type Read, hostFor } from "./host.ts";
import { usedImports } from "./imports.ts";

/** The part of the library that the transpiler knows by name and makes no C of. */
const CORE = resolve(LIBRARY, "core.ts");
const INDEX = resolve(LIBRARY, "index.ts");

export interface Loaded {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** Imported modules before the ones that import them. */
  readonly modules: readonly Module[];
  /** Diagnostics of `tsc` itself, already formatted; when there are any, nothing else was looked at. */
  readonly tscErrors: string;
  /** What was read, and what was looked for in vain: while that stays, so does the program. */
  readonly read: Read;
}

export function load(files: readonly string[], root: string, diagnostics: Diagnostics): Loaded {
  return inOrder(parse(files, root), files, root, diagnostics);
}

/** What TypeScript makes of files, before anyone asks which of them is the program. */
export interface Parsed {
  readonly program: ts.Program;
  readonly tscErrors: string;
  readonly read: Read;
}

export function parse(files: readonly string[], root: string): Parsed {
  const options = optionsFor(root);
  const { host, read } = hostFor(options);
  const program = ts.createProgram(
    [...files.map((file) => resolve(file)), resolve(LIBRARY, "host.d.ts")],
    options,
    host,
  );
  const errors = ts.getPreEmitDiagnostics(program);
  return { program, tscErrors: errors.length > 0 ? `${errors.map(formatTsc).join("\n\n")}\n` : "", read };
}

/** The program that begins with some of the parsed files. */
export function inOrder(parsed: Parsed, files: readonly string[], root: string, diagnostics: Diagnostics): Loaded {
  const { program, tscErrors, read } = parsed;
  const checker = program.getTypeChecker();
  const modules = tscErrors === "" ? new ModuleOrder(program, root, diagnostics).of(files) : [];
  return { program, checker, modules, tscErrors, read };
}

function optionsFor(root: string): ts.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    types: [],
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    noImplicitOverride: true,
    skipLibCheck: true,
    paths: { ts2c: [INDEX], "#platform/*": [resolve(root, "platform/*.ts")] },
  };
}

export function isCore(source: ts.SourceFile): boolean {
  return resolve(source.fileName) === CORE;
}

class ModuleOrder {
  private readonly done = new Map<ts.SourceFile, Module>();
  private readonly path: ts.SourceFile[] = [];
  private readonly program: ts.Program;
  private readonly root: string;
  private readonly diagnostics: Diagnostics;

  constructor(program: ts.Program, root: string, diagnostics: Diagnostics) {
    this.program = program;
    this.root = root;
    this.diagnostics = diagnostics;
  }

  of(files: readonly string[]): Module[] {
    for (const file of files) {
      const source = this.program.getSourceFile(resolve(file));
      if (source !== undefined) {
        this.visit(source);
      }
    }
    return [...this.done.values()];
  }

  private visit(source: ts.SourceFile): Module {
    const known = this.done.get(source);
    if (known !== undefined) {
      return known;
    }
    this.path.push(source);
    const [imports, runs]: [Module[], Module[]] = [[], []];
    const isUsed = usedImports(this.program.getTypeChecker(), source);
    for (const statement of source.statements) {
      if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
        const found = this.imported(statement, statement.moduleSpecifier);
        imports.push(...found);
        runs.push(...(isUsed(statement) ? found : []));
      }
    }
    this.path.pop();
    const path = this.pathOf(source);
    const module = { source, path, prefix: prefixOf(path), isDriver: path.startsWith("platform/"), imports, runs };
    this.done.set(source, module);
    return module;
  }

  /** The modules of the program behind one import; none for the core, which is built in. */
  private imported(statement: ts.ImportDeclaration, specifier: ts.StringLiteral): Module[] {
    const symbol = this.program.getTypeChecker().getSymbolAtLocation(specifier);
    const source = symbol?.declarations?.find(ts.isSourceFile);
    if (source === undefined) {
      this.diagnostics.add(refuse.importForm(statement, `nothing is known of "${specifier.text}"`));
      return [];
    }
    if (resolve(source.fileName) === INDEX) {
      return [this.visit(this.program.getSourceFile(resolve(LIBRARY, "writer.ts"))!)];
    }
    if (isCore(source)) {
      return [];
    }
    if (this.path.includes(source)) {
      const circle = [...this.path.slice(this.path.indexOf(source)), source].map((file) => this.pathOf(file));
      this.diagnostics.add(refuse.importCycle(statement, circle.join(" → ")));
      return [];
    }
    return [this.visit(source)];
  }

  private pathOf(source: ts.SourceFile): string {
    const file = resolve(source.fileName);
    const inside = file.startsWith(LIBRARY) ? `ts2c/${relative(LIBRARY, file)}` : relative(this.root, file);
    return inside.replace(/\.ts$/, "").split(sep).join("/");
  }
}

function prefixOf(path: string): string {
  const folder = dirname(path);
  return folder === "." ? path : folder.split("/").pop()!;
}
