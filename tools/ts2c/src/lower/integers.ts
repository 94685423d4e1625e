/** Integers in C: which type an operation is done in, and when a conversion has to be written. */
import type { Interval } from "../infer/interval.ts";
import { type CExpression, literal } from "./tree.ts";

/** A lowered expression: its tree, the C type that the tree has, and the interval of an integer. */
export interface Lowered {
  readonly tree: CExpression;
  readonly type: string;
  readonly interval: Interval | undefined;
}

/** Narrow first, unsigned before signed. */
export const TYPE_RANGES: readonly (readonly [string, { readonly min: number; readonly max: number }])[] = [
  ["uint8_t", { min: 0, max: 255 }],
  ["int8_t", { min: -128, max: 127 }],
  ["uint16_t", { min: 0, max: 65535 }],
  ["int16_t", { min: -32768, max: 32767 }],
  ["uint32_t", { min: 0, max: 4294967295 }],
  ["int32_t", { min: -2147483648, max: 2147483647 }],
  ["int64_t", { min: -Infinity, max: Infinity }],
];

export const RANGES = new Map(TYPE_RANGES);

export function isIntType(type: string): boolean {
  return RANGES.has(type);
}

function fits(interval: Pick<Interval, "min" | "max">, type: string): boolean {
  const range = RANGES.get(type)!;
  return interval.min >= range.min && interval.max <= range.max;
}

/** The type in which an operation on these is done: one that holds every one of them. */
export function operationType(intervals: readonly Interval[], types: readonly string[]): string {
  const candidates = types.includes("uint32_t") ? ["uint32_t", "int32_t"] : ["int32_t", "uint32_t"];
  return candidates.find((type) => intervals.every((each) => fits(each, type))) ?? "int64_t";
}

export function intLiteral(value: number, type: string, hex = false): CExpression {
  if (hex && value <= 4294967295) {
    if (type === "int64_t" && value > 2147483647) {
      return { kind: "literal", text: `INT64_C(0x${value.toString(16)})`, hex };
    }
    return {
      kind: "literal",
      text: `0x${value.toString(16)}${type === "uint32_t" || value > 2147483647 ? "u" : ""}`,
      hex,
    };
  }
  const suffix = type === "uint32_t" || (value > 2147483647 && value <= 4294967295 && type !== "int64_t") ? "u" : "";
  if (value > 4294967295 || value < -2147483648 || (type === "int64_t" && value > 2147483647)) {
    return literal(`INT64_C(${String(value)})`);
  }
  return literal(value === -2147483648 ? "INT32_MIN" : `${String(value)}${suffix}`);
}

/** The type that C gives a literal of this value which has no more of a suffix than it needs. */
export function literalType(value: number): string {
  const exactly = { min: value, max: value };
  return ["int32_t", "uint32_t"].find((type) => fits(exactly, type)) ?? "int64_t";
}

/** Every value of `from` is one of `to`, so that C converts it without a word. */
function widens(from: string, to: string): boolean {
  const [a, b] = [RANGES.get(from)!, RANGES.get(to)!];
  return a.min >= b.min && a.max <= b.max;
}

/** The value where `type` is wanted. */
export function convert(value: Lowered, type: string): CExpression {
  if (type === "double" && isIntType(value.type)) {
    const { tree } = value;
    return tree.kind === "literal" && /^-?[0-9]+$/.test(tree.text) ? literal(`${tree.text}.0`) : cast(tree, type);
  }
  if (value.type === type || !isIntType(type) || !isIntType(value.type)) {
    return value.tree;
  }
  const { interval } = value;
  if (value.tree.kind === "literal" && interval?.min === interval?.max && interval !== undefined) {
    const fitsInt = interval.min <= 2147483647 && interval.min >= -2147483648;
    return value.tree.named ? value.tree : intLiteral(interval.min, fitsInt ? "int32_t" : type, value.tree.hex);
  }
  return widens(value.type, type) ? value.tree : cast(value.tree, type);
}

export function cast(operand: CExpression, type: string): CExpression {
  if (operand.kind === "cast" && operand.type === "int32_t" && type === "uint32_t") {
    return cast(operand.operand, type); // The same 32 bits, with and without the step between.
  }
  return operand.kind === "cast" && operand.type === type ? operand : { kind: "cast", type, operand };
}

/** The value as an operand of an operation in `type`, when the other operand may or may not bring that type along. */
export function operand(value: Lowered, type: string, otherHasType: boolean): CExpression {
  if (value.tree.kind === "literal" && value.interval !== undefined && value.interval.min === value.interval.max) {
    if (!value.tree.named) {
      return intLiteral(value.interval.min, type, value.tree.hex);
    }
    // A name of the preprocessor brings its own type, in which `-LIMIT` would wrap or overflow.
    const isWider = type === "int64_t" && value.type !== type && (value.type === "uint32_t" || !otherHasType);
    return isWider ? cast(value.tree, type) : value.tree;
  }
  if (value.type === type) {
    return value.tree;
  }
  const narrow = value.type !== "uint32_t" && value.type !== "int32_t" && value.type !== "int64_t";
  if (type === "int32_t") {
    return narrow ? value.tree : cast(value.tree, type);
  }
  return otherHasType && widens(value.type, type) ? value.tree : cast(value.tree, type);
}
