/** Inference of the labels of a `switch`. */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import { constantInt } from "../model/constant-int.ts";
import type { Inference, Value } from "./inference.ts";

/** A label is a constant that no other label of the switch is. */
export function requireLabel(infer: Inference, node: ts.Expression, label: Value, seen: Set<string | number>): void {
  const value = ts.isStringLiteral(node) ? node.text : label.interval?.min;
  if (value === undefined) {
    infer.complain(
      refuse.syntax(node, "this label", "A label is a literal, a module constant or a member of an enum."),
    );
  } else if (!ts.isStringLiteral(node) && !isConstantLabel(infer, node)) {
    infer.complain(refuse.syntax(node, "a label that is computed", "Write `if (a === b)`, or a constant."));
  } else if (seen.has(value)) {
    infer.complain(refuse.syntax(node, "a label that stands before", "Leave it out: it is never reached."));
  }
  seen.add(value ?? "");
}

function isConstantLabel(infer: Inference, node: ts.Expression): boolean {
  let root = node;
  while (ts.isPropertyAccessExpression(root)) {
    root = root.expression;
  }
  const entity = ts.isIdentifier(root) ? infer.program.entity(root) : undefined;
  const declaration = entity !== undefined && "pos" in entity ? entity : undefined;
  const constant = infer.program.constant(declaration);
  return (
    constantInt(infer.program, node) !== undefined ||
    (declaration !== undefined && ts.isEnumDeclaration(declaration)) ||
    constant?.value !== undefined
  );
}
