/** What memory an initialiser makes: `new C()`, `new Uint8Array(n)`, `array(n, …)`. */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import { constantInt } from "./constant-int.ts";
import type { ClassInfo, Storage } from "./entities.ts";
import { typesOfUse } from "./inferred-types.ts";
import type { Program } from "./program.ts";
import { BOOL, BYTES, ERROR, INT, MAX_LENGTH, TEXT, TYPED_ARRAYS, type Type, isAssignable, typeName } from "./types.ts";

export interface Stored {
  readonly type: Type | undefined;
  readonly storage: Storage | undefined;
}

/** The type and memory of a variable or field, from what is written and what initialises it. */
export function storageOf(program: Program, written: Type | undefined, initializer: ts.Expression | undefined): Stored {
  if (initializer === undefined) {
    return { type: written, storage: undefined };
  }
  if (ts.isNewExpression(initializer) && ts.isIdentifier(initializer.expression)) {
    return ofNew(program, written, initializer, initializer.expression);
  }
  if (ts.isCallExpression(initializer) && isBuiltIn(program, initializer.expression, "array")) {
    if (written?.kind === "fixed") {
      return { type: written, storage: { kind: "elements", length: written.length, creation: initializer } };
    }
    program.diagnostics.add(refuse.typeMissing(initializer, "what `array` makes"));
    return { type: undefined, storage: undefined };
  }
  const type =
    written ?? (isConstObject(initializer) ? { kind: "constants" as const } : literalType(program, initializer));
  return { type, storage: undefined };
}

function ofNew(program: Program, written: Type | undefined, creation: ts.NewExpression, name: ts.Identifier): Stored {
  const element = TYPED_ARRAYS.get(name.text);
  if (element !== undefined) {
    const argument = creation.arguments?.[0];
    const length = argument && constantInt(program, argument);
    const isComputed = written?.kind === "view" && written.readonly;
    if (length === undefined || length < 0 || length > MAX_LENGTH) {
      if (!isComputed) {
        program.diagnostics.add(refuse.notConstantSize(argument ?? creation));
      }
      return { type: written ?? { kind: "view", element, readonly: false }, storage: undefined };
    }
    const type: Type = written?.kind === "view" ? written : { kind: "view", element, readonly: false };
    return { type, storage: { kind: "elements", length, creation } };
  }
  const declaration = program.entity(name);
  if (declaration === undefined || !("pos" in declaration) || !ts.isClassDeclaration(declaration)) {
    return { type: written, storage: undefined };
  }
  const made = classOfNew(program, creation, declaration);
  if (made === undefined) {
    program.diagnostics.add(refuse.typeArguments(name, name.text));
    return { type: ERROR, storage: undefined };
  }
  const type: Type = { kind: "class", class: made };
  if (written !== undefined && !isAssignable(type, written)) {
    program.diagnostics.add(refuse.notAssignable(creation, typeName(type), typeName(written)));
  }
  return { type, storage: { kind: "instance", creation } };
}

/** The class that `new C<…>()` makes. */
export function classOfNew(
  program: Program,
  creation: ts.NewExpression,
  declaration: ts.ClassDeclaration,
): ClassInfo | undefined {
  return program.isTemplate(declaration)
    ? program.classOf(declaration, typesOfUse(program, creation), creation)
    : program.class(declaration);
}

/** `{ … } as const`. */
function isConstObject(node: ts.Expression): boolean {
  return ts.isAsExpression(node) && ts.isConstTypeReference(node.type) && ts.isObjectLiteralExpression(node.expression);
}

/** The type that an initialiser says by itself: `16`, `2 * SIZE`, `true`, `"text"`, `utf8("text")`. */
function literalType(program: Program, node: ts.Expression): Type | undefined {
  if (constantInt(program, node) !== undefined) {
    return INT;
  }
  if (ts.isCallExpression(node) && isBuiltIn(program, node.expression, "utf8")) {
    return BYTES;
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) {
    return BOOL;
  }
  return ts.isStringLiteral(node) ? TEXT : undefined;
}

export function isBuiltIn(program: Program, node: ts.Node, name: string): boolean {
  const entity = ts.isIdentifier(node) ? program.entity(node) : undefined;
  return entity !== undefined && "name" in entity && entity.kind === "built-in" && entity.name === name;
}
