/** Lowering of comparisons. */
import type ts from "typescript";
import type { Interval } from "../infer/interval.ts";
import type { Type } from "../model/types.ts";
import { bothIn } from "./arithmetic.ts";
import { bool } from "./expressions.ts";
import { convert, isIntType, type Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { binary, call, type CExpression, literal, member, not } from "./tree.ts";
import { isMaybeName } from "./types.ts";

export function lowerComparison(
  lowering: Lowering,
  node: ts.BinaryExpression,
  operator: string,
  left: Lowered,
  right: Lowered,
): Lowered {
  if (isIntType(left.type) && isIntType(right.type)) {
    const known = knownTruth(operator, left.interval!, right.interval!);
    if (known !== undefined) {
      lowering.keepEffect(node.left, left.tree);
      lowering.keepEffect(node.right, right.tree);
      return bool(literal(String(known)));
    }
    const type = lowering.operationType([left, right]);
    const sides = bothIn(type, flipped(left), flipped(right));
    return bool(binary(operator, ...sides));
  }
  if (left.type === "NULL" || right.type === "NULL") {
    const [side, of] = left.type === "NULL" ? [right, node.right] : [left, node.left];
    return bool(isNull(lowering, side, lowering.typeOf(of), operator === "=="));
  }
  if (left.type === "double" || right.type === "double") {
    return bool(binary(operator, convert(left, "double"), convert(right, "double")));
  }
  const [a, b] = [lowering.typeOf(node.left), lowering.typeOf(node.right)];
  if (a?.kind === "text" || b?.kind === "text") {
    const text = { kind: "text" } as const;
    const equal = call("ts_text_equal", lowering.convertTo(left, a, text), lowering.convertTo(right, b, text));
    return bool(operator === "==" ? equal : not(equal));
  }
  return bool(binary(operator, left.tree, right.tree));
}

/** `x === null`: a pointer or a flag says it; what can't be null any more is known. */
function isNull(lowering: Lowering, value: Lowered, type: Type | undefined, wanted: boolean): CExpression {
  const isFunction = (type?.kind === "nullable" ? type.of : type)?.kind === "function";
  if (value.type.endsWith("*") || value.type === "NULL" || isFunction) {
    return binary(wanted ? "==" : "!=", value.tree, literal("NULL"));
  }
  if (!isMaybeName(lowering.program, value.type)) {
    return literal(String(!wanted));
  }
  const present = member(value.tree, "present", false);
  return wanted ? not(present) : present;
}

/** gcc takes `x ^ 0xff` for a complement of a byte that somebody forgot to cut; `0xff - x` is the same without the remark. */
function flipped(side: Lowered): Lowered {
  const { tree, interval } = side;
  if (tree.kind !== "binary" || tree.operator !== "^" || interval === undefined) {
    return side;
  }
  const [mask, other] = isAllOnes(tree.left) ? [tree.left, tree.right] : [tree.right, tree.left];
  const isFlip = isAllOnes(mask) && interval.min >= 0 && interval.max <= Number(mask.text);
  return isFlip ? { ...side, tree: binary("-", mask, other) } : side;
}

function isAllOnes(tree: CExpression): tree is CExpression & { kind: "literal" } {
  return tree.kind === "literal" && [0xff, 0xffff].includes(Number(tree.text));
}

/** What the intervals already say of a comparison: C's compilers warn of tests that can't fail. */
function knownTruth(operator: string, a: Interval, b: Interval): boolean | undefined {
  switch (operator) {
    case "<":
      return a.max < b.min ? true : a.min >= b.max ? false : undefined;
    case "<=":
      return a.max <= b.min ? true : a.min > b.max ? false : undefined;
    case ">":
      return knownTruth("<", b, a);
    case ">=":
      return knownTruth("<=", b, a);
    default: {
      const apart = a.max < b.min || a.min > b.max;
      const same = a.min === a.max && b.min === b.max && a.min === b.min;
      return apart ? operator === "!=" : same ? operator === "==" : undefined;
    }
  }
}
