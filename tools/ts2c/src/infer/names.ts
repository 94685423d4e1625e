/** Inference of names: variables, fields, members of enums and of objects of constants. */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import { fieldOf } from "../check/effects.ts";
import { typeOfFunction } from "../model/functions.ts";
import type { FieldInfo } from "../model/entities.ts";
import { BOOL, ERROR, FLOAT, INT, TEXT, typeName, type Type } from "../model/types.ts";
import { lengthOf } from "./arrays.ts";
import { type Inference, type Value, shortText } from "./inference.ts";
import { interval } from "./interval.ts";
import { ofConstant } from "./expressions.ts";

export function inferIdentifier(infer: Inference, node: ts.Identifier): Value {
  const entity = infer.program.entity(node);
  if (entity === undefined || !("pos" in entity)) {
    infer.complain(refuse.unknownName(node, node.text));
    return { type: ERROR };
  }
  const local = infer.results.locals.get(entity);
  if (local !== undefined) {
    const key = infer.keyOf(entity);
    const path = { key, root: key, fields: [] };
    return ofPath(infer, path, local.type.kind === "int" && !local.annotated ? INT : local.type);
  }
  const taken = infer.program.function(entity);
  if (taken !== undefined && !taken.module.isDriver) {
    return { type: { kind: "function", function: typeOfFunction(taken) } };
  }
  const known = infer.program.constant(entity);
  if (known === undefined) {
    infer.complain(refuse.unknownName(node, node.text));
    return { type: ERROR };
  }
  if (typeof known.value === "number" && known.type.kind !== "float") {
    return { ...ofConstant(known.value), ...(known.type.kind === "enum" && { type: known.type }) };
  }
  const key = infer.keyOf(entity);
  return asMember(infer, node, { ...ofPath(infer, { key, root: key, fields: [] }, known.type), constant: known.value });
}

/** An object of constants is nothing by itself: only its members are. */
function asMember(infer: Inference, node: ts.Expression, value: Value): Value {
  let whole = node;
  while (ts.isParenthesizedExpression(whole.parent)) {
    whole = whole.parent;
  }
  if (value.type.kind !== "constants" || ts.isPropertyAccessExpression(whole.parent)) {
    return value;
  }
  infer.complain(refuse.syntax(node, "an object of constants as a value", `Name a member: \`${node.getText()}.…\`.`));
  return { type: ERROR };
}

/** What is known of a variable or field. */
export function ofPath(
  infer: Inference,
  path: { key: string; root: string; fields: readonly FieldInfo[] },
  type: Type,
): Value {
  if (type.kind === "int") {
    return infer.atPath(path, type);
  }
  if (type.kind === "enum") {
    return { ...infer.atPath(path, { kind: "int", min: type.enum.min, max: type.enum.max }), type };
  }
  if (type.kind === "tagged") {
    infer.atom(path, interval(0, 0));
    const left = [...type.tagged.variants].filter(([text]) => !infer.state.excludes(path.key, text));
    return { type: left.length === 1 ? { kind: "record", record: left[0][1] } : type, path };
  }
  if (type.kind === "nullable") {
    infer.atom(path, type.of.kind === "int" ? interval(type.of.min, type.of.max) : interval(0, 0));
    return infer.state.isNonNull(path.key) ? ofPath(infer, path, type.of) : { type, path };
  }
  return { type, path };
}

export function inferProperty(infer: Inference, node: ts.PropertyAccessExpression, expected: Type | undefined): Value {
  const member = enumMember(infer, node);
  if (member !== undefined) {
    return member;
  }
  const object = infer.evaluate(node.expression);
  if (object.type.kind === "constants") {
    return constantMember(infer, node, object.constant as Readonly<Record<string, unknown>>, expected);
  }
  if (object.type.kind === "error") {
    return { type: ERROR };
  }
  if (node.name.text === "length" && ["view", "fixed", "table"].includes(object.type.kind)) {
    return lengthOf(infer, node.expression, object);
  }
  if (object.type.kind === "nullable") {
    infer.complain(refuse.maybeNull(node.expression, shortText(node.expression)));
    return { type: ERROR };
  }
  if (object.type.kind === "tagged" && object.type.tagged.tagField === node.name.text) {
    return { type: { kind: "union", union: object.type.tagged.tags } };
  }
  if (object.type.kind === "record" && object.type.record.tag?.field === node.name.text) {
    return { type: TEXT, constant: object.type.record.tag.text };
  }
  const field =
    object.type.kind === "class" || object.type.kind === "record"
      ? fieldOf(infer.program, node, object.type)
      : undefined;
  if (field === undefined) {
    infer.complain(refuse.member(node, typeName(object.type), node.name.text, insteadOf(infer, node, object.type)));
    return { type: ERROR };
  }
  return fieldValue(infer, object, field);
}

/** What to write instead of a member that there is for tsc alone. */
function insteadOf(infer: Inference, node: ts.PropertyAccessExpression, { kind, ...type }: Type): string {
  const text = shortText(node.expression);
  const entity = infer.program.entity(node.name);
  if (kind === "text") {
    return `A text's bytes are \`utf8(${text})\`.`;
  }
  if ("tagged" in type) {
    return `Only some variants have it: test \`${text}.${type.tagged.tagField}\` before.`;
  }
  return entity !== undefined && "pos" in entity && ts.isMethodDeclaration(entity)
    ? "A method is called where it is named; as a value there are functions of the top level."
    : "";
}

/** What is known of a field of an object. */
export function fieldValue(infer: Inference, object: Value, field: FieldInfo): Value {
  const { path } = object;
  if (path === undefined) {
    return valueOfType(field.type);
  }
  // A read-only field can't change while its owner stays, so only a field that can be stored to is on the list.
  const fields = field.readonly && !isInConstructor(infer) ? path.fields : [...path.fields, field];
  // Two variants of a union may have fields of one name.
  const key = `${path.key}.${field.name}${infer.keyOf(field.declaration)}`;
  return ofPath(infer, { key, root: path.root, fields }, field.type);
}

/** A constructor may set a read-only field again. */
export function isInConstructor(infer: Inference): boolean {
  return infer.current !== undefined && ts.isConstructorDeclaration(infer.current.declaration);
}

/** `Color.Red`. */
function enumMember(infer: Inference, node: ts.PropertyAccessExpression): Value | undefined {
  const entity = infer.program.entity(node.name);
  if (entity === undefined || !("pos" in entity) || !ts.isEnumMember(entity)) {
    return undefined;
  }
  const info = infer.program.enum(entity.parent);
  const value = info.members.get(node.name.text) ?? 0;
  return { ...ofConstant(value), type: { kind: "enum", enum: info } };
}

/** `Mode.on` of an object of constants. */
function constantMember(
  infer: Inference,
  node: ts.PropertyAccessExpression,
  object: Readonly<Record<string, unknown>>,
  expected: Type | undefined,
): Value {
  const value = Object.hasOwn(object, node.name.text) ? object[node.name.text] : undefined;
  switch (typeof value) {
    case "number":
      return Number.isSafeInteger(value) ? ofConstant(value) : { type: FLOAT };
    case "boolean":
      return { type: BOOL, constant: value };
    case "string":
      return {
        type: expected?.kind === "union" && expected.union.members.includes(value) ? expected : TEXT,
        constant: value,
      };
    case "object":
      return asMember(infer, node, { type: { kind: "constants" }, constant: value });
    default:
      infer.complain(refuse.member(node, node.expression.getText(), node.name.text));
      return { type: ERROR };
  }
}

/** A value of which only the type is known. */
export function valueOfType(type: Type): Value {
  if (type.kind === "enum") {
    return { type, interval: interval(type.enum.min, type.enum.max) };
  }
  return type.kind === "int" ? { type, interval: interval(type.min, type.max) } : { type };
}
