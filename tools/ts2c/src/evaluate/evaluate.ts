/**
 * Evaluate: the read-only constants of the program, computed by running its JavaScript here, twice, without clock, chance,
 * files or drivers.
 */
import { isDeepStrictEqual } from "node:util";
import vm from "node:vm";
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import type { Loaded } from "../load/load.ts";
import type { Module } from "../model/entities.ts";
import type { Program } from "../model/program.ts";
import { INT, isDeeplyReadonly, type Type } from "../model/types.ts";

/** Longer than any table takes; shorter than a person waits. */
const TIMEOUT_MS = 20000;

type Values = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

export function evaluateConstants(program: Program, loaded: Loaded): void {
  const wanted = program.constants.filter((constant) => isDeeplyReadonly(constant.type));
  if (wanted.length === 0) {
    return;
  }
  let first: Values;
  let second: Values;
  try {
    first = runModules(program.modules, loaded);
    second = runModules(program.modules, loaded);
  } catch (error) {
    const why = error instanceof Error || isErrorLike(error) ? error.message : String(error);
    program.diagnostics.add(refuse.notComputable(wanted[0].declaration, why));
    return;
  }
  for (const constant of wanted) {
    // Copied into this realm, so that arrays of two runs can be compared.
    const [value, again] = [first, second].map((run) =>
      structuredClone(run.get(constant.module.path)?.[constant.name]),
    );
    if (!isDeepStrictEqual(value, again)) {
      program.diagnostics.add(refuse.notComputable(constant.declaration, "two runs gave two values"));
    }
    const wrong = mismatch(value, constant.type);
    if (wrong !== undefined) {
      program.diagnostics.add(refuse.constantType(constant.declaration.name, wrong));
    }
    constant.value = value;
  }
}

function isErrorLike(error: unknown): error is { message: string } {
  return typeof error === "object" && error !== null && "message" in error && typeof error.message === "string";
}

/** Runs every module and returns each one's constants by name. */
function runModules(modules: readonly Module[], loaded: Loaded): Values {
  const context = vm.createContext({
    TextEncoder,
    TextDecoder,
    console: { log: () => undefined },
  });
  vm.runInContext("delete globalThis.Date; delete Math.random; delete globalThis.WebAssembly;", context);
  const runner = new Runner(context, loaded);
  return new Map(modules.map((module) => [module.path, runner.run(module.source).constants]));
}

interface Instance {
  readonly exports: Record<string, unknown>;
  readonly constants: Readonly<Record<string, unknown>>;
}

class Runner {
  private readonly context: vm.Context;
  private readonly loaded: Loaded;
  private readonly done = new Map<ts.SourceFile, Instance>();

  constructor(context: vm.Context, loaded: Loaded) {
    this.context = context;
    this.loaded = loaded;
  }

  run(source: ts.SourceFile): Instance {
    const known = this.done.get(source);
    if (known !== undefined) {
      return known;
    }
    const names = constantNames(source);
    const text = `${source.text}\n;(globalThis as any).__constants = { ${names.join(", ")} };`;
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
    });
    const exports: Record<string, unknown> = {};
    const script = new vm.Script(`(function (exports, require) { ${outputText}\n})`, { filename: source.fileName });
    const wrapper = script.runInContext(this.context) as (exports: object, require: (name: string) => unknown) => void;
    const require = (name: string): unknown => this.import(source, name);
    const start = vm.runInContext("(f, e, r) => f(e, r)", this.context, { timeout: TIMEOUT_MS }) as (
      run: typeof wrapper,
      exports: object,
      require: (name: string) => unknown,
    ) => void;
    start(wrapper, exports, require);
    const constants = vm.runInContext("globalThis.__constants", this.context) as Record<string, unknown>;
    const instance = { exports, constants };
    this.done.set(source, instance);
    return instance;
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

function constantNames(source: ts.SourceFile): string[] {
  return source.statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) => statement.declarationList.declarations)
    .map((declaration) => declaration.name.getText());
}

/** Why a value is not of the type; `undefined` where it is. */
function mismatch(value: unknown, type: Type): string | undefined {
  switch (type.kind) {
    case "int":
      return mismatchedInt(value, type.min, type.max);
    case "bool":
      return typeof value === "boolean" ? undefined : "no boolean";
    case "text":
      return typeof value === "string" ? undefined : "no text";
    case "union":
      return type.union.members.includes(value as string) ? undefined : `${String(value)} is no ${type.union.name}`;
    case "view":
      return isByteView(value) ? undefined : "no bytes";
    case "table":
      return mismatchedTable(value, type.element);
    case "nullable":
      return value === null ? undefined : mismatch(value, type.of);
    case "enum":
      return mismatchedInt(value, type.enum.min, type.enum.max);
    case "constants":
      return mismatchedConstants(value);
    case "record":
      for (const field of type.record.fields) {
        const wrong = mismatch((value as Record<string, unknown> | undefined)?.[field.name], field.type);
        if (wrong !== undefined) {
          return `${field.name}: ${wrong}`;
        }
      }
      return undefined;
    default:
      return "this type is no constant's";
  }
}

/** Objects of constants hold integers, booleans, texts, and objects of these. */
function mismatchedConstants(value: unknown): string | undefined {
  for (const [name, each] of Object.entries(value as object)) {
    const known: unknown = each;
    const wrong =
      typeof known === "number"
        ? mismatchedInt(known, INT.min, INT.max)
        : typeof known === "object" && known !== null && !Array.isArray(known)
          ? mismatchedConstants(known)
          : typeof known === "boolean" || typeof known === "string"
            ? undefined
            : "no integer, boolean or text";
    if (wrong !== undefined) {
      return `${name}: ${wrong}`;
    }
  }
  return undefined;
}

function mismatchedInt(value: unknown, min: number, max: number): string | undefined {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || Object.is(value, -0)) {
    return `${String(value)} is no integer`;
  }
  return value < min || value > max ? `${String(value)} is outside ${String(min)}…${String(max)}` : undefined;
}

function mismatchedTable(value: unknown, element: Type): string | undefined {
  if (!isArrayLike(value)) {
    return "no array";
  }
  for (let index = 0; index < value.length; index++) {
    const wrong = mismatch(value[index], element);
    if (wrong !== undefined) {
      return `[${String(index)}] ${wrong}`;
    }
  }
  return undefined;
}

function isByteView(value: unknown): boolean {
  return value instanceof Uint8Array;
}

function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}
