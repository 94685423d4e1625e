/** Inference of a whole program: every function, every constructor, and the top-level code. */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import type { ClassInfo, ConstantInfo, FunctionInfo } from "../model/entities.ts";
import type { Program } from "../model/program.ts";
import { ELEMENTS, INT, holdsPlace, isDeeplyReadonly, isPlace } from "../model/types.ts";
import { Inference } from "./inference.ts";
import type { Observe, Results } from "./results.ts";
import { inferStatement, inferStatements } from "./statements.ts";
import { addParameter, inferCreation } from "./variables.ts";

export function infer(program: Program, observe?: Observe): Results {
  const results: Results = {
    observe,
    values: new Map(),
    locals: new Map(),
    reached: new Set(),
    endsReached: new Set(),
  };
  const thresholds = findThresholds(program);
  for (const info of program.functions) {
    if (info.declaration.body !== undefined) {
      inferFunction(program, results, info, thresholds);
    }
  }
  for (const info of program.classes) {
    if (info.constructorInfo === undefined) {
      inferFields(new Inference(program, results, undefined, thresholds), info);
    }
  }
  inferTopLevel(program, results, thresholds);
  return results;
}

function inferFunction(program: Program, results: Results, info: FunctionInfo, thresholds: readonly number[]): void {
  const inference = new Inference(program, results, info, thresholds);
  for (const parameter of info.parameters) {
    addParameter(inference, parameter.declaration, parameter.type);
  }
  if (info.owner !== undefined && ts.isConstructorDeclaration(info.declaration)) {
    inferFields(inference, info.owner);
  }
  inferStatements(inference, info.declaration.body!.statements);
  if (inference.state.reachable && info.returns.kind !== "void" && info.returns.kind !== "error") {
    const hint = "Return something at its end, or give its last `switch` a `default`.";
    inference.complain(refuse.syntax(info.declaration.name!, "a function that can end without its value", hint));
  }
  inference.settleLocals();
}

/** The initial values of a class's fields. */
function inferFields(inference: Inference, info: ClassInfo): void {
  for (const field of info.fields) {
    const { initializer } = field.declaration as ts.PropertyDeclaration;
    if (initializer === undefined) {
      continue;
    }
    if (field.storage !== undefined) {
      inferCreation(inference, field.storage, field.type);
    } else if (isPlace(field.type) && field.type.kind !== "nullable" && !isDeeplyReadonly(field.type)) {
      inference.complain(refuse.placeStored(initializer, field.name));
    } else {
      inference.stores(initializer, field.type, `\`${field.name}\``);
    }
  }
}

/** Top-level code runs once, in the modules' order; read-only constants are computed before. */
function inferTopLevel(program: Program, results: Results, thresholds: readonly number[]): void {
  const inference = new Inference(program, results, undefined, thresholds);
  for (const module of program.modules) {
    for (const statement of module.source.statements) {
      if (ts.isVariableStatement(statement)) {
        for (const declaration of statement.declarationList.declarations) {
          const constant = program.constant(declaration);
          if (constant !== undefined && !isDeeplyReadonly(constant.type)) {
            inferPlace(inference, constant);
          }
        }
      } else if (isCode(statement)) {
        inferStatement(inference, statement);
      }
    }
  }
  inference.settleLocals();
}

/** A module's constant that can change is memory of its own, or nothing. */
function inferPlace(inference: Inference, { declaration, name, storage, type }: ConstantInfo): void {
  // Of what is made with `new` it is told why there is no memory.
  const makesNothing = [ts.SyntaxKind.NullKeyword, ts.SyntaxKind.NewExpression].includes(declaration.initializer!.kind);
  if (storage !== undefined) {
    inferCreation(inference, storage, type);
  } else if (holdsPlace(type) && !makesNothing) {
    inference.complain(refuse.placeStored(declaration.name, name));
  }
}

/** Whether a top-level statement does something when the module runs. */
export function isCode(statement: ts.Statement): boolean {
  return !(
    ts.isVariableStatement(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement)
  );
}

/** The numbers that a loop's bounds are pushed out to: those of the program and the ends of the integer types. */
function findThresholds(program: Program): number[] {
  const found = new Set<number>([0, 2147483647, 2147483648, INT.min, INT.max]);
  for (const { min, max } of Object.values(ELEMENTS)) {
    found.add(min).add(max);
  }
  const visit = (node: ts.Node): void => {
    if (ts.isNumericLiteral(node)) {
      const value = Number(node.text);
      for (const near of [value - 1, value, value + 1]) {
        found.add(near).add(-near);
      }
    }
    ts.forEachChild(node, visit);
  };
  for (const module of program.modules) {
    visit(module.source);
  }
  return [...found].filter(Number.isSafeInteger).sort((a, b) => a - b);
}
