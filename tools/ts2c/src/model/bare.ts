import ts from "typescript";

/** The expression without the parentheses around it. */
export function bare(node: ts.Expression): ts.Expression {
  let inner = node;
  while (ts.isParenthesizedExpression(inner)) {
    inner = inner.expression;
  }
  return inner;
}
