/** Lowering of expressions: one function per kind of syntax, found in one table. */
import ts from "typescript";
import { blaming } from "../blame.ts";
import { storedIn } from "../model/bare.ts";
import { ELEMENTS, type Type } from "../model/types.ts";
import { arrayOf } from "./arrays.ts";
import { lowerBinary, lowerUnary } from "./arithmetic.ts";
import { lowerConditional } from "./conditional.ts";
import { lowerIdentifier, lowerProperty, memberName } from "./names.ts";
import { floatLiteral, floatOf } from "./floats.ts";
import { lowerCall } from "./calls.ts";
import { intLiteral, isIntType, literalType, type Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { textLiteral } from "./text.ts";
import { address, type CExpression, literal, name } from "./tree.ts";
import { cType, elementCType } from "./types.ts";

type Visitor<N extends ts.Expression> = (lowering: Lowering, node: N) => Lowered;

const VISITORS = new Map<ts.SyntaxKind, Visitor<never>>([
  [ts.SyntaxKind.NumericLiteral, lowerNumber],
  [ts.SyntaxKind.StringLiteral, lowerText],
  [ts.SyntaxKind.TrueKeyword, () => bool(literal("true"))],
  [ts.SyntaxKind.FalseKeyword, () => bool(literal("false"))],
  [ts.SyntaxKind.NullKeyword, () => ({ tree: literal("NULL"), type: "NULL", interval: undefined })],
  [ts.SyntaxKind.Identifier, lowerIdentifier],
  [ts.SyntaxKind.ThisKeyword, lowerThis],
  [
    ts.SyntaxKind.ParenthesizedExpression,
    (lowering, node: ts.ParenthesizedExpression) => lowering.expression(node.expression),
  ],
  [ts.SyntaxKind.PropertyAccessExpression, lowerProperty],
  [ts.SyntaxKind.ElementAccessExpression, lowerElement],
  [ts.SyntaxKind.PrefixUnaryExpression, lowerUnary],
  [ts.SyntaxKind.BinaryExpression, lowerBinary],
  [ts.SyntaxKind.ConditionalExpression, lowerConditional],
  [ts.SyntaxKind.CallExpression, lowerCall],
  [ts.SyntaxKind.ObjectLiteralExpression, lowerRecord],
]);

export function lowerExpression(lowering: Lowering, node: ts.Expression): Lowered {
  const visitor = VISITORS.get(node.kind) as Visitor<ts.Expression> | undefined;
  if (visitor === undefined) {
    throw new Error(`nothing lowers ${ts.SyntaxKind[node.kind]} at ${node.getText()}`);
  }
  const given = blaming(node, () => visitor(lowering, node));
  // Whatever gives a fixed array, its value is where the elements lie.
  const lowered = lowering.typeOf(node)?.kind === "fixed" ? { ...given, type: "array" } : given;
  const interval = isIntType(lowered.type) ? (lowering.intervalOf(node) ?? lowered.interval) : undefined;
  return { ...lowered, interval };
}

export function bool(tree: CExpression): Lowered {
  return { tree, type: "bool", interval: undefined };
}

function lowerNumber(_lowering: Lowering, node: ts.NumericLiteral): Lowered {
  if (!Number.isSafeInteger(Number(node.text))) {
    return floatOf(floatLiteral(Number(node.text)));
  }
  return ofNumber(Number(node.text), /^0x/i.test(node.getText()));
}

export function ofNumber(value: number, hex = false): Lowered {
  const type = literalType(value);
  return { tree: intLiteral(value, type, hex), type, interval: { min: value, max: value, negativeZero: false } };
}

function lowerText(lowering: Lowering, node: ts.StringLiteral): Lowered {
  return lowerTextOf(node.text, lowering.typeOf(node));
}

export function lowerTextOf(text: string, type: Type | undefined): Lowered {
  if (type?.kind === "union") {
    return { tree: name(memberName(type.union.cName, text)), type: cType(type), interval: undefined };
  }
  return {
    tree: { kind: "call", callee: "TS_TEXT", arguments: [textLiteral(text)] },
    type: "ts_bytes",
    interval: undefined,
  };
}

function lowerThis(lowering: Lowering): Lowered {
  return { tree: name("self"), type: `${lowering.current?.owner?.cName ?? "self"}_t *`, interval: undefined };
}

function lowerElement(lowering: Lowering, node: ts.ElementAccessExpression): Lowered {
  const nodes = [node.expression, node.argumentExpression];
  const [array, index] = lowering.inOrder(nodes, [
    () => lowering.expression(node.expression),
    () => lowering.expression(node.argumentExpression),
  ]);
  return elementOf(lowering, node, array, index.tree);
}

/** `array[index]`; instances lie in the array, so that their value is their address. */
export function elementOf(
  lowering: Lowering,
  node: ts.ElementAccessExpression | ts.ForOfStatement,
  array: Lowered,
  index: CExpression,
): Lowered {
  const type = lowering.typeOf(node.expression)!;
  const tree: CExpression = { kind: "index", array: arrayOf(lowering, array).data, index };
  if (type.kind === "view") {
    return { tree, type: elementCType(type.element), interval: { ...ELEMENTS[type.element], negativeZero: false } };
  }
  const { element } = type as Extract<Type, { kind: "fixed" | "table" }>;
  return element.kind === "class"
    ? { tree: address(tree), type: cType(element), interval: undefined }
    : { tree, type: cType(element), interval: undefined };
}

function lowerRecord(lowering: Lowering, node: ts.ObjectLiteralExpression): Lowered {
  const type = lowering.typeOf(node);
  if (type?.kind !== "record") {
    throw new Error("a literal without its type");
  }
  const properties = node.properties.filter((property) => property.name?.getText() !== type.record.tag?.field);
  const values = lowering.inOrder(
    properties,
    properties.map((property) => () => {
      const field = type.record.fields.find((each) => each.name === property.name?.getText())!;
      const tree = lowering.into(storedIn(property as ts.PropertyAssignment), field.type);
      return { tree, type: cType(field.type), interval: undefined };
    }),
  );
  const fields = properties.map((property, index): [string, CExpression] => {
    const field = type.record.fields.find((each) => each.name === property.name?.getText())!;
    return [field.cName, values[index].tree];
  });
  return { tree: { kind: "compound", type: cType(type), fields }, type: cType(type), interval: undefined };
}
