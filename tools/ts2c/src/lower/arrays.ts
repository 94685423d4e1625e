/** Arrays in C: where their elements lie and how many there are. */
import type ts from "typescript";
import { bare } from "../model/bare.ts";
import { ofNumber } from "./expressions.ts";
import type { Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { type CExpression, member } from "./tree.ts";

export interface ArrayParts {
  readonly data: CExpression;
  /** Missing for arrays whose length their type knows. */
  readonly length: CExpression | undefined;
}

/** The parts of an array; one that is just being computed is kept in a temporary first. */
export function arrayOf(lowering: Lowering, array: Lowered): ArrayParts {
  if (array.type === "array") {
    return { data: array.tree, length: undefined };
  }
  if (array.tree.kind === "compound") {
    return { data: array.tree.fields[0][1], length: array.tree.fields[1][1] };
  }
  const view = isSimple(array.tree) ? array.tree : lowering.save(array).tree;
  return { data: member(view, "data", false), length: member(view, "length", false) };
}

function isSimple(tree: CExpression): boolean {
  return tree.kind === "name" || (tree.kind === "member" && isSimple(tree.object));
}

/** `array.length`. */
export function lengthOf(lowering: Lowering, node: ts.Expression): Lowered {
  const type = lowering.typeOf(node)!;
  if (type.kind === "fixed") {
    return ofNumber(type.length);
  }
  const constant = type.kind === "table" ? tableLength(lowering, node) : undefined;
  if (constant !== undefined) {
    return ofNumber(constant);
  }
  const { length } = arrayOf(lowering, lowering.expression(node));
  if (length?.kind === "literal") {
    return ofNumber(Number(length.text));
  }
  return { tree: length!, type: "uint32_t", interval: undefined };
}

function tableLength(lowering: Lowering, node: ts.Expression): number | undefined {
  const declaration = lowering.program.entity(bare(node));
  const constant = declaration && "pos" in declaration ? lowering.program.constant(declaration) : undefined;
  return (constant?.value as ArrayLike<unknown> | undefined)?.length;
}
