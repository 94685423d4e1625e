/** The types that a program names: unions of texts, enums, tagged unions, types of functions. */
import ts from "typescript";
import { isInteger } from "./constant-int.ts";
import { type Diagnostics, refuse } from "../diagnostics.ts";
import type { ClassInfo, EnumInfo, FunctionTypeInfo, Module, RecordInfo, TaggedInfo, UnionInfo } from "./entities.ts";
import { snake, typeName } from "./names.ts";
import type { Type } from "./types.ts";

/** What a variant of a tagged union is written as. */
export type Tagged = ts.InterfaceDeclaration | ts.TypeAliasDeclaration | ts.TypeLiteralNode;

export abstract class NamedTypes {
  readonly checker: ts.TypeChecker;
  readonly diagnostics: Diagnostics;
  readonly unions: UnionInfo[] = [];
  readonly enums: EnumInfo[] = [];
  readonly functionTypes: FunctionTypeInfo[] = [];
  readonly taggedUnions: TaggedInfo[] = [];
  /** Whether something is an `f64`. */
  usesFloats = false;
  /** Records and unions of which there is a `T | null`. */
  readonly nullables = new Set<RecordInfo | UnionInfo | ClassInfo | TaggedInfo>();

  constructor(checker: ts.TypeChecker, diagnostics: Diagnostics) {
    this.checker = checker;
    this.diagnostics = diagnostics;
  }

  abstract module(node: ts.Node): Module;
  abstract record(declaration: RecordInfo["declaration"], given?: string): RecordInfo;
  abstract declaredType(node: ts.TypeNode | undefined, at: ts.Node, what: string): Type;

  union(declaration: ts.TypeAliasDeclaration): UnionInfo | undefined {
    const known = this.unions.find((each) => each.declaration === declaration && each.name === declaration.name.text);
    if (known !== undefined) {
      return known;
    }
    const members = textMembers(declaration.type) ?? this.literalTexts(declaration.type);
    if (members === undefined) {
      if (ts.isTypeLiteralNode(declaration.type)) {
        this.record(declaration);
      }
      return undefined;
    }
    const module = this.module(declaration);
    const name = declaration.name.text;
    const info: UnionInfo = { module, name, cName: typeName(module.prefix, name), declaration, members };
    this.unions.push(info);
    return info;
  }

  enum(declaration: ts.EnumDeclaration): EnumInfo {
    const known = this.enums.find((each) => each.declaration === declaration);
    if (known !== undefined) {
      return known;
    }
    const module = this.module(declaration);
    const name = declaration.name.text;
    const members = new Map<string, number>();
    for (const member of declaration.members) {
      const value = this.checker.getConstantValue(member);
      if (typeof value === "number" && isInteger(value) && ts.isIdentifier(member.name)) {
        members.set(member.name.text, value);
      } else {
        this.diagnostics.add(
          refuse.syntax(member, "this member", 'An enum has integers; for texts write `type Color = "red" | "green"`.'),
        );
      }
    }
    const values = members.size === 0 ? [0] : [...members.values()];
    const cName = typeName(module.prefix, name);
    const [min, max] = [Math.min(...values), Math.max(...values)];
    const info: EnumInfo = { module, name, cName, declaration, members, min, max };
    this.enums.push(info);
    return info;
  }

  functionType(declaration: ts.TypeAliasDeclaration, node: ts.FunctionTypeNode): FunctionTypeInfo | undefined {
    const known = this.functionTypes.find((each) => each.declaration === declaration);
    if (known !== undefined) {
      return known;
    }
    if (node.typeParameters !== undefined) {
      return undefined;
    }
    const module = this.module(declaration);
    const name = declaration.name.text;
    const parameters = node.parameters.map((each) => this.declaredType(each.type, each, "the parameter"));
    const returns = this.declaredType(node.type, node, "what the function returns");
    const info = { name, cName: typeName(module.prefix, name), module, declaration, parameters, returns };
    this.functionTypes.push(info);
    return info;
  }

  nullable(of: Type): Type {
    if (of.kind === "record") {
      this.nullables.add(of.record);
    } else if (of.kind === "union") {
      this.nullables.add(of.union);
    } else if (of.kind === "tagged") {
      this.nullables.add(of.tagged);
    }
    return { kind: "nullable", of };
  }

  /** `type Shape = Circle | Square`. */
  tagged(declaration: ts.TypeAliasDeclaration, parts: readonly Tagged[]): TaggedInfo | undefined {
    const known = this.taggedUnions.find((each) => each.declaration === declaration);
    if (known !== undefined) {
      return known;
    }
    const module = this.module(declaration);
    const name = declaration.name.text;
    const records = parts.map((part, index) =>
      this.record(part, ts.isTypeLiteralNode(part) ? `${name}${String(index + 1)}` : ""),
    );
    const tagField = records[0]?.tag?.field;
    const texts = records.map((record) => (record.tag?.field === tagField ? record.tag?.text : undefined));
    const members = texts.filter((text) => text !== undefined);
    if (tagField === undefined || new Set(members).size !== records.length) {
      return undefined;
    }
    const cName = typeName(module.prefix, name);
    const tags = { module, name: `${name}["${tagField}"]`, cName: `${cName}_${snake(tagField)}`, declaration, members };
    this.unions.push(tags);
    const variants = new Map(records.map((record, index) => [members[index], record]));
    const info: TaggedInfo = { module, name, cName, declaration, tagField, tags, variants };
    this.taggedUnions.push(info);
    return info;
  }

  /** The texts behind `(typeof Mode)[keyof typeof Mode]`. */
  private literalTexts(node: ts.TypeNode): string[] | undefined {
    if (!ts.isIndexedAccessTypeNode(node)) {
      return undefined;
    }
    const type = this.checker.getTypeFromTypeNode(node);
    const parts = type.isUnion() ? type.types : [type];
    return parts.every((part) => part.isStringLiteral()) ? parts.map((part) => part.value) : undefined;
  }
}

function textMembers(node: ts.TypeNode): string[] | undefined {
  const parts = ts.isUnionTypeNode(node) ? node.types : [node];
  const members: string[] = [];
  for (const part of parts) {
    if (!ts.isLiteralTypeNode(part) || !ts.isStringLiteral(part.literal)) {
      return undefined;
    }
    members.push(part.literal.text);
  }
  return members;
}
