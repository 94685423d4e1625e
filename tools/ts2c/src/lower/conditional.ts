/** Lowering of `a ? b : c`: what a branch needs before it stays in its branch. */
import ts from "typescript";
import { convert, isIntType, operand, type Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { type CExpression } from "./tree.ts";
import { cType } from "./types.ts";

export function lowerConditional(lowering: Lowering, node: ts.ConditionalExpression): Lowered {
  const { whenTrue, whenFalse } = node;
  const known =
    lowering.typeOf(whenTrue) === undefined
      ? whenFalse
      : lowering.typeOf(whenFalse) === undefined
        ? whenTrue
        : undefined;
  if (known !== undefined) {
    // What the condition does it does, though what it says is known.
    if (lowering.hasEffect(node.condition)) {
      lowering.keepEffect(node.condition, lowering.expression(node.condition).tree);
    }
    return lowering.expression(known);
  }
  const test = lowering.expression(node.condition).tree;
  const [yes, before] = branch(lowering, whenTrue);
  const [no, beforeNo] = branch(lowering, whenFalse);
  const type = conditionalType(lowering, node, yes, no);
  const [yesTree, noTree] = [
    conditionalValue(lowering, whenTrue, node, yes, type),
    conditionalValue(lowering, whenFalse, node, no, type),
  ];
  if (before.length === 0 && beforeNo.length === 0) {
    return { tree: { kind: "conditional", test, yes: yesTree, no: noTree }, type, interval: undefined };
  }
  const target = lowering.temporary(type, undefined);
  lowering.out.push({
    kind: "if",
    test,
    then: [...before, { kind: "assign", target, operator: "=", value: yesTree }],
    otherwise: [...beforeNo, { kind: "assign", target, operator: "=", value: noTree }],
  });
  return { tree: target, type, interval: undefined };
}

function branch(lowering: Lowering, node: ts.Expression): [Lowered, readonly import("./tree.ts").CStatement[]] {
  let value: Lowered | undefined;
  const before = lowering.collect(() => {
    value = lowering.expression(node);
  });
  return [value!, before];
}

function conditionalType(lowering: Lowering, node: ts.ConditionalExpression, yes: Lowered, no: Lowered): string {
  if (isIntType(yes.type) && isIntType(no.type)) {
    return lowering.operationType([yes, no]);
  }
  const isNumber = (each: Lowered): boolean => each.type === "double" || isIntType(each.type);
  if (isNumber(yes) && isNumber(no)) {
    return "double";
  }
  return cType(lowering.typeOf(node)!);
}

function conditionalValue(
  lowering: Lowering,
  node: ts.Expression,
  whole: ts.ConditionalExpression,
  value: Lowered,
  type: string,
): CExpression {
  if (isIntType(type)) {
    return value.tree.kind === "literal" ? operand(value, type, true) : convertInt(value, type);
  }
  return type === "double" ? convert(value, type) : lowering.converted(node, value, lowering.typeOf(whole)!);
}

function convertInt(value: Lowered, type: string): CExpression {
  return value.type === type || (type === "int32_t" && narrowerThanInt(value.type))
    ? value.tree
    : { kind: "cast", type, operand: value.tree };
}

function narrowerThanInt(type: string): boolean {
  return ["uint8_t", "int8_t", "uint16_t", "int16_t"].includes(type);
}
