/** Conditions: what is known where they hold, and where they don't. */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import { isAssignable, isNullablePlace, typeName, type Type } from "../model/types.ts";
import { isFloat, requireNumber } from "./floats.ts";
import { type Inference, type Value } from "./inference.ts";
import { type Interval, contains } from "./interval.ts";
import { type Linear, constant, minus, plus } from "./linear.ts";
import { State } from "./state.ts";

/** The states after the condition held, and after it didn't. The inference's own state is used up. */
export function inferCondition(infer: Inference, node: ts.Expression): [State, State] {
  // Before the two ways part: that the condition is looked at does not depend on what it says.
  infer.record(node, { type: { kind: "bool" } });
  return split(infer, node);
}

function split(infer: Inference, node: ts.Expression): [State, State] {
  if (ts.isParenthesizedExpression(node)) {
    return inferCondition(infer, node.expression);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const [yes, no] = inferCondition(infer, node.operand);
    return [no, yes];
  }
  if (ts.isBinaryExpression(node)) {
    switch (node.operatorToken.kind) {
      case ts.SyntaxKind.AmpersandAmpersandToken:
        return both(infer, node);
      case ts.SyntaxKind.BarBarToken:
        return either(infer, node);
      case ts.SyntaxKind.EqualsEqualsEqualsToken:
        return equality(infer, node);
      case ts.SyntaxKind.ExclamationEqualsEqualsToken: {
        const [equal, different] = equality(infer, node);
        return [different, equal];
      }
      case ts.SyntaxKind.LessThanToken:
        return less(infer, node.left, node.right, false, true);
      case ts.SyntaxKind.LessThanEqualsToken:
        return less(infer, node.left, node.right, true, true);
      case ts.SyntaxKind.GreaterThanToken:
        return less(infer, node.left, node.right, false, false);
      case ts.SyntaxKind.GreaterThanEqualsToken:
        return less(infer, node.left, node.right, true, false);
    }
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) {
    return [infer.state, infer.state.unreachable()];
  }
  if (node.kind === ts.SyntaxKind.FalseKeyword) {
    return [infer.state.unreachable(), infer.state];
  }
  const value = infer.evaluate(node);
  if (value.type.kind !== "bool" && value.type.kind !== "error") {
    infer.complain(refuse.notBoolean(node, typeName(value.type)));
  }
  return [infer.state, infer.state.copy()];
}

function both(infer: Inference, node: ts.BinaryExpression): [State, State] {
  const [leftYes, leftNo] = inferCondition(infer, node.left);
  infer.state = leftYes;
  const [yes, rightNo] = inferCondition(infer, node.right);
  return [yes, State.join(leftNo, rightNo)];
}

function either(infer: Inference, node: ts.BinaryExpression): [State, State] {
  const [leftYes, leftNo] = inferCondition(infer, node.left);
  infer.state = leftNo;
  const [rightYes, no] = inferCondition(infer, node.right);
  return [State.join(leftYes, rightYes), no];
}

/** `left < right` (or `<=`); with `ascending` false the two are swapped: `left > right`. */
function less(
  infer: Inference,
  left: ts.Expression,
  right: ts.Expression,
  orEqual: boolean,
  ascending: boolean,
): [State, State] {
  const [firstValue, secondValue] = [infer.evaluate(left), infer.evaluate(right)];
  if (isFloat(firstValue) || isFloat(secondValue)) {
    requireNumber(infer, left, { ...firstValue, interval: notNegativeZero(firstValue.interval) });
    requireNumber(infer, right, { ...secondValue, interval: notNegativeZero(secondValue.interval) });
    return [infer.state, infer.state.copy()];
  }
  const [first, second] = [infer.asInteger(left, firstValue), infer.asInteger(right, secondValue)];
  const [low, high] = ascending ? [first, second] : [second, first];
  const [yes, no] = [infer.state, infer.state.copy()];
  // low < high is low − high + 1 <= 0; its contrary is high − low <= 0.
  assume(yes, infer, low, high, orEqual ? 0 : 1);
  assume(no, infer, high, low, orEqual ? 1 : 0);
  return [yes, no];
}

/** Comparisons take −0 for 0. */
function notNegativeZero(range: Interval | undefined): Interval | undefined {
  return range && { ...range, negativeZero: false };
}

type Integer = Value & { readonly interval: Interval };

/** Adds `low − high + by <= 0`, as exactly as the two are known. */
function assume(state: State, infer: Inference, low: Integer, high: Integer, by: number): void {
  if (low.interval.min - high.interval.max + by > 0) {
    state.reachable = false;
    return;
  }
  const [a, b] = [infer.linearOf(low), infer.linearOf(high)];
  const gap = (from: Linear, to: Linear): Linear => plus(minus(from, to), constant(by));
  if (a !== undefined && b !== undefined) {
    test(state, infer, gap(a, b));
  } else if (a !== undefined) {
    test(state, infer, gap(a, constant(high.interval.max)));
  } else if (b !== undefined) {
    test(state, infer, gap(constant(low.interval.min), b));
  }
}

function test(state: State, infer: Inference, fact: Linear): void {
  infer.tested?.push(fact);
  state.assume(fact);
}

function equality(infer: Inference, node: ts.BinaryExpression): [State, State] {
  const [first, second] = operands(infer, node);
  const [equal, different] = [infer.state, infer.state.copy()];
  if (first.interval !== undefined && second.interval !== undefined) {
    const [a, b] = [first as Integer, second as Integer];
    assume(equal, infer, a, b, 0);
    if (equal.reachable) {
      assume(equal, infer, b, a, 0);
    }
    exclude(different, infer, a, b);
    exclude(different, infer, b, a);
    return [equal, different];
  }
  compareTag(infer, node, equal, different);
  compareWithNull(first, second, equal, different);
  compareWithNull(second, first, equal, different);
  requireComparable(infer, node, first, second);
  return [equal, different];
}

/** Both sides; a literal text is looked up in the union of the other side, so that C compares two numbers. */
function operands(infer: Inference, node: ts.BinaryExpression): [Value, Value] {
  if (ts.isStringLiteral(node.left)) {
    const second = infer.evaluate(node.right);
    return [infer.evaluate(node.left, second.type), second];
  }
  const first = infer.evaluate(node.left);
  return [first, infer.evaluate(node.right, first.type.kind === "union" ? first.type : undefined)];
}

/** Where `value` is not `other`, an end of its interval that is `other` falls away. */
function exclude(state: State, infer: Inference, value: Integer, other: Integer): void {
  const linear = infer.linearOf(value);
  const { min, max } = other.interval;
  if (linear === undefined) {
    return;
  }
  if (min !== max) {
    excludeLimit(state, linear, infer.linearOf(other));
    return;
  }
  const range = state.range(linear);
  if (range.min === range.max && contains(range, min)) {
    state.reachable = false;
  } else if (range.min === min) {
    state.assume(minus(constant(min + 1), linear));
  } else if (range.max === max) {
    state.assume(minus(linear, constant(max - 1)));
  } else if (min === 0 && linear.constant === 0 && linear.terms.size === 1) {
    state.excludeZero([...linear.terms.keys()][0]);
  }
}

/** Where `value` is at most `limit`, and is not it, it is below it. */
function excludeLimit(state: State, value: Linear, limit: Linear | undefined): void {
  const gap = limit && minus(value, limit);
  if (gap !== undefined && state.proves(gap)) {
    state.assume(plus(gap, constant(1)));
  }
}

/** `shape.kind === "circle"`. */
function compareTag(infer: Inference, node: ts.BinaryExpression, equal: State, different: State): void {
  const [tag, text] = ts.isStringLiteral(node.left) ? [node.right, node.left] : [node.left, node.right];
  const object = ts.isStringLiteral(text) ? taggedBehind(infer, tag) : undefined;
  if (ts.isStringLiteral(text) && object !== undefined) {
    narrowTag(infer, tag, [text.text], equal);
    different.exclude(object.key, [text.text]);
  }
}

/** Where `shape.kind` is one of the texts, the shape is none of the other variants. */
export function narrowTag(infer: Inference, tag: ts.Expression, texts: readonly string[], state: State): void {
  const object = taggedBehind(infer, tag);
  if (object !== undefined) {
    state.exclude(
      object.key,
      object.texts.filter((text) => !texts.includes(text)),
    );
  }
}

/** The tagged union whose tag an expression is, when it is reached by a path. */
function taggedBehind(infer: Inference, tag: ts.Expression): { key: string; texts: readonly string[] } | undefined {
  if (!ts.isPropertyAccessExpression(tag)) {
    return undefined;
  }
  const { type, path } = infer.evaluate(tag.expression);
  const isTag = type.kind === "tagged" && type.tagged.tagField === tag.name.text;
  return isTag && path !== undefined ? { key: path.key, texts: [...type.tagged.variants.keys()] } : undefined;
}

function compareWithNull(value: Value, other: Value, equal: State, different: State): void {
  if (other.type.kind !== "null" || value.path === undefined) {
    return;
  }
  if (value.type.kind === "nullable") {
    different.setNonNull(value.path.key, true);
  } else if (equal.isNonNull(value.path.key)) {
    equal.reachable = false;
  }
}

/** Values compare by what they are; of `T | null` only instances compare with more than `null`. */
function comparable(infer: Inference, first: Value, second: Value): boolean {
  const [a, b] = [first.type, second.type];
  if (a.kind === "null" || b.kind === "null") {
    return [first, second].every((value) => canBeNull(infer, value));
  }
  if (a.kind === "float" || b.kind === "float") {
    return [a, b].every((type) => ["float", "int", "enum", "error"].includes(type.kind));
  }
  const kinds = ["bool", "text", "union", "class", "error"];
  const isKnown = (type: Type): boolean => kinds.includes(type.kind) || isNullablePlace(type);
  return (isAssignable(a, b) || isAssignable(b, a)) && isKnown(a) && isKnown(b);
}

/** Or could: what was tested before may be tested again. */
function canBeNull(infer: Inference, { type, path }: Value): boolean {
  const isKnownNotTo = path !== undefined && infer.state.isNonNull(path.key);
  return isKnownNotTo || ["null", "nullable", "error"].includes(type.kind);
}

function requireComparable(infer: Inference, node: ts.BinaryExpression, first: Value, second: Value): void {
  if (!comparable(infer, first, second)) {
    infer.complain(refuse.notComparable(node, typeName(first.type), typeName(second.type)));
  }
}
