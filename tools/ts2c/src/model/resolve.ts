/** From a type as it is written to a type of ts2c. */
import ts from "typescript";
import { type Diagnostics, refuse } from "../diagnostics.ts";
import { isCore } from "../load/load.ts";
import type { Tagged } from "./named-types.ts";
import type { ClassInfo, EnumInfo, FunctionTypeInfo, RecordInfo, TaggedInfo, UnionInfo } from "./entities.ts";
import { BOOL, ELEMENTS, FLOAT, INT, MAX_LENGTH, NULL, TEXT, TYPED_ARRAYS, VOID, int, type Type } from "./types.ts";

/** The types that a use of something generic gives; `undefined` for one that is refused. */
export type TypesGiven = readonly (Type | undefined)[];

/** What a named declaration of the program is. */
export interface Declared {
  /** The node that `tsc` knows, for one that was copied from it. */
  original<T extends ts.Node>(node: T): T;
  usesFloats: boolean;
  /** What a type parameter stands for around the node. */
  typeParameter(node: ts.Node, declaration: ts.Declaration): Type | undefined;
  /** The class or record for the types that `use` gives. */
  classOf(declaration: ts.ClassDeclaration, given: TypesGiven, use: ts.Node): ClassInfo | undefined;
  recordOf(declaration: ts.InterfaceDeclaration, given: TypesGiven, use: ts.Node): RecordInfo | undefined;
  record(declaration: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): RecordInfo;
  union(declaration: ts.TypeAliasDeclaration): UnionInfo | undefined;
  enum(declaration: ts.EnumDeclaration): EnumInfo;
  tagged(declaration: ts.TypeAliasDeclaration, parts: readonly Tagged[]): TaggedInfo | undefined;
  functionType(declaration: ts.TypeAliasDeclaration, node: ts.FunctionTypeNode): FunctionTypeInfo | undefined;
  constantSize(node: ts.TypeNode): number | undefined;
  /** `T | null`. */
  nullable(of: Type): Type;
}

/** The types of the core library that have no parameters. */
export const NAMED: Readonly<Record<string, Type | undefined>> = {
  ...ELEMENTS,
  int: INT,
  f64: FLOAT,
  Bytes: { kind: "view", element: "u8", readonly: true },
};

/** What may be `T | null`. */
const NULLABLE: ReadonlySet<string> = new Set([
  "class",
  "int",
  "float",
  "bool",
  "text",
  "union",
  "record",
  "tagged",
  "enum",
  "view",
  "function",
]);

export class TypeResolver {
  private readonly checker: ts.TypeChecker;
  private readonly diagnostics: Diagnostics;
  private readonly declared: Declared;

  constructor(checker: ts.TypeChecker, diagnostics: Diagnostics, declared: Declared) {
    this.checker = checker;
    this.diagnostics = diagnostics;
    this.declared = declared;
  }

  /** The type; `undefined` after a diagnostic. */
  resolve(node: ts.TypeNode): Type | undefined {
    switch (node.kind) {
      case ts.SyntaxKind.BooleanKeyword:
        return BOOL;
      case ts.SyntaxKind.StringKeyword:
        return TEXT;
      case ts.SyntaxKind.VoidKeyword:
        return VOID;
    }
    if (ts.isParenthesizedTypeNode(node)) {
      return this.resolve(node.type);
    }
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
      return this.reference(node, node.typeName);
    }
    if (ts.isTypeOperatorNode(node) && ts.isArrayTypeNode(node.type)) {
      const element = this.resolve(node.type.elementType);
      return element && this.table(node, element);
    }
    if (ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword) {
      return NULL;
    }
    const integers = this.integers(node);
    if (integers !== undefined) {
      return integers;
    }
    if (ts.isUnionTypeNode(node)) {
      return this.union(node);
    }
    return this.refuse(node);
  }

  /** The runtime has a name for tables of tables, and none for what goes deeper. */
  private table(node: ts.TypeNode, element: Type): Type | undefined {
    const isDeep = element.kind === "table" && element.element.kind === "table";
    return isDeep ? this.refuse(node) : { kind: "table", element };
  }

  private reference(node: ts.TypeReferenceNode, name: ts.Identifier): Type | undefined {
    const declaration = this.declarationOf(name);
    if (declaration === undefined) {
      return this.refuse(node);
    }
    const source = declaration.getSourceFile();
    if (isCore(source)) {
      return this.core(node, name.text);
    }
    const element = TYPED_ARRAYS.get(name.text);
    if (source.isDeclarationFile) {
      return element === undefined ? this.refuse(node) : { kind: "view", element, readonly: false };
    }
    if (ts.isTypeParameterDeclaration(declaration)) {
      return this.declared.typeParameter(node, declaration) ?? this.refuse(node);
    }
    if (ts.isClassDeclaration(declaration)) {
      return this.ofClass(node, declaration);
    }
    if (ts.isInterfaceDeclaration(declaration)) {
      const record = this.declared.recordOf(declaration, this.typeArguments(node), node);
      return record === undefined ? this.refuse(node) : { kind: "record", record };
    }
    if (ts.isEnumDeclaration(declaration)) {
      return { kind: "enum", enum: this.declared.enum(declaration) };
    }
    if (ts.isTypeAliasDeclaration(declaration) && !declaration.typeParameters) {
      return this.alias(declaration);
    }
    return this.refuse(node);
  }

  private typeArguments(node: ts.TypeReferenceNode): TypesGiven {
    return (node.typeArguments ?? []).map((each) => this.resolve(each));
  }

  private ofClass(node: ts.TypeReferenceNode, declaration: ts.ClassDeclaration): Type | undefined {
    const found = this.declared.classOf(declaration, this.typeArguments(node), node);
    return found === undefined ? this.refuse(node) : { kind: "class", class: found };
  }

  /** What `type Name = …` stands for. */
  alias(declaration: ts.TypeAliasDeclaration): Type | undefined {
    if (ts.isTypeLiteralNode(declaration.type)) {
      return { kind: "record", record: this.declared.record(declaration) };
    }
    if (ts.isFunctionTypeNode(declaration.type)) {
      const known = this.declared.functionType(declaration, declaration.type);
      return known && { kind: "function", function: known };
    }
    const parts = this.variants(declaration.type);
    const tagged = parts && this.declared.tagged(declaration, parts);
    if (tagged !== undefined) {
      return { kind: "tagged", tagged };
    }
    const union = this.declared.union(declaration);
    return union === undefined ? this.resolve(declaration.type) : { kind: "union", union };
  }

  /** The records of a union of records. */
  private variants(node: ts.TypeNode): Tagged[] | undefined {
    if (!ts.isUnionTypeNode(node)) {
      return undefined;
    }
    const parts: Tagged[] = [];
    for (const part of node.types) {
      const named =
        ts.isTypeReferenceNode(part) && ts.isIdentifier(part.typeName) ? this.declarationOf(part.typeName) : part;
      if (named === undefined || !isRecord(named)) {
        return undefined;
      }
      parts.push(named);
    }
    return parts;
  }

  private core(node: ts.TypeReferenceNode, name: string): Type | undefined {
    const [first, second] = node.typeArguments ?? [];
    if (name === "range" && first !== undefined && second !== undefined) {
      const [min, max] = [this.declared.constantSize(first), this.declared.constantSize(second)];
      return min === undefined || max === undefined || min > max ? this.refuse(node) : int(min, max);
    }
    if (name === "FixedArray" && first !== undefined && second !== undefined) {
      const element = this.resolve(first);
      const length = this.declared.constantSize(second);
      if (length === undefined || length < 0 || length > MAX_LENGTH) {
        return this.refuse(node);
      }
      return element && { kind: "fixed", element, length };
    }
    if (name === "f64") {
      this.declared.usesFloats = true;
    }
    return NAMED[name] ?? this.refuse(node);
  }

  private union(node: ts.UnionTypeNode): Type | undefined {
    const others = node.types.filter(
      (part) => !(ts.isLiteralTypeNode(part) && part.literal.kind === ts.SyntaxKind.NullKeyword),
    );
    if (others.length === 1 && node.types.length === 2) {
      const of = this.resolve(others[0]);
      if (of === undefined || NULLABLE.has(of.kind)) {
        return of && this.declared.nullable(of);
      }
    }
    return this.refuse(node);
  }

  /** `0 | 1 | 2`, or `(typeof Level)[keyof typeof Level]` of integers: tsc holds the values, ts2c their range. */
  private integers(node: ts.TypeNode): Type | undefined {
    if (!ts.isIndexedAccessTypeNode(node) && !ts.isLiteralTypeNode(node) && !ts.isUnionTypeNode(node)) {
      return undefined;
    }
    const type = this.checker.getTypeFromTypeNode(this.declared.original(node));
    const values: number[] = [];
    for (const part of type.isUnion() ? type.types : [type]) {
      if (!part.isNumberLiteral() || !Number.isSafeInteger(part.value)) {
        return undefined;
      }
      values.push(part.value);
    }
    return int(Math.min(...values), Math.max(...values));
  }

  private refuse(node: ts.TypeNode): undefined {
    this.diagnostics.add(refuse.typeUnknown(node, node.getText(), hintFor(node)));
    return undefined;
  }

  /** The declaration behind a name, through imports. */
  private declarationOf(name: ts.Identifier): ts.Declaration | undefined {
    const symbol = this.checker.getSymbolAtLocation(this.declared.original(name));
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    const declarations = target?.declarations ?? [];
    return declarations.find((declaration) => !ts.isVariableDeclaration(declaration)) ?? declarations[0];
  }
}

function isRecord(node: ts.Node): node is Tagged {
  return (
    ts.isTypeLiteralNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    (ts.isTypeAliasDeclaration(node) && ts.isTypeLiteralNode(node.type))
  );
}

function hintFor(node: ts.TypeNode): string {
  switch (node.kind) {
    case ts.SyntaxKind.NumberKeyword:
      return "Write the integer's range: `u8`, `u16`, `i32`, `int`, `range<0, 15>`.";
    case ts.SyntaxKind.ArrayType:
      return "Write `FixedArray<T, n>`, a typed array, or `readonly T[]` for a constant table.";
    case ts.SyntaxKind.FunctionType:
      return "Give it a name: `type Handler = (event: u8) => void`.";
    case ts.SyntaxKind.TypeLiteral:
      return "Give it a name: `interface Name { readonly field: u8 }`.";
    case ts.SyntaxKind.UnionType:
    case ts.SyntaxKind.LiteralType:
      return 'Unions are `Type | null`, or texts under a name: `type Color = "red" | "green"`.';
    default:
      return "The table of types in docs/static-typescript.md lists what there is.";
  }
}
