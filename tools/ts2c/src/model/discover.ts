/** Finds every use of a generic declaration, also inside the copies that earlier uses made. */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import type { FunctionInfo } from "./entities.ts";
import { isGeneric, type Program } from "./program.ts";
import { classOfNew } from "./storage.ts";

/** Whether there is an end to them; without one, what is said of the copies is not so. */
export function discoverInstances(program: Program): boolean {
  for (const module of program.modules) {
    for (const statement of module.source.statements) {
      if (!isGeneric(statement)) {
        visit(program, statement);
      }
    }
  }
  // Both lists grow while they are walked.
  const seen = new Set<ts.Node>();
  for (let more = true; more;) {
    more = false;
    for (const node of [
      ...program.functions.map((info: FunctionInfo) => info.declaration),
      ...program.classes.map((info) => info.declaration),
    ]) {
      if (!seen.has(node) && program.instances.around(node) !== undefined) {
        seen.add(node);
        more = true;
        visit(program, node);
      }
    }
  }
  return !program.diagnostics.all.some(({ code }) => code === refuse.endlessTypes.code);
}

function visit(program: Program, node: ts.Node): void {
  if (ts.isTypeReferenceNode(node) && node.typeArguments !== undefined) {
    program.types.resolve(node);
  } else if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
    const entity = program.entity(node.expression);
    if (entity !== undefined && "pos" in entity && ts.isClassDeclaration(entity)) {
      classOfNew(program, node, entity);
    }
  } else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    const entity = program.entity(node.expression);
    if (entity !== undefined && "pos" in entity && ts.isFunctionDeclaration(entity) && isGeneric(entity)) {
      program.functionInstance(entity, node);
    }
  }
  ts.forEachChild(node, (child) => {
    visit(program, child);
  });
}
