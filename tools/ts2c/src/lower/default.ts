/** Lowering of `array[index] ?? value`. */
import ts from "typescript";
import { INT32, join } from "../infer/interval.ts";
import { alternatives, bare } from "../model/bare.ts";
import { bothIn } from "./arithmetic.ts";
import { arrayOf, knownLength } from "./arrays.ts";
import { elementOf, ofNumber } from "./expressions.ts";
import { isIntType, type Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { binary, type CExpression, type CStatement, literal } from "./tree.ts";

/** `table[i] ?? d`, and `a[i] ?? b[i] ?? d`. */
export function lowerDefault(lowering: Lowering, node: ts.BinaryExpression): Lowered {
  return firstInside(lowering, alternatives(node));
}

function firstInside(lowering: Lowering, [first, ...others]: readonly ts.Expression[]): Lowered {
  const element = bare(first);
  if (others.length === 0 || !ts.isElementAccessExpression(element)) {
    return lowering.expression(first);
  }
  const [array, index] = lowering.inOrder(
    [element.expression, element.argumentExpression],
    [() => arrayOnce(lowering, element.expression), () => lowering.expression(element.argumentExpression)],
  ) as [Lowered, Lowered];
  const parts = arrayOf(lowering, array);
  const length =
    parts.length === undefined ? ofNumber(knownLength(lowering, element.expression)!) : withLength(parts.length);
  const range = index.interval!;
  const rebuiltArray = { ...array, tree: rebuilt(array, parts) };
  if (range.min >= 0 && range.max < length.interval!.min) {
    const inside = elementOf(lowering, element, rebuiltArray, index.tree);
    return { ...inside, interval: lowering.intervalOf(element) };
  }
  if (isFarOutside(index, length) && !isMade(lowering, element.expression)) {
    return instead(lowering, elementOf(lowering, element, rebuiltArray, index.tree), others, element);
  }
  const at = isPlain(index.tree) ? index : lowering.save(index);
  const value = elementOf(lowering, element, rebuiltArray, at.tree);
  let other: Lowered | undefined;
  const before = lowering.collect(() => {
    other = firstInside(lowering, others);
  });
  const tests: CExpression[] = [];
  if (range.min < 0) {
    tests.push(binary(">=", at.tree, literal("0")));
  }
  tests.push(binary("<", ...bothIn(lowering.operationType([at, length]), at, length)));
  const test = tests.reduce((a, b) => binary("&&", a, b));
  if (isIntType(value.type)) {
    const known = { ...value, interval: lowering.intervalOf(element) };
    const common = lowering.operationType([known, other!]);
    const [yes, no] = bothIn(common, known, other!);
    const interval = join(known.interval!, other!.interval!);
    return { tree: choose(lowering, { test, yes, no }, common, before), type: common, interval };
  }
  const no = lowering.converted(bare(others[0]), other!, lowering.typeOf(element)!);
  const choice = { test, yes: value.tree, no };
  return { ...value, tree: choose(lowering, choice, value.type, before) };
}

/** Whether a constant index lies outside for certain: its address may be so far behind the array that no linker can write it. */
function isFarOutside(index: Lowered, length: Lowered): boolean {
  const { min, max } = index.interval!;
  return index.tree.kind === "literal" && (max < 0 || min >= length.interval!.max);
}

/** What stands for an element that is not there. */
function instead(
  lowering: Lowering,
  value: Lowered,
  others: readonly ts.Expression[],
  element: ts.ElementAccessExpression,
): Lowered {
  const other = firstInside(lowering, others);
  return isIntType(value.type)
    ? other
    : { ...value, tree: lowering.converted(bare(others[0]), other, lowering.typeOf(element)!) };
}

/** An array that a call gives, or that lies in what one gives, called whether the index is inside or not. */
function arrayOnce(lowering: Lowering, node: ts.Expression): Lowered {
  const array = lowering.expression(node);
  return isMade(lowering, node) ? lowering.saveFrom(node, array) : array;
}

function isMade(lowering: Lowering, node: ts.Expression): boolean {
  return ts.isCallExpression(bare(node)) || lowering.hasEffect(node);
}

/** `test ? yes : no`, where `before` has to happen only when it is `no`. */
function choose(
  lowering: Lowering,
  { test, yes, no }: { readonly test: CExpression; readonly yes: CExpression; readonly no: CExpression },
  type: string,
  before: readonly CStatement[],
): CExpression {
  if (before.length === 0) {
    return { kind: "conditional", test, yes, no };
  }
  const target = lowering.temporary(type, undefined);
  const store = (value: CExpression): CStatement => ({ kind: "assign", target, operator: "=", value });
  lowering.out.push({ kind: "if", test, then: [store(yes)], otherwise: [...before, store(no)] });
  return target;
}

function withLength(tree: CExpression): Lowered {
  if (tree.kind === "literal") {
    const length = Number.parseInt(tree.text, 10);
    return { tree, type: "uint32_t", interval: { min: length, max: length, negativeZero: false } };
  }
  return { tree, type: "uint32_t", interval: { min: 0, max: INT32.max, negativeZero: false } };
}

function rebuilt(array: Lowered, parts: { data: CExpression; length: CExpression | undefined }): CExpression {
  return parts.length === undefined
    ? parts.data
    : {
        kind: "compound",
        type: array.type,
        fields: [
          ["data", parts.data],
          ["length", parts.length],
        ],
      };
}

function isPlain(tree: CExpression): boolean {
  return tree.kind === "name" || tree.kind === "literal";
}
