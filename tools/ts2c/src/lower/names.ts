/** Lowering of names: variables, fields, members of enums and of objects of constants. */
import ts from "typescript";
import { floatLiteral, floatOf } from "./floats.ts";
import { bool, lowerTextOf, ofNumber } from "./expressions.ts";
import { bare } from "../model/bare.ts";
import { snake } from "../model/names.ts";
import { fieldOf } from "../check/effects.ts";
import type { LocalInfo, Storage } from "../model/entities.ts";
import { type Type } from "../model/types.ts";
import { lengthOf } from "./arrays.ts";
import { literalType, type Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { address, type CExpression, literal, member, name } from "./tree.ts";
import type { Program } from "../model/program.ts";
import { cType, isMaybeName, passedType, registerType } from "./types.ts";

/** The enumerator of a union's member: `p1_crc` and `"x25"` → `P1_CRC_X25`. */
export function memberName(union: string, text: string): string {
  // A sign has no name: its number stands for it, so that `"{"` and `"}"` are two.
  const spelt = text.replace(/[^A-Za-z0-9 _-]/gu, (sign) => ` x${sign.codePointAt(0)!.toString(16)} `);
  const own = spelt
    .trim()
    .replace(/[ _-]+/g, "_")
    .toUpperCase();
  return `${union.toUpperCase()}_${own === "" ? "EMPTY" : own}`;
}

/** The member of the C union that holds a variant: like its enumerator, which no other variant's is. */
export function variantName(text: string): string {
  return memberName("as", text).toLowerCase();
}

export function lowerIdentifier(lowering: Lowering, node: ts.Identifier): Lowered {
  return narrowed(lowering, node, lowerVariable(lowering, lowering.program.entity(node) as ts.Declaration));
}

/** Of a `T | null` that is known not to be null, and of a tagged union whose variant is known, what is inside. */
export function narrowed(lowering: Lowering, node: ts.Expression, value: Lowered): Lowered {
  const type = lowering.typeOf(node);
  if (type === undefined || type.kind === "nullable") {
    return value;
  }
  return insideOf(lowering, value, type, declaredTagged(lowering, node));
}

/** What is inside of a value that is known to be of this type. */
export function insideOf(lowering: Lowering, value: Lowered, type: Type, isTagged: boolean): Lowered {
  const inside = isMaybeName(lowering.program, value.type) ? member(value.tree, "value", false) : value.tree;
  const isVariant = type.kind === "record" && type.record.tag !== undefined && isTagged;
  const tree = isVariant ? member(inside, variantName(type.record.tag!.text), false) : inside;
  return tree === value.tree ? value : { tree, type: cType(type), interval: undefined };
}

/** Whether the variable or field was declared as a tagged union, and not as one of its records. */
function declaredTagged(lowering: Lowering, node: ts.Expression): boolean {
  const entity = ts.isIdentifier(node) ? lowering.program.entity(node) : undefined;
  const variable = entity && "pos" in entity ? entity : undefined;
  const type = ts.isPropertyAccessExpression(node)
    ? fieldOf(lowering.program, node, lowering.typeOf(node.expression))?.type
    : variable && (lowering.results.locals.get(variable)?.type ?? lowering.program.constant(variable)?.type);
  return isTaggedInside(type);
}

export function isTaggedInside(type: Type | undefined): boolean {
  return (type?.kind === "nullable" ? type.of : type)?.kind === "tagged";
}

/** A local, a parameter or a module constant as it lies in memory, whatever is known of it. */
export function lowerVariable(lowering: Lowering, declaration: ts.Declaration): Lowered {
  const local = lowering.results.locals.get(declaration);
  if (local !== undefined) {
    lowering.mentioned.add(local.cName);
    return stored(name(local.cName), local.type, local.storage, localType(lowering.program, local));
  }
  const taken = lowering.program.function(declaration);
  if (taken !== undefined) {
    lowering.uses.declarations.add(declaration);
    return { tree: name(taken.cName), type: "function", interval: undefined };
  }
  const constant = lowering.program.constant(declaration)!;
  lowering.uses.declarations.add(declaration);
  if (typeof constant.value === "number" && constant.type.kind !== "float") {
    return ofNamedNumber(constant.cName, constant.value);
  }
  if (constant.type.kind === "view" && constant.value !== undefined) {
    const { length } = constant.value as Uint8Array;
    return ofView("ts_bytes", name(constant.cName), ofNumber(length).tree);
  }
  if (constant.type.kind === "table" || constant.type.kind === "fixed") {
    return { tree: name(constant.cName), type: "array", interval: undefined };
  }
  return stored(name(constant.cName), constant.type, constant.storage, cType(constant.type));
}

/** A name of the preprocessor for a number. */
function ofNamedNumber(text: string, value: number): Lowered {
  return { ...ofNumber(value), tree: { kind: "literal", text, named: true }, type: literalType(value) };
}

/** A variable's or field's value, by how it lies in memory. */
function stored(tree: CExpression, type: Type, storage: Storage | undefined, c: string): Lowered {
  if (type.kind === "view" && storage?.kind === "elements") {
    const span = type.readonly ? "ts_bytes" : `ts_span_${type.element}`;
    return ofView(span, tree, literal(String(storage.length)));
  }
  if (type.kind === "fixed") {
    return { tree, type: "array", interval: undefined };
  }
  if (type.kind === "class" && storage !== undefined) {
    return { tree: address(tree), type: cType(type), interval: undefined };
  }
  return { tree, type: c, interval: undefined };
}

function ofView(type: string, data: CExpression, length: CExpression): Lowered {
  const tree: CExpression = {
    kind: "compound",
    type,
    fields: [
      ["data", data],
      ["length", length],
    ],
  };
  return { tree, type, interval: undefined };
}

/** Locals are as wide as registers, so that no store has to cut one to its range, which is proven; what comes from elsewhere is as there. */
export function localType(program: Program, { declaration, type }: LocalInfo): string {
  if (ts.isParameter(declaration)) {
    return passedType(program, program.function(declaration.parent)!, type);
  }
  return type.kind === "int" && !ts.isForOfStatement(declaration.parent.parent)
    ? registerType(type.min, type.max)
    : cType(type);
}

export function lowerProperty(lowering: Lowering, node: ts.PropertyAccessExpression): Lowered {
  const constant = constantMember(lowering, node) ?? tagOf(lowering, node);
  if (constant !== undefined) {
    return constant;
  }
  const objectType = lowering.typeOf(node.expression);
  if (node.name.text === "length" && objectType !== undefined && ["view", "fixed", "table"].includes(objectType.kind)) {
    return lengthOf(lowering, node.expression);
  }
  return narrowed(lowering, node, lowerField(lowering, node));
}

/** `Color.Red` of an enum, `Mode.on` of an object of constants. */
function constantMember(lowering: Lowering, node: ts.PropertyAccessExpression): Lowered | undefined {
  const entity = lowering.program.entity(node.name);
  if (entity !== undefined && "pos" in entity && ts.isEnumMember(entity)) {
    const info = lowering.program.enum(entity.parent);
    const text = memberName(info.cName, snake(node.name.text));
    return ofNamedNumber(text, info.members.get(node.name.text)!);
  }
  const value = constantAt(lowering, node);
  switch (typeof value) {
    case "number":
      return Number.isSafeInteger(value) ? ofNumber(value) : floatOf(floatLiteral(value));
    case "boolean":
      return bool(literal(String(value)));
    case "string":
      return lowerTextOf(value, lowering.typeOf(node));
    default:
      return undefined;
  }
}

/** `shape.kind`: the tag, or the text that a variant is known to have. */
function tagOf(lowering: Lowering, node: ts.PropertyAccessExpression): Lowered | undefined {
  const type = lowering.typeOf(node.expression);
  if (type?.kind === "tagged" && type.tagged.tagField === node.name.text) {
    const object = lowering.expression(node.expression);
    return { tree: member(object.tree, "tag", false), type: `${type.tagged.tags.cName}_t`, interval: undefined };
  }
  const tag = type?.kind === "record" ? type.record.tag : undefined;
  if (tag?.field !== node.name.text) {
    return undefined;
  }
  lowering.keepEffect(node.expression, lowering.expression(node.expression).tree);
  return lowerTextOf(tag.text, undefined);
}

/** The value of a path into an object of constants. */
function constantAt(lowering: Lowering, path: ts.Expression): unknown {
  const node = bare(path);
  if (ts.isPropertyAccessExpression(node)) {
    const object = constantAt(lowering, node.expression);
    return typeof object === "object" && object !== null
      ? (object as Record<string, unknown>)[node.name.text]
      : undefined;
  }
  const entity = ts.isIdentifier(node) ? lowering.program.entity(node) : undefined;
  const constant = entity && "pos" in entity ? lowering.program.constant(entity) : undefined;
  return constant?.type.kind === "constants" ? constant.value : undefined;
}

function lowerField(lowering: Lowering, node: ts.PropertyAccessExpression): Lowered {
  return fieldIn(lowering, node, lowering.expression(node.expression));
}

/** The field that `node` names, in an object that is lowered already. */
export function fieldIn(lowering: Lowering, node: ts.PropertyAccessExpression, object: Lowered): Lowered {
  const field = fieldOf(lowering.program, node, lowering.typeOf(node.expression))!;
  const isPointer = object.type.endsWith("*");
  return stored(member(object.tree, field.cName, isPointer), field.type, field.storage, cType(field.type));
}
