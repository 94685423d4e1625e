/**
 * Runs the program's JavaScript while transpiling: without clock, chance, files or drivers, and without what only happens
 * on the device: top-level code, and what makes the places that can change.
 */
import vm from "node:vm";
import ts from "typescript";
import { isCode } from "../infer/infer.ts";
import { isCore, type Loaded } from "../load/load.ts";
import type { Module } from "../model/entities.ts";

/** Longer than any table takes; shorter than a person waits. */
const TIMEOUT_MS = 20000;

/** What one run left behind: each module's constants by name, and the functions among the values. */
export interface Values {
  readonly constants: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly functions: ReadonlyMap<unknown, ts.FunctionDeclaration>;
}

/** What was thrown while a constant was computed. */
export class NotComputed extends Error {
  readonly constant: ts.VariableStatement;

  constructor(constant: ts.VariableStatement, why: string) {
    super(why);
    this.constant = constant;
  }
}

type Wanted = (statement: ts.VariableStatement) => boolean;

/** Runs every module's wanted constants and returns them by name. */
export function runModules(modules: readonly Module[], loaded: Loaded, isWanted: Wanted): Values {
  const context = vm.createContext({
    TextEncoder,
    TextDecoder,
    console: { log: () => undefined },
  });
  vm.runInContext("delete globalThis.Date; delete Math.random; delete globalThis.WebAssembly;", context);
  const runner = new Runner(context, loaded, isWanted);
  return {
    constants: new Map(
      modules
        .filter(({ source }) => source.statements.some((each) => ts.isVariableStatement(each) && isWanted(each)))
        .map((module) => [module.path, runner.run(module.source).constants]),
    ),
    functions: runner.functions,
  };
}

/** What a module's JavaScript stands in. */
type Wrapper = (exports: object, require: (name: string) => unknown) => void;

interface Instance {
  readonly exports: Record<string, unknown>;
  readonly constants: Readonly<Record<string, unknown>>;
}

class Runner {
  private readonly context: vm.Context;
  private readonly loaded: Loaded;
  private readonly isWanted: Wanted;
  /** The top-level functions, by what they are here. */
  readonly functions = new Map<unknown, ts.FunctionDeclaration>();
  private readonly done = new Map<ts.SourceFile, Instance>();

  constructor(context: vm.Context, loaded: Loaded, isWanted: Wanted) {
    this.context = context;
    this.loaded = loaded;
    this.isWanted = isWanted;
  }

  run(source: ts.SourceFile): Instance {
    const known = this.done.get(source);
    if (known !== undefined) {
      return known;
    }
    const functions = source.statements.filter(ts.isFunctionDeclaration).filter((each) => each.body !== undefined);
    const wanted = source.statements.filter(ts.isVariableStatement).filter(this.isWanted);
    const names = [...constantNames(wanted), ...functions.map((each) => each.name?.text ?? "")].filter(
      (name) => name !== "",
    );
    const exports: Record<string, unknown> = {};
    const wrapper = scriptOf(source, wanted, names).runInContext(this.context) as Wrapper;
    this.context.__module = (): void => {
      wrapper(exports, (name) => this.import(source, name));
    };
    try {
      vm.runInContext("globalThis.__module()", this.context, { timeout: TIMEOUT_MS });
    } catch (error) {
      throw this.located(error, wanted);
    }
    const constants = vm.runInContext("globalThis.__constants", this.context) as Record<string, unknown>;
    for (const each of functions) {
      this.functions.set(constants[each.name?.text ?? ""], each);
    }
    const instance = { exports, constants };
    this.done.set(source, instance);
    return instance;
  }

  /** Says at which constant it was. */
  private located(error: unknown, wanted: readonly ts.VariableStatement[]): unknown {
    const at = vm.runInContext("globalThis.__at", this.context) as number | undefined;
    const constant = at === undefined ? undefined : wanted[at];
    if (constant === undefined || error instanceof NotComputed) {
      return error;
    }
    const isErrorLike = typeof error === "object" && error !== null && "message" in error;
    return new NotComputed(constant, String(isErrorLike ? error.message : error));
  }

  private import(from: ts.SourceFile, name: string): unknown {
    const statement = from.statements.find(
      (each): each is ts.ImportDeclaration | ts.ExportDeclaration =>
        (ts.isImportDeclaration(each) || ts.isExportDeclaration(each)) &&
        each.moduleSpecifier !== undefined &&
        (each.moduleSpecifier as ts.StringLiteral).text === name,
    );
    const symbol = statement && this.loaded.checker.getSymbolAtLocation(statement.moduleSpecifier!);
    const source = symbol?.declarations?.find(ts.isSourceFile);
    if (source === undefined) {
      throw new Error(`nothing is known of "${name}"`);
    }
    if (/[\\/]platform[\\/]/.test(source.fileName)) {
      return driverStub(name);
    }
    return this.run(source).exports;
  }
}

/** The second run takes the JavaScript of the first. */
const scripts = new WeakMap<ts.SourceFile, vm.Script>();

function scriptOf(source: ts.SourceFile, wanted: readonly ts.VariableStatement[], names: readonly string[]): vm.Script {
  const known = scripts.get(source);
  if (known !== undefined) {
    return known;
  }
  const text = `${withoutTheRest(source, wanted)}\n;(globalThis as any).__constants = { ${names.join(", ")} };`;
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const script = new vm.Script(`(function (exports, require) { ${outputText}\n})`, { filename: source.fileName });
  scripts.set(source, script);
  return script;
}

/** A driver has no answer while nothing but the transpiler runs. */
function driverStub(name: string): unknown {
  return new Proxy(
    {},
    {
      get: (_target, key) => () => {
        throw new Error(`it calls the driver ${name} (${String(key)})`);
      },
    },
  );
}

/** The module's text without what is not wanted; `__at` tells which constant it is at. */
function withoutTheRest(source: ts.SourceFile, wanted: readonly ts.VariableStatement[]): string {
  return source.statements
    .map((statement) => {
      if (!ts.isVariableStatement(statement)) {
        return isCode(statement) ? "" : statement.getFullText();
      }
      const index = wanted.indexOf(statement);
      return index < 0 && !isCore(source) ? "" : `;(globalThis as any).__at = ${String(index)};${statement.getText()}`;
    })
    .join("\n");
}

function constantNames(wanted: readonly ts.VariableStatement[]): string[] {
  return wanted
    .flatMap((statement) => statement.declarationList.declarations)
    .flatMap((declaration) => (ts.isIdentifier(declaration.name) ? [declaration.name.text] : []));
}
