/** Print: the `.c` and the `.h` of a module. */
import type { CFunction, CModule, CParameter } from "../lower/module.ts";
import { docComment } from "../lower/module.ts";
import { cStored, cType, elementCType } from "../lower/types.ts";
import type { ConstantInfo, Module } from "../model/entities.ts";
import { snake } from "../model/names.ts";
import type { Program } from "../model/program.ts";
import { ELEMENTS, isDeeplyReadonly } from "../model/types.ts";
import { dimension, initializer, tableLines } from "./data.ts";
import { comment, define, TypePrinter, unionTexts } from "./types.ts";
import { type PrintOptions, printStatements, spaced } from "./statements.ts";
import type { UsedNames } from "./used.ts";

export interface PrintedModule {
  readonly header: string;
  readonly code: string | undefined;
}

export function printModule(program: Program, lowered: CModule, used: UsedNames, options: PrintOptions): PrintedModule {
  const printer = new ModulePrinter(program, lowered, used, options);
  return { header: printer.header(), code: printer.code() };
}

class ModulePrinter {
  private readonly program: Program;
  private readonly lowered: CModule;
  private readonly module: Module;
  private readonly options: PrintOptions;
  private readonly used: UsedNames;

  constructor(program: Program, lowered: CModule, used: UsedNames, options: PrintOptions) {
    this.program = program;
    this.lowered = lowered;
    this.module = lowered.module;
    this.options = options;
    this.used = used;
  }

  private get notice(): string {
    const folder = this.module.path.startsWith("ts2c/") ? "" : `${this.options.folder}/`;
    return `/* Made by ts2c from ${folder}${this.module.path}.ts: change that file, not this one. */`;
  }

  header(): string {
    const isOwn = (info: { module: Module }): boolean => info.module === this.module;
    const parts = [
      this.notice,
      "#pragma once",
      [
        `#include "ts2c.h"`,
        ...(this.program.usesFloats ? [`#include "ts2c_float.h"`] : []),
        ...this.includes().map((path) => `#include "${path}"`),
      ].join("\n"),
      ...new TypePrinter(this.program, this.module, this.used).declarations(),
      ...this.program.constants
        .filter((info) => isOwn(info) && info.exported && info.type.kind !== "constants")
        .map((info) => this.declaredConstant(info)),
      ...this.prototypes(),
    ];
    return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
  }

  /** Undefined of a driver's module that only declares. */
  code(): string | undefined {
    const constants = this.program.constants.filter(
      (info) => info.module === this.module && info.type.kind !== "constants",
    );
    const internal = constants.filter((info) => !info.exported && this.lowered.uses.declarations.has(info.declaration));
    const statics = this.lowered.functions.filter((each) => each.isStatic);
    const parts = [
      this.notice,
      this.codeIncludes(),
      ...internal.filter((info) => isDefine(info)).map((info) => define(info.cName, info.value as number)),
      statics.map((each) => `${prototype(each)};`).join("\n"),
      ...this.program.unions
        .filter((union) => union.module === this.module && this.used.unionTexts.has(union.cName))
        .map((union) => unionTexts(union)),
      ...constants
        .filter((info) => !isDefine(info) && (info.exported || internal.includes(info)))
        .map((info) => this.definedConstant(info)),
      ...this.lowered.functions.map((each) => this.function(each)),
    ];
    const [notice, includes, ...rest] = parts.filter((part) => part !== "");
    return rest.length === 0 && this.module.isDriver ? undefined : `${[notice, includes, ...rest].join("\n\n")}\n`;
  }

  /** The headers of the modules whose types stand in this one's header. */
  private includes(): string[] {
    return this.module.imports.map((each) => `${each.path}.h`);
  }

  private codeIncludes(): string {
    const floats = this.lowered.uses.floats ? [`#include "ts2c_float.h"`] : [];
    const console = this.lowered.uses.console ? [`#include "console.h"`] : [];
    const entries = this.program.functions.some((info) => info.module === this.module && info.entryName !== undefined);
    return [
      `#include "${this.module.path}.h"`,
      ...(entries ? [`#include "program.h"`] : []),
      ...floats,
      ...console,
    ].join("\n");
  }

  private prototypes(): string[] {
    const own = this.lowered.functions
      .filter((each) => !each.isStatic)
      .map((each) => [...comment(each.comment), `${each.isEntry ? "" : "TS_SHARED "}${prototype(each)};`].join("\n"));
    return [...this.drivers(), ...own];
  }

  /** A driver's functions, which the platform implements. */
  private drivers(): string[] {
    return this.program.functions
      .filter((info) => info.module === this.module && this.module.isDriver && info.owner === undefined)
      .map((info) => {
        const parameters = info.parameters.map((each) => ({ type: cType(each.type), name: snake(each.name) }));
        const text = prototypeOf(cType(info.returns), info.cName, parameters);
        return [...comment(docComment(info.declaration)), `${text};`].join("\n");
      });
  }

  private declaredConstant(info: ConstantInfo): string {
    const front = comment(docComment(info.declaration.parent.parent));
    if (isDefine(info)) {
      return [...front, define(info.cName, info.value as number)].join("\n");
    }
    return [...front, `extern ${constantType(info)};`].join("\n");
  }

  private definedConstant(info: ConstantInfo): string {
    const front = info.exported ? [] : comment(docComment(info.declaration.parent.parent));
    const linkage = info.exported ? "" : "static ";
    if (!isDeeplyReadonly(info.type)) {
      return [...front, `${linkage}${constantType(info)};`].join("\n");
    }
    const lines = this.constantLines(info);
    return [...front, `${linkage}${constantType(info)} = ${lines}`].join("\n");
  }

  private constantLines(info: ConstantInfo): string {
    const { type, value } = info;
    if (type.kind === "table") {
      return `{\n${tableLines(value as ArrayLike<unknown>, type.element).join("\n")}\n};`;
    }
    if (type.kind === "view") {
      return `{\n${tableLines(value as Uint8Array, ELEMENTS.u8).join("\n")}\n};`;
    }
    return `${initializer(value, type)};`;
  }

  private function(each: CFunction): string {
    const front = each.isStatic ? comment(each.comment) : [];
    const lines = printStatements(each.body, 1, this.options);
    const origin =
      this.options.lineFile === undefined
        ? []
        : [`#line ${String(each.line)} ${JSON.stringify(this.options.lineFile)}`];
    return [...front, ...origin, prototype(each), "{", ...lines, "}"].join("\n");
  }
}

/** Integers have a name for the preprocessor; everything else lies in memory. */
function isDefine(info: ConstantInfo): boolean {
  return info.type.kind === "int" || info.type.kind === "enum";
}

function constantType(info: ConstantInfo): string {
  const { type, value, storage, cName } = info;
  const isConst = isDeeplyReadonly(type) ? "const " : "";
  if (type.kind === "table") {
    return `${isConst}${cStored(type.element)} ${cName}${dimension((value as ArrayLike<unknown>).length)}`;
  }
  if (type.kind === "view") {
    const length = type.readonly ? (value as Uint8Array).length : (storage as { length: number }).length;
    return `${isConst}${elementCType(type.element)} ${cName}${dimension(length)}`;
  }
  if (type.kind === "fixed") {
    return `${cStored(type.element)} ${cName}${dimension(type.length)}`;
  }
  return `${isConst}${cStored(type)} ${cName}`;
}

function prototype(each: CFunction): string {
  const linkage = each.isStatic ? `static ${each.isSmall ? "inline " : ""}` : "";
  return `${linkage}${prototypeOf(each.returns, each.cName, each.parameters)}`;
}

function prototypeOf(returns: string, cName: string, parameters: readonly CParameter[]): string {
  const given = parameters.map((each) => `${spaced(each.type)}${each.name}`).join(", ");
  return `${spaced(returns)}${cName}(${given === "" ? "void" : given})`;
}
