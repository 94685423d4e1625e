/**
 * Which imports run a module. Node keeps every import that is not written as one of types, most other tools leave out what is
 * used as a type alone; what is used as a value runs everywhere.
 */
import ts from "typescript";
import type { Module } from "../model/entities.ts";

/** The names that an import brings in, each by its declaration. */
export function importedNames(statement: ts.ImportDeclaration): readonly (ts.NamespaceImport | ts.ImportSpecifier)[] {
  const bindings = statement.importClause?.namedBindings;
  if (bindings === undefined) {
    return [];
  }
  return ts.isNamespaceImport(bindings) ? [bindings] : bindings.elements;
}

/** A test for the imports of a module: whether something of one is used as a value. */
export function usedImports(
  checker: ts.TypeChecker,
  source: ts.SourceFile,
): (statement: ts.ImportDeclaration) => boolean {
  const used = new Set<ts.Symbol | undefined>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) {
      return;
    }
    if (ts.isShorthandPropertyAssignment(node)) {
      used.add(checker.getShorthandAssignmentValueSymbol(node));
    } else if (ts.isIdentifier(node)) {
      used.add(checker.getSymbolAtLocation(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return (statement) => importedNames(statement).some(({ name }) => used.has(checker.getSymbolAtLocation(name)));
}

/** A module and what it needs, in the order in which JavaScript runs them. */
export function inRunOrder(module: Module, done = new Set<Module>()): Module[] {
  if (done.has(module)) {
    return [];
  }
  done.add(module);
  return [...module.runs.flatMap((each) => inRunOrder(each, done)), module];
}
