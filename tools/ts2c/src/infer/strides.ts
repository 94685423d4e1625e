/**
 * Strides: in `for (let i = 0; i < 64; i += 4)` the last `i` is 60, not 63. Where nothing but the loop's own step stores to
 * the variable, it only takes values that are whole steps away from the first one.
 */
import ts from "typescript";
import { isTarget } from "../check/effects.ts";
import { constantInt } from "../model/constant-int.ts";
import type { Inference } from "./inference.ts";

/** What makes the variable's interval end on a step; called where the condition holds, before the body. */
export function strideOf(infer: Inference, node: ts.ForStatement): () => void {
  const variable = variableOf(node);
  const step = variable && stepOf(infer, node.incrementor, variable);
  const local = variable && infer.results.locals.get(variable);
  if (variable === undefined || step === undefined || local?.type.kind !== "int") {
    return () => undefined;
  }
  const stored = [node.condition, node.statement].some((part) => part !== undefined && isStored(infer, part, variable));
  const key = infer.keyOf(variable);
  const { min: start, max } = infer.state.known(key);
  if (stored || start !== max) {
    return () => undefined;
  }
  return () => {
    if (!infer.state.reachable) {
      return;
    }
    const known = infer.state.known(key);
    const size = Math.abs(step);
    const steps = Math.floor((step > 0 ? known.max - start : start - known.min) / size);
    const last = start + steps * step;
    infer.state.narrow(key, step > 0 ? { min: start, max: last } : { min: last, max: start });
  };
}

function variableOf(node: ts.ForStatement): ts.VariableDeclaration | undefined {
  const { initializer } = node;
  const list = initializer !== undefined && ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
  return list.length === 1 ? list[0] : undefined;
}

/** By how much `i += 4` or `i -= 4` steps. */
function stepOf(
  infer: Inference,
  node: ts.Expression | undefined,
  variable: ts.VariableDeclaration,
): number | undefined {
  if (node === undefined || !ts.isBinaryExpression(node) || infer.program.entity(node.left) !== variable) {
    return undefined;
  }
  const by = constantInt(infer.program, node.right);
  const sign = { [ts.SyntaxKind.PlusEqualsToken]: 1, [ts.SyntaxKind.MinusEqualsToken]: -1 }[
    node.operatorToken.kind as number
  ];
  return by === undefined || by <= 0 || sign === undefined ? undefined : by * sign;
}

function isStored(infer: Inference, node: ts.Node, variable: ts.VariableDeclaration): boolean {
  if (ts.isIdentifier(node) && isTarget(node) && infer.program.entity(node) === variable) {
    return true;
  }
  return ts.forEachChild(node, (child) => isStored(infer, child, variable) || undefined) ?? false;
}
