/** Inference of operators on integers. */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import { constantInt } from "../model/constant-int.ts";
import { BOOL, ERROR, FLOAT, MAX_INT } from "../model/types.ts";
import { inferCondition } from "./conditions.ts";
import { inferDefault } from "./choices.ts";
import { isFloat, operateFloats } from "./floats.ts";
import { type Inference, type Value, shortText } from "./inference.ts";
import * as intervals from "./interval.ts";
import { type Interval, interval, show, within } from "./interval.ts";
import { type Linear, constant, minus, plus, scale } from "./linear.ts";
import { State } from "./state.ts";

const ANY = { min: -MAX_INT, max: MAX_INT };

export function inferUnary(infer: Inference, node: ts.PrefixUnaryExpression): Value {
  switch (node.operator) {
    case ts.SyntaxKind.ExclamationToken:
      return truth(infer, node);
    case ts.SyntaxKind.MinusToken: {
      const number = infer.evaluate(node.operand);
      if (isFloat(number)) {
        return { type: FLOAT };
      }
      const operand = infer.asInteger(node.operand, number);
      const linear = infer.linearOf(operand);
      return inExactRange(infer, node, intervals.negate(operand.interval), linear && scale(linear, -1));
    }
    case ts.SyntaxKind.TildeToken: {
      const operand = intervals.toInt32(infer.integer(node.operand).interval);
      return result(interval(~operand.max, ~operand.min));
    }
    case ts.SyntaxKind.PlusToken:
      infer.complain(refuse.syntax(node, "the unary `+`", "Leave it out: integers are numbers already."));
      return { type: ERROR };
    default:
      infer.complain(refuse.incrementInExpression(node));
      return { type: ERROR };
  }
}

/** `!a`, `a && b`, `a < b` used as values: what is known after both outcomes. */
function truth(infer: Inference, node: ts.Expression): Value {
  const [yes, no] = inferCondition(infer, node);
  infer.state = State.join(yes, no);
  return { type: BOOL };
}

type Operation = (a: Interval, b: Interval) => Interval;

const BIT_OPERATIONS = new Map<ts.SyntaxKind, Operation>([
  [ts.SyntaxKind.AmpersandToken, intervals.and],
  [ts.SyntaxKind.BarToken, intervals.or],
  [ts.SyntaxKind.CaretToken, intervals.xor],
  [ts.SyntaxKind.LessThanLessThanToken, intervals.shiftLeft],
  [ts.SyntaxKind.GreaterThanGreaterThanToken, intervals.shiftRight],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken, intervals.shiftRightUnsigned],
]);

const SUMS = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
]);

const COMPARISONS = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
]);

export function inferBinary(infer: Inference, node: ts.BinaryExpression): Value {
  const operator = node.operatorToken.kind;
  if (COMPARISONS.has(operator)) {
    return truth(infer, node);
  }
  if (operator === ts.SyntaxKind.QuestionQuestionToken) {
    return inferDefault(infer, node);
  }
  if (operator === ts.SyntaxKind.EqualsEqualsToken || operator === ts.SyntaxKind.ExclamationEqualsToken) {
    infer.complain(refuse.looseEquality(node.operatorToken, node.operatorToken.getText()));
    return { type: BOOL };
  }
  if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment) {
    infer.complain(refuse.assignmentInExpression(node));
    return { type: ERROR };
  }
  if (operator === ts.SyntaxKind.AsteriskAsteriskToken) {
    return inferPower(infer, node);
  }
  const quotient = truncatedDivision(node);
  if (quotient !== undefined) {
    return intoInt32(inferDivision(infer, quotient));
  }
  const left = infer.evaluate(node.left);
  const right = infer.evaluate(node.right);
  if (isFloat(left) || isFloat(right)) {
    return operateFloats(infer, node, operator, left, right);
  }
  return operate(infer, node, operator, infer.asInteger(node.left, left), infer.asInteger(node.right, right));
}

/** `i++` and `i--` inside an expression; `++i` is a prefix. */
export function inferPostfix(infer: Inference, node: ts.PostfixUnaryExpression): Value {
  infer.complain(refuse.incrementInExpression(node));
  return { type: ERROR };
}

/** `2 ** 32`: only of constants. */
function inferPower(infer: Inference, node: ts.BinaryExpression): Value {
  const value = constantInt(infer.program, node);
  if (value === undefined) {
    infer.complain(refuse.syntax(node, "`**` of what is not constant", "Write `1 << n`, or multiply in a loop."));
    return { type: ERROR };
  }
  return result(interval(value, value));
}

type Integer = Value & { readonly interval: Interval };

/** One arithmetic operation, also for `a += b`. `node` is what diagnostics point at. */
export function operate(
  infer: Inference,
  node: ts.Expression,
  operator: ts.SyntaxKind,
  left: Integer,
  right: Integer,
): Value {
  const isSpoiled = left.type.kind === "error" || right.type.kind === "error";
  if (isSpoiled && (BIT_OPERATIONS.has(operator) || SUMS.has(operator))) {
    return { type: ERROR };
  }
  const bits = BIT_OPERATIONS.get(operator);
  if (bits !== undefined) {
    return { ...result(bits(left.interval, right.interval)), ...limits(infer, operator, left, right) };
  }
  const [a, b] = [infer.linearOf(left), infer.linearOf(right)];
  switch (operator) {
    case ts.SyntaxKind.PlusToken: {
      const plain = intervals.add(left.interval, right.interval);
      const halved = plusHalf(infer, a, right) ?? plusHalf(infer, b, left);
      return halved
        ? inHalvedRange(infer, node, plain, halved)
        : inExactRange(infer, node, plain, a && b && plus(a, b));
    }
    case ts.SyntaxKind.MinusToken:
      return inExactRange(infer, node, intervals.subtract(left.interval, right.interval), a && b && minus(a, b));
    case ts.SyntaxKind.AsteriskToken:
      return inExactRange(infer, node, intervals.multiply(left.interval, right.interval), product(a, b));
    case ts.SyntaxKind.PercentToken: {
      requireDivisor(infer, node, right.interval);
      const value = result(intervals.remainder(left.interval, right.interval));
      const below = b && right.interval.min > 0 ? [plus(b, constant(-1))] : [];
      return left.interval.min < 0
        ? value
        : { ...value, atMost: [...below, ...(a ? [a] : [])], version: infer.state.version };
    }
    case ts.SyntaxKind.SlashToken:
      infer.complain(refuse.fraction(node));
      return { type: ERROR };
    default:
      infer.complain(refuse.syntax(node, "this operator", "The table of operators lists what there is."));
      return { type: ERROR };
  }
}

/** `x & mask` is at most either, `x >> n` and halving lie close to `x / 2^n`. */
function limits(infer: Inference, operator: ts.SyntaxKind, left: Integer, right: Integer): Partial<Value> {
  const [a, b] = [infer.linearOf(left), infer.linearOf(right)];
  const { version } = infer.state;
  const positive = (side: Integer): boolean => side.interval.min >= 0 && side.interval.max <= intervals.INT32.max;
  if (operator === ts.SyntaxKind.AmpersandToken) {
    return { atMost: [...(a && positive(left) ? [a] : []), ...(b && positive(right) ? [b] : [])], version };
  }
  const by = right.interval;
  const shifts = operator === ts.SyntaxKind.GreaterThanGreaterThanToken && positive(left);
  const shiftsUnsigned =
    operator === ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken && within(left.interval, intervals.UINT32);
  if ((shifts || shiftsUnsigned) && a && by.min === by.max) {
    return by.min === 1 ? { halfOf: a, atMost: [a], version } : { atMost: [a], version };
  }
  return {};
}

function product(a: Linear | undefined, b: Linear | undefined): Linear | undefined {
  if (a?.terms.size === 0) {
    return b && scale(b, a.constant);
  }
  return b?.terms.size === 0 ? a && scale(a, b.constant) : undefined;
}

function result(range: Interval): Value {
  return {
    type: { kind: "int", min: range.min, max: range.max },
    interval: range,
    linear: range.min === range.max ? constant(range.min) : undefined,
  };
}

/** `low + half of (high - low)` is half of `2 * low + (high - low)`: gives what is halved, if something is. */
function plusHalf(infer: Inference, whole: Linear | undefined, half: Integer): Linear | undefined {
  const halved = half.version === infer.state.version ? half.halfOf : undefined;
  return whole && halved && plus(scale(whole, 2), halved);
}

function inHalvedRange(infer: Inference, node: ts.Node, plain: Interval, halved: Linear): Value {
  const { min, max } = infer.state.range(halved);
  const proven = interval(Math.floor(min / 2), Math.floor(max / 2));
  return { ...inExactRange(infer, node, plain, undefined, proven), halfOf: halved, version: infer.state.version };
}

/** A sum or product: made narrower by the facts, refused beyond 2^53. */
function inExactRange(
  infer: Inference,
  node: ts.Node,
  plain: Interval,
  linear: Linear | undefined,
  proven = linear === undefined ? plain : infer.state.range(linear),
): Value {
  const min = Math.max(plain.min, proven.min);
  const range = interval(min, Math.max(min, Math.min(plain.max, proven.max)), plain.negativeZero);
  if (!within(range, ANY)) {
    infer.complain(refuse.beyondExact(node, shortText(node), show(range)));
    return result(intervals.meet(range, ANY));
  }
  return { ...result(range), linear, version: infer.state.version };
}

/** The `a / b` in `Math.trunc(a / b)`'s argument or on the left of `| 0`. */
function truncatedDivision(node: ts.BinaryExpression): ts.BinaryExpression | undefined {
  const isZero = ts.isNumericLiteral(node.right) && Number(node.right.text) === 0;
  return node.operatorToken.kind === ts.SyntaxKind.BarToken && isZero ? divisionIn(node.left) : undefined;
}

export function divisionIn(node: ts.Expression): ts.BinaryExpression | undefined {
  let inner = node;
  while (ts.isParenthesizedExpression(inner)) {
    inner = inner.expression;
  }
  return ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.SlashToken ? inner : undefined;
}

export type Rounding = "trunc" | "floor" | "ceil" | "round";

/** Beyond, a quotient just below a half is rounded to the half before `Math.round` sees it. */
const ROUNDS_EXACTLY = { min: -(2 ** 52), max: 2 ** 52 };

/** `Math.trunc(a / b)`, and the same rounded down or up. */
export function inferDivision(infer: Inference, node: ts.BinaryExpression, rounding: Rounding = "trunc"): Value {
  const left = infer.integer(node.left);
  const right = infer.integer(node.right);
  if (left.type.kind === "error" || right.type.kind === "error") {
    return { type: ERROR };
  }
  requireDivisor(infer, node, right.interval);
  if (rounding === "round" && !within(left.interval, ROUNDS_EXACTLY)) {
    infer.complain(refuse.beyondExact(node.left, shortText(node.left), show(left.interval)));
  }
  const value = result(
    rounding === "trunc"
      ? intervals.divide(left.interval, right.interval)
      : intervals.divideRounded(left.interval, right.interval, rounding),
  );
  const linear = infer.linearOf(left);
  const shrinks = linear && left.interval.min >= 0 && right.interval.min >= 1;
  const isHalf = shrinks && (rounding === "trunc" || rounding === "floor") && isTwo(right.interval);
  const half = isHalf ? { halfOf: linear } : {};
  const quotient: Value = shrinks ? { ...value, ...half, atMost: [linear], version: infer.state.version } : value;
  infer.record(node, quotient);
  return quotient;
}

function isTwo(range: Interval): boolean {
  return range.min === 2 && range.max === 2;
}

function intoInt32(value: Value): Value {
  return value.interval === undefined ? value : { ...result(intervals.toInt32(value.interval)) };
}

function requireDivisor(infer: Inference, node: ts.Expression, divisor: Interval): void {
  const right = ts.isBinaryExpression(node) ? node.right : node;
  if (intervals.canBeZero(divisor)) {
    infer.complain(refuse.zeroDivisor(right, shortText(right)));
  }
}
