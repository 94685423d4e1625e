/** What a name stands for, as far as `tsc` tells. */
import ts from "typescript";
import { isCore } from "../load/load.ts";

/** A name of the core library or of the language, used as a value. */
export interface BuiltIn {
  readonly kind: "built-in";
  readonly name: string;
}

/** The declaration behind a name, through imports. */
export function entityOf(checker: ts.TypeChecker, name: ts.Node): ts.Declaration | BuiltIn | undefined {
  const symbol = valueSymbol(checker, name);
  const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const declarations = target?.declarations ?? [];
  const declaration = target?.valueDeclaration ?? declarations[0];
  if (declaration === undefined) {
    return undefined;
  }
  const source = declaration.getSourceFile();
  if (isCore(source) || source.isDeclarationFile) {
    return ts.isIdentifier(name) ? { kind: "built-in", name: name.text } : undefined;
  }
  return declaration;
}

/** What a name says; in `{ value }` the name of a field, it says the value. */
export function valueSymbol(checker: ts.TypeChecker, name: ts.Node): ts.Symbol | undefined {
  return ts.isShorthandPropertyAssignment(name.parent)
    ? checker.getShorthandAssignmentValueSymbol(name.parent)
    : checker.getSymbolAtLocation(name);
}
