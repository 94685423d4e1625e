/** Lowering of stores: assignments, steps, and expressions that stand as statements. */
import ts from "typescript";
import { fieldOf } from "../check/effects.ts";
import { plainOperator } from "../infer/assignments.ts";
import type { Type } from "../model/types.ts";
import { combine } from "./arithmetic.ts";
import { elementOf } from "./expressions.ts";
import { fieldIn, lowerVariable, narrowed } from "./names.ts";
import { convert, isIntType, type Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { type CExpression, type CStatement, literal } from "./tree.ts";

const K = ts.SyntaxKind;

/** An expression as a statement: an assignment, a step or a call. */
export function lowerEffect(lowering: Lowering, node: ts.Expression): void {
  if (ts.isBinaryExpression(node)) {
    if (node.operatorToken.kind === K.EqualsToken) {
      lowerAssignment(lowering, node);
    } else {
      lowerCompound(lowering, node.left, plainOperator(node.operatorToken.kind)!, node.right, node);
    }
  } else if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
    lowerCompound(
      lowering,
      node.operand,
      node.operator === K.PlusPlusToken ? K.PlusToken : K.MinusToken,
      undefined,
      node,
    );
  } else {
    const value = lowering.expression(node);
    const tree: CExpression = value.type === "void" ? value.tree : { kind: "cast", type: "void", operand: value.tree };
    lowering.out.push({ kind: "expression", value: tree });
  }
}

function lowerAssignment(lowering: Lowering, node: ts.BinaryExpression): void {
  const [target, value] = lowerTargetAndValue(lowering, node.left, node.right);
  const tree = isIntType(target.type)
    ? convert(value, target.type)
    : lowering.converted(node.right, value, declaredOf(lowering, node.left));
  lowering.out.push({ kind: "assign", target: target.tree, operator: "=", value: tree });
}

/** What leads to the target is evaluated before the value, as JavaScript does. */
function lowerTargetAndValue(lowering: Lowering, left: ts.Expression, right: ts.Expression): [Lowered, Lowered] {
  const nodes = ts.isElementAccessExpression(left)
    ? [left.expression, left.argumentExpression, right]
    : ts.isPropertyAccessExpression(left)
      ? [left.expression, right]
      : [right];
  const values = lowering.inOrder(
    nodes,
    nodes.map((each) => () => lowering.expression(each)),
  );
  const value = values[values.length - 1];
  if (ts.isElementAccessExpression(left)) {
    return [elementOf(lowering, left, values[0], values[1].tree), value];
  }
  const target = ts.isPropertyAccessExpression(left)
    ? fieldIn(lowering, left, values[0])
    : lowerVariable(lowering, lowering.program.entity(left) as ts.Declaration);
  return [target, value];
}

function declaredOf(lowering: Lowering, node: ts.Expression): Type {
  if (ts.isIdentifier(node)) {
    return lowering.results.locals.get(lowering.program.entity(node) as ts.Declaration)!.type;
  }
  const field = ts.isPropertyAccessExpression(node)
    ? fieldOf(lowering.program, node, lowering.typeOf(node.expression))
    : undefined;
  return field?.type ?? lowering.typeOf(node)!;
}

/** `target += value` and `target++`: the target is read and written once. */
function lowerCompound(
  lowering: Lowering,
  left: ts.Expression,
  operator: ts.SyntaxKind,
  right: ts.Expression | undefined,
  node: ts.Expression,
): void {
  const target = stableTarget(lowering, left, right);
  const one: Lowered = { tree: literal("1"), type: "int32_t", interval: { min: 1, max: 1, negativeZero: false } };
  const values = lowering.inOrder(
    [left, ...(right === undefined ? [] : [right])],
    [() => target, ...(right === undefined ? [] : [() => lowering.expression(right)])],
  );
  const other = values[1] ?? one;
  if (right === undefined) {
    lowering.out.push({
      kind: "assign",
      target: target.tree,
      operator: operator === K.PlusToken ? "++" : "--",
      value: other.tree,
    });
    return;
  }
  const result = combine(lowering, operator, values[0], other, lowering.intervalOf(node));
  const value = convert({ ...result, interval: lowering.intervalOf(node) }, target.type);
  const compact = compactForm(target, value);
  lowering.out.push(compact ?? { kind: "assign", target: target.tree, operator: "=", value });
}

/** `x = x + y` as `x += y`. */
function compactForm(target: Lowered, value: CExpression): CStatement | undefined {
  if (value.kind === "binary" && value.left === target.tree) {
    return { kind: "assign", target: target.tree, operator: `${value.operator}=`, value: value.right };
  }
  return undefined;
}

/** A target that is named twice: what leads to it is evaluated once, and before the value. */
function stableTarget(lowering: Lowering, node: ts.Expression, right: ts.Expression | undefined): Lowered {
  if (ts.isPropertyAccessExpression(node)) {
    const object = stableOwner(lowering, node.expression, right === undefined ? [] : [right]);
    return { ...narrowed(lowering, node, fieldIn(lowering, node, object)), interval: lowering.intervalOf(node) };
  }
  if (!ts.isElementAccessExpression(node)) {
    return lowering.expression(node);
  }
  const later = [node.argumentExpression, ...(right === undefined ? [] : [right])];
  const array = stableOwner(lowering, node.expression, later);
  const index = lowering.expression(node.argumentExpression);
  const at = index.tree.kind === "name" || index.tree.kind === "literal" ? index : lowering.save(index);
  const element = elementOf(lowering, node, array, at.tree);
  return { ...element, interval: lowering.intervalOf(node) };
}

/** The object or array of such a target, kept where a call gives it or what comes later would change it. */
function stableOwner(lowering: Lowering, node: ts.Expression, later: readonly ts.Expression[]): Lowered {
  const owner = lowering.expression(node);
  const isCalled = JSON.stringify(owner.tree).includes('"kind":"call"');
  return isCalled || lowering.isDisturbed(node, later) ? lowering.saveFrom(node, owner) : owner;
}
