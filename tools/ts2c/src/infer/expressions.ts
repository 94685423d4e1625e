/** Inference of expressions: one function per kind of syntax, found in one table. */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import { fieldOf } from "../check/effects.ts";
import {
  BOOL,
  ELEMENTS,
  ERROR,
  INT,
  MAX_LENGTH,
  NULL,
  TEXT,
  isAssignable,
  typeName,
  type Type,
} from "../model/types.ts";
import { constantInt } from "../model/storage.ts";
import { inferBinary, inferUnary } from "./arithmetic.ts";
import { inferCall } from "./calls.ts";
import { inferCondition } from "./conditions.ts";
import { type Inference, type Value, shortText } from "./inference.ts";
import { interval, join, show } from "./interval.ts";
import { constant, minus } from "./linear.ts";
import { State } from "./state.ts";

type Visitor<N extends ts.Expression> = (infer: Inference, node: N, expected: Type | undefined) => Value;

const VISITORS = new Map<ts.SyntaxKind, Visitor<never>>([
  [ts.SyntaxKind.NumericLiteral, inferNumber],
  [ts.SyntaxKind.StringLiteral, inferText],
  [ts.SyntaxKind.TrueKeyword, () => ({ type: BOOL })],
  [ts.SyntaxKind.FalseKeyword, () => ({ type: BOOL })],
  [ts.SyntaxKind.NullKeyword, () => ({ type: NULL })],
  [ts.SyntaxKind.Identifier, inferIdentifier],
  [ts.SyntaxKind.ThisKeyword, inferThis],
  [ts.SyntaxKind.ParenthesizedExpression, inferParenthesized],
  [ts.SyntaxKind.PropertyAccessExpression, inferProperty],
  [ts.SyntaxKind.ElementAccessExpression, inferElement],
  [ts.SyntaxKind.PrefixUnaryExpression, inferUnary],
  [ts.SyntaxKind.BinaryExpression, inferBinary],
  [ts.SyntaxKind.ConditionalExpression, inferConditional],
  [ts.SyntaxKind.CallExpression, inferCall],
  [ts.SyntaxKind.ObjectLiteralExpression, inferRecord],
]);

export function evaluateExpression(infer: Inference, node: ts.Expression, expected: Type | undefined): Value {
  const visitor = VISITORS.get(node.kind) as Visitor<ts.Expression> | undefined;
  if (visitor === undefined) {
    // Check has refused the syntax, or creation stands where memory can't be made.
    if (ts.isNewExpression(node)) {
      infer.complain(refuse.creation(node));
    }
    return { type: ERROR };
  }
  return visitor(infer, node, expected);
}

function inferNumber(infer: Inference, node: ts.NumericLiteral): Value {
  const value = Number(node.text);
  if (!Number.isSafeInteger(value)) {
    infer.complain(refuse.notInteger(node, node.getText()));
    return { type: ERROR };
  }
  return ofConstant(value);
}

export function ofConstant(value: number): Value {
  return { type: { kind: "int", min: value, max: value }, interval: interval(value, value), linear: constant(value) };
}

function inferText(infer: Inference, node: ts.StringLiteral, expected: Type | undefined): Value {
  if (expected?.kind === "union") {
    if (expected.union.members.includes(node.text)) {
      return { type: expected };
    }
    infer.complain(refuse.notAssignable(node, node.getText(), typeName(expected)));
  }
  return { type: TEXT };
}

function inferThis(infer: Inference): Value {
  const owner = infer.current?.owner;
  if (owner === undefined) {
    return { type: ERROR };
  }
  return { type: { kind: "class", class: owner }, path: { key: "this", root: "this", fields: [] } };
}

function inferParenthesized(infer: Inference, node: ts.ParenthesizedExpression, expected: Type | undefined): Value {
  return infer.evaluate(node.expression, expected);
}

function inferIdentifier(infer: Inference, node: ts.Identifier): Value {
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
  const known = infer.program.constant(entity);
  if (known === undefined) {
    infer.complain(refuse.unknownName(node, node.text));
    return { type: ERROR };
  }
  if (known.type.kind === "int" && typeof known.value === "number") {
    return ofConstant(known.value);
  }
  const key = infer.keyOf(entity);
  return { ...ofPath(infer, { key, root: key, fields: [] }, known.type), constant: known.value };
}

/** What is known of a variable or field. */
function ofPath(infer: Inference, path: { key: string; root: string; fields: readonly never[] }, type: Type): Value {
  if (type.kind === "int") {
    return infer.atPath(path, type);
  }
  if (type.kind === "nullable") {
    infer.atom(path, interval(0, 0));
    return { type: infer.state.isNonNull(path.key) ? type.of : type, path };
  }
  return { type, path };
}

function inferProperty(infer: Inference, node: ts.PropertyAccessExpression): Value {
  const object = infer.evaluate(node.expression);
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
  const field =
    object.type.kind === "class" || object.type.kind === "record" ? fieldOf(infer.program, node) : undefined;
  if (field === undefined) {
    infer.complain(refuse.member(node, typeName(object.type), node.name.text));
    return { type: ERROR };
  }
  if (object.path === undefined) {
    return valueOfType(field.type);
  }
  const { path } = object;
  // A read-only field can't change while its owner stays, so only a field that can be stored to is on the list.
  const fields = field.readonly ? path.fields : [...path.fields, field];
  return ofPath(infer, { key: `${path.key}.${field.name}`, root: path.root, fields: fields as never[] }, field.type);
}

/** A value of which only the type is known. */
export function valueOfType(type: Type): Value {
  return type.kind === "int" ? { type, interval: interval(type.min, type.max) } : { type };
}

/** The length of an array, as far as it is known. */
export function lengthOf(infer: Inference, node: ts.Expression, object: Value): Value {
  const known = knownLength(infer, node, object);
  if (known !== undefined) {
    return ofConstant(known);
  }
  const type = { kind: "int", min: 0, max: MAX_LENGTH } as const;
  if (object.path !== undefined) {
    const linear = infer.lengthAtom(object.path);
    return { type, interval: infer.state.range(linear), linear, version: infer.state.version };
  }
  const linear = object.version === infer.state.version ? object.length : undefined;
  const range = object.lengthRange ?? interval(0, MAX_LENGTH);
  return { type, interval: range, linear, version: infer.state.version };
}

/** The length where the program fixes it. */
function knownLength(infer: Inference, node: ts.Expression, object: Value): number | undefined {
  if (object.type.kind === "fixed") {
    return object.type.length;
  }
  if (Array.isArray(object.constant) || ArrayBuffer.isView(object.constant)) {
    return (object.constant as unknown as { length: number }).length;
  }
  const inner = ts.isParenthesizedExpression(node) ? node.expression : node;
  const storage = ts.isPropertyAccessExpression(inner)
    ? fieldOf(infer.program, inner)?.storage
    : ts.isIdentifier(inner)
      ? variableStorage(infer, inner)
      : undefined;
  return storage?.kind === "elements" ? storage.length : undefined;
}

function variableStorage(infer: Inference, node: ts.Identifier) {
  const entity = infer.program.entity(node);
  if (entity === undefined || !("pos" in entity)) {
    return undefined;
  }
  return infer.results.locals.get(entity)?.storage ?? infer.program.constant(entity)?.storage;
}

function inferElement(infer: Inference, node: ts.ElementAccessExpression): Value {
  return elementAt(infer, node, true);
}

/** `array[index]`; where `mustFit`, the index has to be proven inside. */
export function elementAt(infer: Inference, node: ts.ElementAccessExpression, mustFit: boolean): Value {
  const object = infer.evaluate(node.expression);
  const index = infer.integer(node.argumentExpression);
  if (object.type.kind === "error") {
    return { type: ERROR };
  }
  const element = elementType(object.type);
  if (element === undefined) {
    infer.complain(refuse.member(node, typeName(object.type), "[…]"));
    return { type: ERROR };
  }
  const length = lengthOf(infer, node.expression, object);
  if (mustFit) {
    proveIndex(infer, node, index, length);
  }
  if (Array.isArray(object.constant) && element.kind === "int") {
    return constantElement(object.constant as number[], index);
  }
  return valueOfType(element);
}

/** An integer of a constant table lies between those that the index can reach. */
function constantElement(table: readonly number[], index: Value): Value {
  const from = Math.max(0, index.interval?.min ?? 0);
  const reached = table.slice(from, (index.interval?.max ?? table.length) + 1);
  if (reached.length === 0) {
    return ofConstant(0);
  }
  const min = reached.reduce((a, b) => Math.min(a, b));
  const max = reached.reduce((a, b) => Math.max(a, b));
  return { type: { kind: "int", min, max }, interval: interval(min, max) };
}

export function elementType(type: Type): Type | undefined {
  switch (type.kind) {
    case "view":
      return ELEMENTS[type.element];
    case "fixed":
    case "table":
      return type.element;
    default:
      return undefined;
  }
}

function proveIndex(infer: Inference, node: ts.ElementAccessExpression, index: Value, length: Value): void {
  if (index.interval === undefined || length.interval === undefined) {
    return;
  }
  const text = shortText(node.argumentExpression);
  if (index.interval.min < 0) {
    infer.complain(refuse.negativeIndex(node.argumentExpression, text, show(index.interval)));
    return;
  }
  const [left, right] = [infer.linearOf(index), length.linear];
  const goal = minus(left ?? constant(index.interval.max), right ?? constant(length.interval.min));
  const proven =
    index.interval.max < length.interval.min ||
    infer.state.proves({ ...goal, constant: goal.constant + 1 }) ||
    (index.atMost ?? []).some((limit) => {
      const least = minus(limit, right ?? constant(length.interval!.min));
      return infer.state.proves({ ...least, constant: least.constant + 1 });
    });
  if (!proven) {
    const count = length.interval.min === length.interval.max ? String(length.interval.min) : "a length that varies";
    infer.complain(
      refuse.bounds(node.argumentExpression, text, show(index.interval), shortText(node.expression), count),
    );
  }
}

function inferConditional(infer: Inference, node: ts.ConditionalExpression, expected: Type | undefined): Value {
  const [yes, no] = inferCondition(infer, node.condition);
  infer.state = yes;
  const whenTrue = infer.evaluate(node.whenTrue, expected);
  const afterTrue = infer.state;
  infer.state = no;
  const whenFalse = infer.evaluate(node.whenFalse, expected);
  const [reachesTrue, reachesFalse] = [afterTrue.reachable, infer.state.reachable];
  infer.state = State.join(afterTrue, infer.state);
  if (!reachesTrue || !reachesFalse) {
    const { type, interval: range } = reachesTrue ? whenTrue : whenFalse;
    return { type, interval: range };
  }
  if (whenTrue.interval !== undefined && whenFalse.interval !== undefined) {
    return { type: whenTrue.type, interval: join(whenTrue.interval, whenFalse.interval) };
  }
  return { type: commonType(infer, node, whenTrue.type, whenFalse.type) };
}

function commonType(infer: Inference, node: ts.ConditionalExpression, a: Type, b: Type): Type {
  if (a.kind === "class" && b.kind === "null") {
    return { kind: "nullable", of: a };
  }
  if (isAssignable(a, b)) {
    return b;
  }
  if (isAssignable(b, a)) {
    return b.kind === "class" && a.kind === "null" ? { kind: "nullable", of: b } : a;
  }
  infer.complain(refuse.notAssignable(node.whenFalse, typeName(b), typeName(a)));
  return ERROR;
}

function inferRecord(infer: Inference, node: ts.ObjectLiteralExpression, expected: Type | undefined): Value {
  if (expected?.kind !== "record") {
    infer.complain(refuse.literalWithoutType(node));
    return { type: ERROR };
  }
  for (const property of node.properties) {
    const name = property.name && ts.isIdentifier(property.name) ? property.name.text : undefined;
    const field = expected.record.fields.find((each) => each.name === name);
    if (field === undefined) {
      infer.complain(refuse.member(property, expected.record.name, property.getText()));
    } else if (ts.isPropertyAssignment(property)) {
      infer.stores(property.initializer, field.type, `\`${field.name}\``);
    } else if (ts.isShorthandPropertyAssignment(property)) {
      storeShorthand(infer, property, field.type);
    }
  }
  return { type: expected };
}

/** `{ value }`: the name is the value too. */
function storeShorthand(infer: Inference, property: ts.ShorthandPropertyAssignment, type: Type): void {
  const symbol = infer.program.checker.getShorthandAssignmentValueSymbol(property);
  const declaration = symbol?.valueDeclaration;
  const local = declaration && infer.results.locals.get(declaration);
  if (local === undefined) {
    infer.complain(refuse.syntax(property, "this shorthand", "Write `name: value`."));
    return;
  }
  const key = infer.keyOf(local.declaration);
  const value = ofPath(
    infer,
    { key, root: key, fields: [] },
    local.type.kind === "int" && !local.annotated ? INT : local.type,
  );
  infer.record(property.name, value);
  infer.fits(property, value, type, `\`${property.name.text}\``);
}

/** Whether the size of `new Uint8Array(n)` or `array(n, …)` is known. */
export function requireSize(infer: Inference, node: ts.Expression): void {
  if (constantInt(infer.program, node) === undefined) {
    infer.complain(refuse.notConstantSize(node));
  }
}
