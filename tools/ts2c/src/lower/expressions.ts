/** Lowering of expressions: one function per kind of syntax, found in one table. */
import ts from "typescript";
import { snake } from "../model/names.ts";
import { fieldOf } from "../check/effects.ts";
import type { Storage } from "../model/entities.ts";
import { ELEMENTS, INT, type Type } from "../model/types.ts";
import { arrayOf, lengthOf } from "./arrays.ts";
import { lowerBinary, lowerUnary } from "./arithmetic.ts";
import { lowerCall } from "./calls.ts";
import { intLiteral, isIntType, operand, type Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { textLiteral } from "./text.ts";
import { address, type CExpression, literal, member, name } from "./tree.ts";
import { cType, elementCType, isMaybeName, narrowest } from "./types.ts";

type Visitor<N extends ts.Expression> = (lowering: Lowering, node: N) => Lowered;

const VISITORS = new Map<ts.SyntaxKind, Visitor<never>>([
  [ts.SyntaxKind.NumericLiteral, lowerNumber],
  [ts.SyntaxKind.StringLiteral, lowerText],
  [ts.SyntaxKind.TrueKeyword, () => bool(literal("true"))],
  [ts.SyntaxKind.FalseKeyword, () => bool(literal("false"))],
  [ts.SyntaxKind.NullKeyword, () => ({ tree: literal("NULL"), type: "NULL", interval: undefined })],
  [ts.SyntaxKind.Identifier, lowerIdentifier],
  [ts.SyntaxKind.ThisKeyword, lowerThis],
  [
    ts.SyntaxKind.ParenthesizedExpression,
    (lowering, node: ts.ParenthesizedExpression) => lowering.expression(node.expression),
  ],
  [ts.SyntaxKind.PropertyAccessExpression, lowerProperty],
  [ts.SyntaxKind.ElementAccessExpression, lowerElement],
  [ts.SyntaxKind.PrefixUnaryExpression, lowerUnary],
  [ts.SyntaxKind.BinaryExpression, lowerBinary],
  [ts.SyntaxKind.ConditionalExpression, lowerConditional],
  [ts.SyntaxKind.CallExpression, lowerCall],
  [ts.SyntaxKind.ObjectLiteralExpression, lowerRecord],
]);

export function lowerExpression(lowering: Lowering, node: ts.Expression): Lowered {
  const visitor = VISITORS.get(node.kind) as Visitor<ts.Expression> | undefined;
  if (visitor === undefined) {
    throw new Error(`nothing lowers ${ts.SyntaxKind[node.kind]} at ${node.getText()}`);
  }
  const given = visitor(lowering, node);
  // Whatever gives a fixed array, its value is where the elements lie.
  const lowered = lowering.typeOf(node)?.kind === "fixed" ? { ...given, type: "array" } : given;
  const interval = isIntType(lowered.type) ? (lowering.intervalOf(node) ?? lowered.interval) : undefined;
  return { ...lowered, interval };
}

export function bool(tree: CExpression): Lowered {
  return { tree, type: "bool", interval: undefined };
}

function lowerNumber(_lowering: Lowering, node: ts.NumericLiteral): Lowered {
  return ofNumber(Number(node.text), /^0x/i.test(node.getText()));
}

export function ofNumber(value: number, hex = false): Lowered {
  const narrow = narrowest(value, value);
  const type = narrow === "int64_t" || narrow === "uint32_t" ? narrow : "int32_t";
  return { tree: intLiteral(value, type, hex), type, interval: { min: value, max: value, negativeZero: false } };
}

function lowerText(lowering: Lowering, node: ts.StringLiteral): Lowered {
  return lowerTextOf(node.text, lowering.typeOf(node));
}

function lowerTextOf(text: string, type: Type | undefined): Lowered {
  if (type?.kind === "union") {
    return { tree: name(memberName(type.union.cName, text)), type: cType(type), interval: undefined };
  }
  return {
    tree: { kind: "call", callee: "TS_TEXT", arguments: [textLiteral(text)] },
    type: "ts_bytes",
    interval: undefined,
  };
}

/** The enumerator of a union's member: `p1_crc` and `"x25"` → `P1_CRC_X25`. */
export function memberName(union: string, text: string): string {
  const own = text.replace(/[^A-Za-z0-9]+/g, "_").toUpperCase();
  return `${union.toUpperCase()}_${own === "" ? "EMPTY" : own}`;
}

/** The member of the C union that holds a variant. */
export function variantName(text: string): string {
  return `as_${text.replace(/[^A-Za-z0-9]+/g, "_").toLowerCase()}`;
}

function lowerThis(lowering: Lowering): Lowered {
  return { tree: name("self"), type: `${lowering.current?.owner?.cName ?? "self"}_t *`, interval: undefined };
}

function lowerIdentifier(lowering: Lowering, node: ts.Identifier): Lowered {
  return narrowed(lowering, node, lowerPlaceOf(lowering, node));
}

/** A variable or field as it lies in memory, whatever is known of it. */
export function lowerPlaceOf(lowering: Lowering, node: ts.Identifier | ts.PropertyAccessExpression): Lowered {
  return ts.isIdentifier(node)
    ? lowerVariable(lowering, lowering.program.entity(node) as ts.Declaration)
    : lowerField(lowering, node);
}

/** Of a `T | null` that is known not to be null, and of a tagged union whose variant is known, what is inside. */
function narrowed(lowering: Lowering, node: ts.Expression, value: Lowered): Lowered {
  const type = lowering.typeOf(node);
  if (type === undefined || type.kind === "nullable") {
    return value;
  }
  const inside = isMaybeName(value.type) ? member(value.tree, "value", false) : value.tree;
  const isVariant = type.kind === "record" && type.record.tag !== undefined && declaredTagged(lowering, node);
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
  const inside = type?.kind === "nullable" ? type.of : type;
  return inside?.kind === "tagged";
}

/** A local, a parameter or a module constant. */
export function lowerVariable(lowering: Lowering, declaration: ts.Declaration): Lowered {
  const local = lowering.results.locals.get(declaration);
  if (local !== undefined) {
    lowering.mentioned.add(local.cName);
    return stored(name(local.cName), local.type, local.storage, localType(local.type, local.annotated));
  }
  const taken = lowering.program.function(declaration);
  if (taken !== undefined) {
    lowering.uses.declarations.add(declaration);
    return { tree: name(taken.cName), type: "function", interval: undefined };
  }
  const constant = lowering.program.constant(declaration)!;
  lowering.uses.declarations.add(declaration);
  if (typeof constant.value === "number") {
    return { ...ofNumber(constant.value), tree: { kind: "literal", text: constant.cName, named: true } };
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

/** Locals without annotation are as wide as registers. */
export function localType(type: Type, annotated: boolean): string {
  return type.kind === "int" && !annotated ? wide(type.min, type.max) : cType(type);
}

function wide(min: number, max: number): string {
  const narrow = narrowest(min, max);
  if (narrow === "int64_t") {
    return narrow;
  }
  return min >= 0 ? "uint32_t" : "int32_t";
}

function lowerProperty(lowering: Lowering, node: ts.PropertyAccessExpression): Lowered {
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
    return { ...ofNumber(info.members.get(node.name.text)!), tree: { kind: "literal", text, named: true } };
  }
  const value = constantAt(lowering, node);
  switch (typeof value) {
    case "number":
      return ofNumber(value);
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
  return tag?.field === node.name.text ? lowerTextOf(tag.text, undefined) : undefined;
}

/** The value of a path into an object of constants. */
function constantAt(lowering: Lowering, node: ts.Expression): unknown {
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

function lowerElement(lowering: Lowering, node: ts.ElementAccessExpression): Lowered {
  const nodes = [node.expression, node.argumentExpression];
  const [array, index] = lowering.inOrder(nodes, [
    () => lowering.expression(node.expression),
    () => lowering.expression(node.argumentExpression),
  ]);
  return elementOf(lowering, node, array, index.tree);
}

/** `array[index]`; instances lie in the array, so that their value is their address. */
export function elementOf(
  lowering: Lowering,
  node: ts.ElementAccessExpression | ts.ForOfStatement,
  array: Lowered,
  index: CExpression,
): Lowered {
  const type = lowering.typeOf(node.expression)!;
  const tree: CExpression = { kind: "index", array: arrayOf(lowering, array).data, index };
  if (type.kind === "view") {
    return { tree, type: elementCType(type.element), interval: { ...ELEMENTS[type.element], negativeZero: false } };
  }
  const element = type.kind === "fixed" || type.kind === "table" ? type.element : INT;
  return element.kind === "class"
    ? { tree: address(tree), type: cType(element), interval: undefined }
    : { tree, type: cType(element), interval: undefined };
}

function lowerConditional(lowering: Lowering, node: ts.ConditionalExpression): Lowered {
  const { whenTrue, whenFalse } = node;
  const known =
    lowering.typeOf(whenTrue) === undefined
      ? whenFalse
      : lowering.typeOf(whenFalse) === undefined
        ? whenTrue
        : undefined;
  if (known !== undefined) {
    return lowering.expression(known);
  }
  const test = lowering.expression(node.condition).tree;
  const [yes, before] = branch(lowering, whenTrue);
  const [no, beforeNo] = branch(lowering, whenFalse);
  const type = conditionalType(lowering, node, yes, no);
  const [yesTree, noTree] = [
    conditionalValue(lowering, whenTrue, node, yes, type),
    conditionalValue(lowering, whenFalse, node, no, type),
  ];
  if (before.length === 0 && beforeNo.length === 0) {
    return { tree: { kind: "conditional", test, yes: yesTree, no: noTree }, type, interval: undefined };
  }
  const target = lowering.temporary(type, undefined);
  lowering.out.push({
    kind: "if",
    test,
    then: [...before, { kind: "assign", target, operator: "=", value: yesTree }],
    otherwise: [...beforeNo, { kind: "assign", target, operator: "=", value: noTree }],
  });
  return { tree: target, type, interval: undefined };
}

function branch(lowering: Lowering, node: ts.Expression): [Lowered, readonly import("./tree.ts").CStatement[]] {
  let value: Lowered | undefined;
  const before = lowering.collect(() => {
    value = lowering.expression(node);
  });
  return [value!, before];
}

function conditionalType(lowering: Lowering, node: ts.ConditionalExpression, yes: Lowered, no: Lowered): string {
  if (isIntType(yes.type) && isIntType(no.type)) {
    return lowering.operationType([yes, no]);
  }
  const type = lowering.typeOf(node);
  return type === undefined ? yes.type : cType(type);
}

function conditionalValue(
  lowering: Lowering,
  node: ts.Expression,
  whole: ts.ConditionalExpression,
  value: Lowered,
  type: string,
): CExpression {
  if (isIntType(type)) {
    return value.tree.kind === "literal" ? operand(value, type, true) : convertInt(value, type);
  }
  return lowering.converted(node, value, lowering.typeOf(whole)!);
}

function convertInt(value: Lowered, type: string): CExpression {
  return value.type === type || (type === "int32_t" && narrowerThanInt(value.type))
    ? value.tree
    : { kind: "cast", type, operand: value.tree };
}

function narrowerThanInt(type: string): boolean {
  return ["uint8_t", "int8_t", "uint16_t", "int16_t"].includes(type);
}

function lowerRecord(lowering: Lowering, node: ts.ObjectLiteralExpression): Lowered {
  const type = lowering.typeOf(node);
  if (type?.kind !== "record") {
    throw new Error("a literal without its type");
  }
  const properties = node.properties.filter((property) => property.name?.getText() !== type.record.tag?.field);
  const values = lowering.inOrder(
    properties,
    properties.map((property) => () => {
      const field = type.record.fields.find((each) => each.name === property.name?.getText())!;
      const tree = ts.isPropertyAssignment(property)
        ? lowering.into(property.initializer, field.type)
        : shorthand(lowering, property as ts.ShorthandPropertyAssignment, field.type);
      return { tree, type: cType(field.type), interval: undefined };
    }),
  );
  const fields = properties.map((property, index): [string, CExpression] => {
    const field = type.record.fields.find((each) => each.name === property.name?.getText())!;
    return [field.cName, values[index].tree];
  });
  return { tree: { kind: "compound", type: cType(type), fields }, type: cType(type), interval: undefined };
}

function shorthand(lowering: Lowering, node: ts.ShorthandPropertyAssignment, type: Type): CExpression {
  const declaration = lowering.program.checker.getShorthandAssignmentValueSymbol(node)!.valueDeclaration!;
  const value = lowerVariable(lowering, declaration);
  const known = lowering.results.values.get(node.name);
  const whole = isIntType(value.type) ? { ...value, interval: known?.interval } : value;
  return lowering.convertTo(whole, known?.type, type);
}
