/** The types that a use of something generic leaves out: `tsc` infers them, and where they are declared ones ts2c has them. */
import ts from "typescript";
import { isCore } from "../load/load.ts";
import type { Program } from "./program.ts";
import { NAMED, type TypesGiven } from "./resolve.ts";
import { BOOL, TEXT, TYPED_ARRAYS, int, type Type } from "./types.ts";

export function typesOfUse(program: Program, use: ts.CallExpression | ts.NewExpression): TypesGiven {
  if (use.typeArguments !== undefined) {
    return use.typeArguments.map((each) => program.types.resolve(each));
  }
  const { checker } = program;
  const signature = checker.getResolvedSignature(program.original(use));
  const inferred = signature && checker.getTypeArgumentsForResolvedSignature(signature);
  return (inferred ?? []).map((each) => declared(program, each, use));
}

/** The declared type that `tsc` speaks of; none for one that nobody named. `use` is where it stands. */
function declared(program: Program, type: ts.Type, use: ts.Node): Type | undefined {
  if (type.aliasSymbol !== undefined) {
    return ofAlias(program, type);
  }
  if (type.flags & ts.TypeFlags.Boolean) {
    return BOOL;
  }
  if (type.flags & ts.TypeFlags.String) {
    return TEXT;
  }
  const parts = type.isUnion() ? type.types.filter((part) => !(part.flags & ts.TypeFlags.Null)) : [];
  if (type.isUnion() && parts.length === 1 && type.types.length === 2) {
    const of = declared(program, parts[0], use);
    return of && program.nullable(of);
  }
  // Without a symbol `tsc` gives `undefined`, whatever its declaration says.
  const symbol = type.getSymbol();
  const declaration = symbol?.declarations?.[0];
  if (symbol === undefined || declaration === undefined) {
    return undefined;
  }
  if (ts.isTypeParameterDeclaration(declaration)) {
    return program.typeParameter(use, declaration);
  }
  const element = TYPED_ARRAYS.get(symbol.name);
  if (declaration.getSourceFile().isDeclarationFile) {
    return element && { kind: "view", element, readonly: false };
  }
  if (ts.isEnumDeclaration(declaration)) {
    return { kind: "enum", enum: program.enum(declaration) };
  }
  const given = program.checker.getTypeArguments(type as ts.TypeReference).map((each) => declared(program, each, use));
  if (ts.isClassDeclaration(declaration)) {
    const found = program.classOf(declaration, given, use);
    return found && { kind: "class", class: found };
  }
  if (ts.isInterfaceDeclaration(declaration) && !isCore(declaration.getSourceFile())) {
    const record = program.recordOf(declaration, given, use);
    return record && { kind: "record", record };
  }
  return undefined;
}

function ofAlias(program: Program, type: ts.Type): Type | undefined {
  const { aliasSymbol, aliasTypeArguments = [] } = type;
  const declaration = aliasSymbol?.declarations?.find(ts.isTypeAliasDeclaration);
  if (declaration === undefined) {
    return undefined;
  }
  if (!isCore(declaration.getSourceFile())) {
    return declaration.typeParameters === undefined ? program.types.alias(declaration) : undefined;
  }
  const [first, second] = aliasTypeArguments;
  const isRange = declaration.name.text === "range" && first?.isNumberLiteral() && second?.isNumberLiteral();
  return isRange ? int(first.value, second.value) : NAMED[declaration.name.text];
}
