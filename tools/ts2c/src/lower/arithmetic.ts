/** Lowering of operators. */
import ts from "typescript";
import { contains, within } from "../infer/interval.ts";
import { divisionIn } from "../infer/arithmetic.ts";
import { INT32, UINT32, type Interval } from "../infer/interval.ts";
import { combineFloats, floatOf } from "./floats.ts";
import { lowerComparison } from "./comparisons.ts";
import { lowerDefault } from "./default.ts";
import { bool, ofNumber } from "./expressions.ts";
import { cast, operand, operationType, type Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { binary, type CExpression, literal, not } from "./tree.ts";

const K = ts.SyntaxKind;

export function lowerUnary(lowering: Lowering, node: ts.PrefixUnaryExpression): Lowered {
  const value = lowering.expression(node.operand);
  if (node.operator === K.ExclamationToken) {
    return bool(not(value.tree));
  }
  if (value.type === "double") {
    return floatOf({ kind: "unary", operator: "-", operand: value.tree });
  }
  if (node.operator === K.TildeToken) {
    return integer({ kind: "unary", operator: "~", operand: toInt32(value) }, "int32_t");
  }
  if (value.interval?.min === value.interval?.max && value.tree.kind === "literal" && !value.tree.named) {
    return ofNumber(0 - value.interval!.min);
  }
  // What is not below 0 has a sign too: -(x >>> 31) would stay unsigned where it can only be 0.
  const type = operationType([value.interval!, lowering.intervalOf(node)!], []);
  return integer({ kind: "unary", operator: "-", operand: operand(value, type, false) }, type);
}

function integer(tree: CExpression, type: string): Lowered {
  return { tree, type, interval: undefined };
}

const COMPARISONS = new Map<ts.SyntaxKind, string>([
  [K.EqualsEqualsEqualsToken, "=="],
  [K.ExclamationEqualsEqualsToken, "!="],
  [K.LessThanToken, "<"],
  [K.LessThanEqualsToken, "<="],
  [K.GreaterThanToken, ">"],
  [K.GreaterThanEqualsToken, ">="],
]);

export function lowerBinary(lowering: Lowering, node: ts.BinaryExpression): Lowered {
  const operator = node.operatorToken.kind;
  if (operator === K.AmpersandAmpersandToken || operator === K.BarBarToken) {
    return lowerLogical(lowering, node, operator === K.AmpersandAmpersandToken ? "&&" : "||");
  }
  if (operator === K.QuestionQuestionToken) {
    return lowerDefault(lowering, node);
  }
  if (operator === K.AsteriskAsteriskToken) {
    return ofNumber(lowering.intervalOf(node)!.min);
  }
  if (isWrap(lowering, node)) {
    return integer(modulo32(lowering, node.left), "uint32_t");
  }
  const comparison = COMPARISONS.get(operator);
  const [left, right] = lowering.inOrder(
    [node.left, node.right],
    [() => lowering.expression(node.left), () => lowering.expression(node.right)],
  ) as [Lowered, Lowered];
  if (comparison !== undefined) {
    return lowerComparison(lowering, node, comparison, left, right);
  }
  if (operator === K.BarToken && divisionIn(node.left) !== undefined) {
    return integer(toInt32(left), "int32_t");
  }
  return combine(lowering, operator, left, right, lowering.intervalOf(node));
}

/** `x >>> 0`, JavaScript's own way to write `u32(x)`. */
function isWrap(lowering: Lowering, node: ts.BinaryExpression): boolean {
  const isShift = node.operatorToken.kind === K.GreaterThanGreaterThanGreaterThanToken;
  const byNothing = ts.isNumericLiteral(node.right) && Number(node.right.text) === 0;
  return isShift && byNothing && lowering.typeOf(node.left)?.kind === "int" && divisionIn(node.left) === undefined;
}

/** `a && b`: what the right side needs before it stays on its side. */
function lowerLogical(lowering: Lowering, node: ts.BinaryExpression, operator: "&&" | "||"): Lowered {
  const left = lowering.expression(node.left).tree;
  if (lowering.typeOf(node.right) === undefined) {
    return bool(left); // The right side is never reached.
  }
  let right: CExpression | undefined;
  const before = lowering.collect(() => {
    right = lowering.expression(node.right).tree;
  });
  if (before.length === 0) {
    return bool(binary(operator, left, right!));
  }
  const target = lowering.temporary("bool", undefined);
  lowering.out.push({ kind: "assign", target, operator: "=", value: left });
  lowering.out.push({
    kind: "if",
    test: operator === "&&" ? target : not(target),
    then: [...before, { kind: "assign", target, operator: "=", value: right! }],
    otherwise: [],
  });
  return bool(target);
}

export function bothIn(type: string, left: Lowered, right: Lowered): [CExpression, CExpression] {
  const a = operand(left, type, right.type === type && right.tree.kind !== "literal");
  const b = operand(right, type, left.type === type || a.kind === "cast");
  return [a, b];
}

/** One arithmetic operation. */
export function combine(
  lowering: Lowering,
  operator: ts.SyntaxKind,
  left: Lowered,
  right: Lowered,
  result: Interval | undefined,
): Lowered {
  if (left.type === "double" || right.type === "double") {
    return combineFloats(lowering, operator, left, right);
  }
  switch (operator) {
    case K.PlusToken:
      return arithmetic(lowering, "+", left, right, result);
    case K.MinusToken:
      return arithmetic(lowering, "-", left, right, result);
    case K.AsteriskToken:
      return arithmetic(lowering, "*", left, right, result);
    case K.SlashToken:
      return arithmetic(lowering, "/", left, right, result);
    case K.PercentToken:
      return arithmetic(lowering, "%", left, right, result);
    case K.AmpersandToken:
      return bits("&", left, right);
    case K.BarToken:
      return bits("|", left, right);
    case K.CaretToken:
      return bits("^", left, right);
    case K.LessThanLessThanToken:
      return shiftLeft(left, right);
    case K.GreaterThanGreaterThanToken:
      return integer(binary(">>", toInt32(left), shiftCount(right)), "int32_t");
    case K.GreaterThanGreaterThanGreaterThanToken:
      return shiftRightUnsigned(left, right);
    default:
      throw new Error(`nothing lowers the operator ${ts.SyntaxKind[operator]}`);
  }
}

function arithmetic(
  lowering: Lowering,
  operator: string,
  left: Lowered,
  right: Lowered,
  result: Interval | undefined,
): Lowered {
  const fits = lowering.operationType([left, right], result);
  // INT32_MIN % -1 fits, but C's own division on the way there does not.
  const overflows = operator === "%" && left.interval!.min <= INT32.min && contains(right.interval!, -1);
  const type = overflows ? "int64_t" : fits;
  const [a, b] = bothIn(type, left, right);
  const hasType = [a, b].some((side, index) => side.kind === "cast" || [left, right][index].type === type);
  // Without an operand of the type (literals, or narrower ones), C would do it in `int`.
  const first = hasType || type === "int32_t" ? a : cast(a, type);
  return integer(binary(operator, first, b), type);
}

function bits(operator: string, left: Lowered, right: Lowered): Lowered {
  const [a, b] = [left.interval!, right.interval!];
  const positive = (side: Interval): boolean => side.min >= 0 && side.max <= INT32.max;
  // Both in 0…2^31−1, or a mask from there on a u32: the same bits without a sign.
  const isMask = operator === "&" && (positive(a) || positive(b)) && within(a, UINT32) && within(b, UINT32);
  if ((positive(a) && positive(b)) || isMask) {
    const type = [left.type, right.type].includes("uint32_t") ? "uint32_t" : "int32_t";
    return integer(binary(operator, ...bothIn(type, left, right)), type);
  }
  return integer(binary(operator, toInt32(left), toInt32(right)), "int32_t");
}

function shiftLeft(left: Lowered, right: Lowered): Lowered {
  const count = shiftCount(right);
  const [a, n] = [left.interval!, right.interval!];
  if (a.min >= 0 && n.min >= 0 && n.max <= 31 && a.max * 2 ** n.max <= INT32.max) {
    const type = left.type === "uint32_t" ? "uint32_t" : "int32_t";
    return integer(binary("<<", operand(left, type, false), count), type);
  }
  const factor = n.min === n.max ? literal(`${String(2 ** (n.min & 31))}u`) : binary("<<", literal("1u"), count);
  // gcc looks through the casts of what it knows to be constant, and warns that something is shifted which is negative as `int`.
  const isPlain = a.min >= 0 && (a.max <= INT32.max || a.min !== a.max);
  const shifted = binary(isPlain ? "<<" : "*", toUint32(left), isPlain ? count : factor);
  return integer(cast(shifted, "int32_t"), "int32_t");
}

function shiftRightUnsigned(left: Lowered, right: Lowered): Lowered {
  const isNarrow = left.type === "uint8_t" || left.type === "uint16_t";
  const value = isNarrow ? left.tree : toUint32(left);
  return integer(binary(">>", value, shiftCount(right)), isNarrow ? "int32_t" : "uint32_t");
}

function shiftCount(count: Lowered): CExpression {
  const { min, max } = count.interval!;
  const isUnsigned = count.type.startsWith("uint");
  return min >= 0 && max <= 31 ? count.tree : binary("&", isUnsigned ? count.tree : toUint32(count), literal("31u"));
}

/** JavaScript's conversion to a signed 32-bit integer. */
export function toInt32(value: Lowered): CExpression {
  if (within(value.interval!, INT32)) {
    return operand(value, "int32_t", false);
  }
  return cast(value.type === "int64_t" ? cast(value.tree, "uint32_t") : value.tree, "int32_t");
}

/** JavaScript's conversion to an unsigned one. What is narrower has to be widened, since C would make an `int` of it. */
export function toUint32(value: Lowered): CExpression {
  if (value.tree.kind === "literal" && !value.tree.named && within(value.interval!, UINT32)) {
    return operand(value, "uint32_t", true);
  }
  return value.type === "uint32_t" && value.tree.kind !== "literal" ? value.tree : cast(value.tree, "uint32_t");
}

const LOW_BITS = new Map<ts.SyntaxKind, string>([
  [K.PlusToken, "+"],
  [K.MinusToken, "-"],
  [K.AmpersandToken, "&"],
  [K.BarToken, "|"],
  [K.CaretToken, "^"],
]);

/**
 * The value of an expression modulo 2^32: sums, differences and bit operations are done without a sign, since their low
 * bits are the same.
 */
export function modulo32(lowering: Lowering, node: ts.Expression): CExpression {
  const low = lowBits(lowering, node);
  return low.type === "uint32_t" ? low.tree : cast(low.tree, "uint32_t");
}

/** The same, in the type that C gives it: an `int` only where it can't be negative. */
function lowBits(lowering: Lowering, node: ts.Expression): Lowered {
  if (ts.isParenthesizedExpression(node)) {
    return lowBits(lowering, node.expression);
  }
  const operator = ts.isBinaryExpression(node) ? LOW_BITS.get(node.operatorToken.kind) : undefined;
  if (operator === undefined || !ts.isBinaryExpression(node) || divisionIn(node.left) !== undefined) {
    const value = lowering.expression(node);
    const isNarrow = value.type === "uint8_t" || value.type === "uint16_t";
    return isNarrow ? value : integer(toUint32(value), "uint32_t");
  }
  const [left, right] = lowering.inOrder(
    [node.left, node.right],
    [() => lowBits(lowering, node.left), () => lowBits(lowering, node.right)],
  ) as [Lowered, Lowered];
  const isWide = left.type === "uint32_t" || right.type === "uint32_t";
  const first = !isWide && operator === "-" ? cast(left.tree, "uint32_t") : left.tree;
  return integer(binary(operator, first, right.tree), isWide || operator === "-" ? "uint32_t" : "int32_t");
}
