/** Lowering of `f64`. */
import ts from "typescript";
import { ELEMENTS, type ElementName } from "../model/types.ts";
import { cast, convert, type Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { binary, call, type CExpression, literal } from "./tree.ts";
import { elementCType } from "./types.ts";

const K = ts.SyntaxKind;

const OPERATORS = new Map<ts.SyntaxKind, string>([
  [K.PlusToken, "+"],
  [K.MinusToken, "-"],
  [K.AsteriskToken, "*"],
  [K.SlashToken, "/"],
]);

export function floatOf(tree: CExpression): Lowered {
  return { tree, type: "double", interval: undefined };
}

/** A literal that C reads as the same number. */
export function floatLiteral(value: number): CExpression {
  const text = Object.is(value, -0) ? "-0" : String(value);
  return literal(/[.e]/.test(text) ? text : `${text}.0`);
}

export function combineFloats(lowering: Lowering, operator: ts.SyntaxKind, left: Lowered, right: Lowered): Lowered {
  lowering.uses.floats = true;
  const [a, b] = [convert(left, "double"), convert(right, "double")];
  const own = OPERATORS.get(operator);
  return floatOf(own === undefined ? call("fmod", a, b) : binary(own, a, b));
}

/** `i32(x)` of an `f64`: the integer part modulo 2^32, as JavaScript's conversion gives it. */
export function convertFloat(lowering: Lowering, value: Lowered, element: ElementName): Lowered {
  lowering.uses.floats = true;
  const low = call("ts_to_uint32", value.tree);
  const type = elementCType(element);
  const range = ELEMENTS[element];
  return { tree: range.max === 4294967295 ? low : cast(low, type), type, interval: undefined };
}

const FUNCTIONS: Readonly<Record<string, string>> = {
  abs: "fabs",
  sqrt: "sqrt",
  trunc: "ts_trunc",
  floor: "ts_floor",
  ceil: "ts_ceil",
};

/** `Math.floor(x)` and the like. */
export function lowerFloatMath(lowering: Lowering, name: string, values: readonly Lowered[]): Lowered {
  lowering.uses.floats = true;
  const trees = values.map((value) => convert(value, "double"));
  if (name === "min" || name === "max") {
    return floatOf(trees.reduce((a, b) => call(`ts_${name}_f64`, a, b)));
  }
  return floatOf(call(FUNCTIONS[name], ...trees));
}
