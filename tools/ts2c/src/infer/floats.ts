/**
 * Inference of `f64`: numbers with fractions, which C computes bit for bit as JavaScript does. Only what IEEE 754 fixes is
 * here: sums, products, quotients, remainders, square roots and roundings, but no sine.
 */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import { ERROR, FLOAT, typeName } from "../model/types.ts";
import { type Inference, type Value, shortText } from "./inference.ts";

export function isFloat(value: Value): boolean {
  return value.type.kind === "float";
}

const OPERATORS = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
]);

/** An operation of which at least one side is an `f64`. */
export function operateFloats(
  infer: Inference,
  node: ts.Expression,
  operator: ts.SyntaxKind,
  left: Value,
  right: Value,
): Value {
  for (const side of [left, right]) {
    requireNumber(infer, node, side);
  }
  if (OPERATORS.has(operator)) {
    return { type: FLOAT };
  }
  infer.complain(refuse.syntax(node, "this operator on `f64`", "Convert it first: `i32(x)` or `u32(x)`."));
  return { type: ERROR };
}

/** A number, and not an integer that may be −0: among fractions −0 is a value of its own. */
export function requireNumber(infer: Inference, node: ts.Node, value: Value): void {
  if (value.interval?.negativeZero) {
    infer.complain(refuse.negativeZero(node, shortText(node)));
  } else if (value.interval === undefined && !isFloat(value) && value.type.kind !== "error") {
    infer.complain(refuse.notInteger(node, typeName(value.type)));
  }
}

/** The functions of `Math` that IEEE 754 fixes. */
export const FLOAT_MATH: ReadonlySet<string> = new Set(["abs", "min", "max", "trunc", "floor", "ceil", "sqrt"]);
