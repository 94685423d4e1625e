/** Lowering of modules: which functions, types and constants a C file gets, and in which order. */
import ts from "typescript";
import { isCode } from "../infer/infer.ts";
import type { Results } from "../infer/results.ts";
import type { ClassInfo, ConstantInfo, FunctionInfo, Module } from "../model/entities.ts";
import { initName } from "../model/names.ts";
import { hasModifier, type Program } from "../model/program.ts";
import { isDeeplyReadonly } from "../model/types.ts";
import { createInPlace, initialiseFields } from "./creation.ts";
import { Lowering, type Uses } from "./lowering.ts";
import { lowerStatement } from "./statements.ts";
import { type CStatement, name } from "./tree.ts";
import { lowerEntry } from "./entry.ts";
import { passedType } from "./types.ts";

export interface CParameter {
  readonly type: string;
  readonly name: string;
}

export interface CFunction {
  readonly comment: string | undefined;
  readonly cName: string;
  readonly returns: string;
  readonly parameters: readonly CParameter[];
  readonly isStatic: boolean;
  readonly isSmall: boolean;
  /** The platform calls it. */
  readonly isEntry?: boolean;
  readonly body: readonly CStatement[];
  readonly line: number;
}

export interface CModule {
  readonly module: Module;
  readonly functions: readonly CFunction[];
  readonly uses: Uses;
  /** The function that runs its top-level code; none where there is none. */
  readonly init: string | undefined;
}

export function lowerProgram(program: Program, results: Results): CModule[] {
  const lowered = program.modules.map((module) => new ModuleLowering(program, results, module));
  for (const module of lowered) {
    module.roots();
  }
  for (const module of lowered) {
    module.reachable();
  }
  return lowered.map((module) => module.finish());
}

class ModuleLowering {
  private readonly program: Program;
  private readonly results: Results;
  private readonly module: Module;
  private readonly uses: Uses = { declarations: new Set(), unionTexts: new Set(), console: false, floats: false };
  private readonly functions = new Map<ts.Node, CFunction>();
  private readonly taken: ReadonlySet<string>;
  private init: string | undefined;

  constructor(program: Program, results: Results, module: Module) {
    this.program = program;
    this.results = results;
    this.module = module;
    this.taken = namesOf(program, module);
  }

  /** What others can call, and the top-level code. */
  roots(): void {
    for (const info of this.program.functions) {
      if (info.module === this.module && info.exported && info.declaration.body !== undefined) {
        this.lowerFunction(info);
      }
    }
    for (const info of this.program.constants) {
      if (info.module === this.module && info.exported) {
        this.uses.declarations.add(info.declaration); // It stands in the C, with the functions that it holds.
      }
    }
    for (const info of this.program.classes) {
      if (info.module === this.module && hasModifier(info.declaration, ts.SyntaxKind.ExportKeyword)) {
        this.lowerConstructor(info);
      }
    }
    this.lowerTopLevel();
  }

  /** What these use in turn. */
  reachable(): void {
    for (const declaration of this.uses.declarations) {
      // The set grows while it is walked, and a walk over a set reaches what was added.
      for (const named of functionsIn(this.program.constant(declaration)?.value)) {
        this.uses.declarations.add(named.declaration);
      }
      const info = this.program.function(declaration);
      if (info?.module === this.module && info.declaration.body !== undefined) {
        this.lowerFunction(info);
      } else if (ts.isClassDeclaration(declaration)) {
        const made = this.program.class(declaration);
        if (made.module === this.module) {
          this.lowerConstructor(made);
        }
      }
    }
  }

  finish(): CModule {
    const functions = [...this.functions.entries()]
      .sort(([a], [b]) => a.getStart() - b.getStart())
      .map(([, lowered]) => lowered);
    return { module: this.module, functions, uses: this.uses, init: this.init };
  }

  private lowerFunction(info: FunctionInfo): void {
    if (ts.isConstructorDeclaration(info.declaration) || this.functions.has(info.declaration)) {
      return;
    }
    const lowering = this.lowering(info);
    const parameters = this.parameters(lowering, info);
    const body = lowering.collect(() => {
      for (const statement of info.declaration.body!.statements) {
        lowerStatement(lowering, statement);
      }
    });
    this.functions.set(info.declaration, {
      comment: docComment(info.declaration),
      cName: info.cName,
      returns: passedType(this.program, info, info.returns),
      parameters,
      isStatic: !info.exported || info.entryName !== undefined,
      isSmall: isSmall(body),
      body: [...unusedParameters(parameters, body), ...body],
      line: lineOf(info.declaration),
    });
    if (info.entryName !== undefined) {
      this.functions.set(info.declaration.name!, lowerEntry(info, info.entryName));
    }
  }

  private lowering(info: FunctionInfo | undefined): Lowering {
    return new Lowering(this.program, this.results, info, this.uses, this.taken);
  }

  private parameters(lowering: Lowering, info: FunctionInfo): CParameter[] {
    const own = info.parameters.map((parameter) => ({
      type: passedType(this.program, info, parameter.type),
      name: lowering.declareLocal(this.results.locals.get(parameter.declaration)!),
    }));
    const self = info.owner === undefined ? [] : [{ type: `${info.owner.cName}_t *`, name: "self" }];
    return [...self, ...own];
  }

  /** Every class gets a function that sets its fields, whether it was written as a constructor or not. */
  private lowerConstructor(info: ClassInfo): void {
    if (this.functions.has(info.declaration)) {
      return;
    }
    const made = info.constructorInfo;
    const lowering = this.lowering(made);
    const parameters =
      made === undefined ? [{ type: `${info.cName}_t *`, name: "self" }] : this.parameters(lowering, made);
    const body = lowering.collect(() => {
      initialiseFields(lowering, info);
      for (const statement of made?.declaration.body?.statements ?? []) {
        lowerStatement(lowering, statement);
      }
    });
    this.functions.set(info.declaration, {
      comment: `/** Makes a new \`${info.name}\` at \`self\`. */`,
      cName: `${info.cName}_init`,
      returns: "void",
      parameters,
      isStatic: !hasModifier(info.declaration, ts.SyntaxKind.ExportKeyword),
      isSmall: isSmall(body),
      body: [...unusedParameters(parameters, body), ...body],
      line: lineOf(info.declaration),
    });
  }

  private lowerTopLevel(): void {
    const lowering = this.lowering(undefined);
    const body = lowering.collect(() => {
      for (const statement of this.module.source.statements) {
        if (ts.isVariableStatement(statement)) {
          for (const declaration of statement.declarationList.declarations) {
            this.create(lowering, this.program.constant(declaration));
          }
        } else if (isCode(statement)) {
          lowerStatement(lowering, statement);
        }
      }
    });
    if (body.length > 0) {
      this.init = initName(this.module);
      const comment = "/** Runs the module's top-level code. */";
      const common = { returns: "void", parameters: [], isStatic: false, isSmall: false, line: 1 };
      this.functions.set(this.module.source, { comment, cName: this.init, body, ...common });
    }
  }

  private create(lowering: Lowering, constant: ConstantInfo | undefined): void {
    if (constant?.storage === undefined || isDeeplyReadonly(constant.type)) {
      return;
    }
    this.uses.declarations.add(constant.declaration);
    createInPlace(lowering, name(constant.cName), constant.type, constant.storage);
  }
}

/** So many statements have functions that C's compiler had better put where they are called. */
const SMALL = 10;

/** Whether it does little, and once. */
function isSmall(body: readonly CStatement[]): boolean {
  let count = 0;
  const visit = (each: CStatement): boolean => {
    count++;
    switch (each.kind) {
      case "if":
        return each.then.every(visit) && each.otherwise.every(visit);
      case "block":
        return each.body.every(visit);
      case "while":
      case "do":
      case "for":
      case "switch":
        return false;
      default:
        return true;
    }
  };
  return body.every(visit) && count <= SMALL;
}

/** The functions that a constant table holds. */
function functionsIn(value: unknown): FunctionInfo[] {
  if (Array.isArray(value)) {
    return value.flatMap(functionsIn);
  }
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) {
    return [];
  }
  return "effects" in value ? [value as FunctionInfo] : Object.values(value).flatMap(functionsIn);
}

/** The names at the top of the C file, which no local may hide. */
function namesOf(program: Program, module: Module): Set<string> {
  const named = [...program.functions, ...program.constants].filter((info) => info.module === module);
  return new Set(named.map((info) => info.cName));
}

/** C warns of parameters that nothing reads. */
function unusedParameters(parameters: readonly CParameter[], body: readonly CStatement[]): CStatement[] {
  const text = JSON.stringify(body);
  return parameters
    .filter((parameter) =>
      // What was lowered may have been left out again, where a comparison is known.
      parameter.name === "self"
        ? !/"(self|\*self)"/.test(text)
        : !text.includes(`{"kind":"name","name":${JSON.stringify(parameter.name)}}`),
    )
    .map((parameter) => ({
      kind: "expression",
      value: { kind: "cast", type: "void", operand: name(parameter.name) },
    }));
}

export function docComment(node: ts.Node): string | undefined {
  const { text } = node.getSourceFile();
  const ranges = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  const last = ranges.findLast((range) => text.startsWith("/**", range.pos));
  return last && text.slice(last.pos, last.end);
}

export function lineOf(node: ts.Node): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}
