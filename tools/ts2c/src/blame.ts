/** Where ts2c itself fails: a mistake in it is told with the place in the program that brought it out. */
import { relative } from "node:path";
import ts from "typescript";
import { OwnMistake } from "./command/problem.ts";

/** Does the work for a piece of the program; what the work throws is blamed on the innermost piece. */
export function blaming<T>(node: ts.Node, work: () => T): T {
  try {
    return work();
  } catch (error) {
    // Out of stack there is nothing to blame: the program is nested too deeply.
    throw error instanceof OwnMistake || error instanceof RangeError ? error : new OwnMistake(placeOf(node), error);
  }
}

/** `ring.ts:8:12, in the ConditionalExpression`. */
function placeOf(node: ts.Node): string {
  const source = node.getSourceFile();
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart());
  const file = relative(process.cwd(), source.fileName);
  return `${file}:${String(line + 1)}:${String(character + 1)}, in the ${ts.SyntaxKind[node.kind]}`;
}
