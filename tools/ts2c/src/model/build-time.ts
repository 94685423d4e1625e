/**
 * What only the build needs: functions and constants of a module that nothing but the initialisers of constants use. They
 * are run while transpiling and may use all of TypeScript; there is no C of them.
 */
import ts from "typescript";

/** The declarations of the module that only its computed constants use. */
export function findBuildTimeOnly(source: ts.SourceFile, checker: ts.TypeChecker): Set<ts.Node> {
  const uses = usesIn(source, checker);
  const candidates = new Set<ts.Node>([...uses.keys()].filter((declaration) => isCandidate(declaration)));
  // Taken out again until each that is left is only used by constants and by others that are left.
  for (let before = -1; before !== candidates.size;) {
    before = candidates.size;
    for (const declaration of candidates) {
      const holds = uses.get(declaration)!.every((user) => candidates.has(user) || isComputed(user));
      if (!holds) {
        candidates.delete(declaration);
      }
    }
  }
  return candidates;
}

/** For each top-level declaration that is used: the top-level declarations or statements that name it. */
function usesIn(source: ts.SourceFile, checker: ts.TypeChecker): Map<ts.Node, ts.Node[]> {
  const uses = new Map<ts.Node, ts.Node[]>();
  const visit = (node: ts.Node, user: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const symbol = ts.isShorthandPropertyAssignment(node.parent)
        ? checker.getShorthandAssignmentValueSymbol(node.parent)
        : checker.getSymbolAtLocation(node);
      const declaration = symbol?.valueDeclaration;
      if (declaration !== undefined && declaration !== user && isTopLevel(declaration)) {
        const isHeld = ts.isFunctionDeclaration(declaration) && holdsValue(node.parent, node);
        uses.set(declaration, [...(uses.get(declaration) ?? []), isHeld ? node : user]);
      }
    }
    ts.forEachChild(node, (child) => {
      visit(child, user);
    });
  };
  for (const statement of source.statements) {
    const users = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
    for (const user of users) {
      visit(user, user);
    }
  }
  return uses;
}

/** Whether the name stands for a value that may become part of a constant: `[halved, doubled]`, not `list.map(halved)`. */
function holdsValue(parent: ts.Node, name: ts.Identifier): boolean {
  return (
    ts.isArrayLiteralExpression(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isReturnStatement(parent) ||
    ((ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent)) && parent.initializer === name) ||
    (ts.isArrowFunction(parent) && parent.body === name)
  );
}

function isTopLevel(node: ts.Node): boolean {
  return ts.isSourceFile(ts.isVariableDeclaration(node) ? node.parent.parent.parent : node.parent);
}

function isCandidate(node: ts.Node): boolean {
  const statement = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  const isExported = ts.canHaveModifiers(statement) && (ts.getModifiers(statement) ?? []).length > 0;
  const isFunction = ts.isFunctionDeclaration(node) && node.body !== undefined;
  return !isExported && (isFunction || isComputed(node));
}

/** A module's `const` whose value is computed while transpiling: every one that makes no memory of its own. */
function isComputed(node: ts.Node): boolean {
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) {
    return false;
  }
  const { initializer } = node;
  const isConst = (ts.getCombinedNodeFlags(node) & ts.NodeFlags.Const) !== 0;
  const makesMemory =
    ts.isNewExpression(initializer) ||
    (ts.isCallExpression(initializer) &&
      ts.isIdentifier(initializer.expression) &&
      initializer.expression.text === "array");
  return isConst && !makesMemory;
}
