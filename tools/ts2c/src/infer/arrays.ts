/** Inference of arrays: their length, their elements, and that an index lies inside. */
import ts from "typescript";
import { fieldOf } from "../check/effects.ts";
import { refuse } from "../diagnostics.ts";
import { bare } from "../model/bare.ts";
import { constantInt } from "../model/constant-int.ts";
import { ELEMENTS, ERROR, MAX_LENGTH, typeName, type Type } from "../model/types.ts";
import { ofConstant } from "./expressions.ts";
import { valueOfType } from "./names.ts";
import { type Inference, type Value, shortText } from "./inference.ts";
import { interval, show } from "./interval.ts";
import { constant, minus } from "./linear.ts";

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

/** A view with its length, which whatever it is stored in gets along with it. */
export function withLength(infer: Inference, node: ts.Expression, value: Value): Value {
  if (value.type.kind !== "view" || value.length !== undefined) {
    return value;
  }
  const { linear, interval: lengthRange } = lengthOf(infer, node, value);
  return { ...value, length: linear, lengthRange, version: infer.state.version };
}

/** The length where the program fixes it. */
function knownLength(infer: Inference, node: ts.Expression, object: Value): number | undefined {
  if (object.type.kind === "fixed") {
    return object.type.length;
  }
  if (Array.isArray(object.constant) || ArrayBuffer.isView(object.constant)) {
    return (object.constant as unknown as { length: number }).length;
  }
  const inner = bare(node);
  const storage = ts.isPropertyAccessExpression(inner)
    ? fieldOf(infer.program, inner, infer.evaluate(inner.expression).type)?.storage
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
  if (index.interval === undefined || index.type.kind === "error" || length.interval === undefined) {
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

/** Whether the size of `new Uint8Array(n)` or `array(n, …)` is known. */
export function requireSize(infer: Inference, node: ts.Expression): void {
  if (constantInt(infer.program, node) === undefined) {
    infer.complain(refuse.notConstantSize(node));
  }
}
