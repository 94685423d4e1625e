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

/** `array.length`; what gives the array is done, though its length is known. */
export function lengthOf(lowering: Lowering, node: ts.Expression): Lowered {
  const known = knownLength(lowering, node);
  if (known !== undefined && !lowering.hasEffect(node)) {
    return ofNumber(known);
  }
  const array = lowering.expression(node);
  const { length } = arrayOf(lowering, array);
  if (known === undefined && length?.kind !== "literal") {
    return { tree: length!, type: "uint32_t", interval: undefined };
  }
  lowering.keepEffect(node, array.tree);
  return ofNumber(known ?? Number((length as { readonly text: string }).text));
}

/** The length that the type says, or the value of a constant table. */
export function knownLength(lowering: Lowering, node: ts.Expression): number | undefined {
  const type = lowering.typeOf(node);
  if (type?.kind === "fixed") {
    return type.length;
  }
  const declaration = type?.kind === "table" ? lowering.program.entity(bare(node)) : undefined;
  const constant = declaration && "pos" in declaration ? lowering.program.constant(declaration) : undefined;
  return (constant?.value as ArrayLike<unknown> | undefined)?.length;
}
