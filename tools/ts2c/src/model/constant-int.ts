/** Integers that are known from the source alone: sizes of memory, labels, steps of loops. */
import ts from "typescript";
import type { Program } from "./program.ts";

/** A literal, a module constant that is one, the length of a table that is written out, or arithmetic of them. */
export function constantInt(program: Program, node: ts.Expression): number | undefined {
  if (ts.isNumericLiteral(node)) {
    return exact(Number(node.text));
  }
  if (ts.isParenthesizedExpression(node)) {
    return constantInt(program, node.expression);
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const value = constantInt(program, node.operand);
    return value === undefined || value === 0 ? undefined : -value;
  }
  if (ts.isBinaryExpression(node)) {
    return constantBinary(program, node);
  }
  if (ts.isPropertyAccessExpression(node) && node.name.text === "length") {
    const table = initialiserOf(program, node.expression);
    return table && ts.isArrayLiteralExpression(table) && !table.elements.some(ts.isSpreadElement)
      ? table.elements.length
      : undefined;
  }
  const initialiser = initialiserOf(program, node);
  return initialiser && constantInt(program, initialiser);
}

/** What a module constant begins with. */
function initialiserOf(program: Program, node: ts.Expression): ts.Expression | undefined {
  const entity = ts.isIdentifier(node) ? program.entity(node) : undefined;
  const declaration = entity && "pos" in entity && ts.isVariableDeclaration(entity) ? entity : undefined;
  const isModuleConstant = declaration && ts.isSourceFile(declaration.parent.parent.parent);
  const isConst = declaration && ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const;
  return isModuleConstant && isConst ? declaration.initializer : undefined;
}

function exact(value: number): number | undefined {
  return isInteger(value) ? value : undefined;
}

/** Whether C has the same integer: it has no −0. */
export function isInteger(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}

const OPERATORS = new Map<ts.SyntaxKind, (a: number, b: number) => number>([
  [ts.SyntaxKind.PlusToken, (a, b) => a + b],
  [ts.SyntaxKind.MinusToken, (a, b) => a - b],
  [ts.SyntaxKind.AsteriskToken, (a, b) => a * b],
  [ts.SyntaxKind.AsteriskAsteriskToken, (a, b) => a ** b],
  [ts.SyntaxKind.PercentToken, (a, b) => a % b],
  [ts.SyntaxKind.AmpersandToken, (a, b) => a & b],
  [ts.SyntaxKind.BarToken, (a, b) => a | b],
  [ts.SyntaxKind.CaretToken, (a, b) => a ^ b],
  [ts.SyntaxKind.LessThanLessThanToken, (a, b) => a << b],
  [ts.SyntaxKind.GreaterThanGreaterThanToken, (a, b) => a >> b],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken, (a, b) => a >>> b],
]);

function constantBinary(program: Program, node: ts.BinaryExpression): number | undefined {
  const left = constantInt(program, node.left);
  const right = constantInt(program, node.right);
  const operate = OPERATORS.get(node.operatorToken.kind);
  return left === undefined || right === undefined ? undefined : operate && exact(operate(left, right));
}
