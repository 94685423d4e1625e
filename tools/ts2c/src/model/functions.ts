/** Functions as values. */
import ts from "typescript";
import type { FunctionInfo, FunctionTypeInfo } from "./entities.ts";
import type { Program } from "./program.ts";

/** The type of a function of the program. */
export function typeOfFunction(info: FunctionInfo): FunctionTypeInfo {
  const { name, module, declaration, returns } = info;
  return { name, cName: undefined, module, declaration, parameters: info.parameters.map((each) => each.type), returns };
}

/** Finds the functions whose names are taken: they stand for themselves and not for a call. */
export function findTaken(program: Program): void {
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isValue(node)) {
      const entity = program.entity(node);
      const info = entity !== undefined && "pos" in entity ? program.function(entity) : undefined;
      if (info !== undefined) {
        program.taken.add(info);
      }
    }
    if (!ts.isImportDeclaration(node)) {
      ts.forEachChild(node, visit);
    }
  };
  for (const module of program.modules) {
    visit(module.source);
  }
}

function isValue(node: ts.Identifier): boolean {
  const { parent } = node;
  const isCallee = ts.isCallExpression(parent) && parent.expression === node;
  const isName =
    (ts.isFunctionDeclaration(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyAccessExpression(parent)) &&
    parent.name === node;
  return !isCallee && !isName;
}
