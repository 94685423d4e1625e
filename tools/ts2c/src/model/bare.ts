import ts from "typescript";

/** The expression without the parentheses around it. */
export function bare(node: ts.Expression): ts.Expression {
  let inner = node;
  while (ts.isParenthesizedExpression(inner)) {
    inner = inner.expression;
  }
  return inner;
}

/** `a`, `b` and `c` of `a ?? b ?? c`. */
export function alternatives(node: ts.Expression): ts.Expression[] {
  const inner = bare(node);
  return ts.isBinaryExpression(inner) && inner.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken
    ? [...alternatives(inner.left), ...alternatives(inner.right)]
    : [node];
}

/** What an object literal stores in a field; of `{ value }` the name is that too. */
export function storedIn(property: ts.PropertyAssignment | ts.ShorthandPropertyAssignment): ts.Expression {
  return ts.isPropertyAssignment(property) ? property.initializer : property.name;
}
