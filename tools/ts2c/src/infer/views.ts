/** Inference of the methods of views. That they are called with what they take, and only on what can be written, `tsc` sees to. */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import { ELEMENTS, MAX_INT, MAX_LENGTH, VOID, int, typeName, type ViewType } from "../model/types.ts";
import { lengthOf } from "./arrays.ts";
import { ofConstant } from "./expressions.ts";
import { type Inference, type Value, shortText } from "./inference.ts";
import { interval, meet } from "./interval.ts";
import { type Linear, constant, minus, plus } from "./linear.ts";

type ViewMethod = (infer: Inference, node: ts.CallExpression, object: Value, type: ViewType) => Value;

export const VIEW_METHODS = new Map<string, ViewMethod>([
  ["subarray", inferSubarray],
  ["set", inferSet],
  ["fill", inferFill],
  ["copyWithin", inferCopyWithin],
  ["indexOf", inferIndexOf],
]);

/** `view.subarray(from, to)` clamps both; where they lie inside in order, the length is their difference. */
function inferSubarray(infer: Inference, node: ts.CallExpression, object: Value, type: ViewType): Value {
  const receiver = (node.expression as ts.PropertyAccessExpression).expression;
  const [from, to] = node.arguments.map((argument) => infer.integer(argument));
  const length = lengthOf(infer, receiver, object);
  const [start, end] = [(from && infer.linearOf(from)) ?? constant(0), to ? infer.linearOf(to) : length.linear];
  const largest = Math.min(length.interval?.max ?? MAX_LENGTH, MAX_LENGTH);
  const value: Value = { type, lengthRange: interval(0, largest), version: infer.state.version };
  const startKnown = from === undefined || infer.linearOf(from) !== undefined;
  if (!startKnown || end === undefined) {
    return value;
  }
  if (!within(infer, start, end, length)) {
    return value;
  }
  const part = minus(end, start);
  const lengthRange = meet(infer.state.range(part), interval(0, largest));
  return { ...value, length: part, lengthRange, isSlice: true };
}

/** Whether 0 <= start <= end <= length is proven. */
function within(infer: Inference, start: Linear, end: Linear, length: Value): boolean {
  const { state } = infer;
  return (
    state.proves(minus(constant(0), start)) &&
    state.proves(minus(start, end)) &&
    state.proves(minus(end, length.linear ?? constant(length.interval?.min ?? 0)))
  );
}

/** `target.set(source, at)`: it has to be proven that the source fits, since JavaScript throws where it does not. */
function inferSet(infer: Inference, node: ts.CallExpression, object: Value, type: ViewType): Value {
  const receiver = (node.expression as ts.PropertyAccessExpression).expression;
  const [source, offset] = node.arguments;
  const given = infer.evaluate(source);
  if (given.type.kind !== "view" || given.type.element !== type.element) {
    infer.complain(refuse.notAssignable(source, typeName(given.type), typeName(type)));
    return { type: VOID };
  }
  const at = offset === undefined ? ofConstant(0) : infer.integer(offset);
  const room = lengthOf(infer, receiver, object);
  const size = lengthOf(infer, source, given);
  if (!setFits(infer, at, size, room)) {
    infer.complain(refuse.setDoesNotFit(node, shortText(receiver), shortText(source)));
  }
  return { type: VOID };
}

function setFits(infer: Inference, at: Value, size: Value, room: Value): boolean {
  if ((at.interval?.min ?? -1) < 0) {
    return false;
  }
  const start = infer.linearOf(at) ?? constant(at.interval!.max);
  const length = size.linear ?? constant(size.interval!.max);
  return infer.state.proves(minus(plus(start, length), room.linear ?? constant(room.interval!.min)));
}

function inferFill(infer: Inference, node: ts.CallExpression, _object: Value, type: ViewType): Value {
  node.arguments.forEach((argument, index) => {
    if (index === 0) {
      infer.stores(argument, ELEMENTS[type.element], typeName(type));
    } else {
      infer.integer(argument);
    }
  });
  return { type: VOID };
}

function inferCopyWithin(infer: Inference, node: ts.CallExpression): Value {
  for (const argument of node.arguments) {
    infer.integer(argument);
  }
  return { type: VOID };
}

/** `view.indexOf(x, from)`: −1, or an index below the length. */
function inferIndexOf(infer: Inference, node: ts.CallExpression, object: Value): Value {
  const receiver = (node.expression as ts.PropertyAccessExpression).expression;
  for (const argument of node.arguments) {
    infer.integer(argument);
  }
  const length = lengthOf(infer, receiver, object);
  const last = length.interval === undefined ? MAX_INT : length.interval.max - 1;
  const atMost = length.linear === undefined ? [] : [plus(length.linear, constant(-1))];
  return { ...{ type: int(-1, last), interval: interval(-1, last) }, atMost, version: infer.state.version };
}
