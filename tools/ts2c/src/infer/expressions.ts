/** Inference of expressions: one function per kind of syntax, found in one table. */
import ts from "typescript";
import { blaming } from "../blame.ts";
import { refuse } from "../diagnostics.ts";
import { storedIn } from "../model/bare.ts";
import type { TaggedInfo } from "../model/entities.ts";
import { BOOL, ERROR, FLOAT, NULL, TEXT, type Type } from "../model/types.ts";
import { inferBinary, inferPostfix, inferUnary } from "./arithmetic.ts";
import { elementAt } from "./arrays.ts";
import { inferCall } from "./calls.ts";
import { inferConditional } from "./choices.ts";
import { type Inference, type Value } from "./inference.ts";
import { interval } from "./interval.ts";
import { constant } from "./linear.ts";
import { inferIdentifier, inferProperty } from "./names.ts";

type Visitor<N extends ts.Expression> = (infer: Inference, node: N, expected: Type | undefined) => Value;

const VISITORS = new Map<ts.SyntaxKind, Visitor<never>>([
  [ts.SyntaxKind.NumericLiteral, inferNumber],
  [ts.SyntaxKind.StringLiteral, inferText],
  [ts.SyntaxKind.TrueKeyword, () => ({ type: BOOL })],
  [ts.SyntaxKind.FalseKeyword, () => ({ type: BOOL })],
  [ts.SyntaxKind.NullKeyword, () => ({ type: NULL })],
  [ts.SyntaxKind.Identifier, inferIdentifier],
  [ts.SyntaxKind.ThisKeyword, inferThis],
  [ts.SyntaxKind.ParenthesizedExpression, inferParenthesized],
  [ts.SyntaxKind.PropertyAccessExpression, inferProperty],
  [ts.SyntaxKind.ElementAccessExpression, inferElement],
  [ts.SyntaxKind.PrefixUnaryExpression, inferUnary],
  [ts.SyntaxKind.PostfixUnaryExpression, inferPostfix],
  [ts.SyntaxKind.BinaryExpression, inferBinary],
  [ts.SyntaxKind.ConditionalExpression, inferConditional],
  [ts.SyntaxKind.CallExpression, inferCall],
  [ts.SyntaxKind.ObjectLiteralExpression, inferRecord],
]);

export function evaluateExpression(infer: Inference, node: ts.Expression, expected: Type | undefined): Value {
  const visitor = VISITORS.get(node.kind) as Visitor<ts.Expression> | undefined;
  if (visitor === undefined) {
    // Check has refused the syntax, or creation stands where memory can't be made.
    if (ts.isNewExpression(node)) {
      infer.complain(refuse.creation(node, ts.isNewExpression(node.parent) || ts.isCallExpression(node.parent)));
    } else if (ts.isPostfixUnaryExpression(node)) {
      infer.complain(refuse.incrementInExpression(node));
    }
    return { type: ERROR };
  }
  return blaming(node, () => visitor(infer, node, expected));
}

function inferNumber(infer: Inference, node: ts.NumericLiteral): Value {
  const value = Number(node.text);
  if (!Number.isSafeInteger(value)) {
    if (!Number.isFinite(value)) {
      infer.complain(refuse.notInteger(node, node.getText()));
    }
    return { type: FLOAT };
  }
  return ofConstant(value);
}

export function ofConstant(value: number): Value {
  return { type: { kind: "int", min: value, max: value }, interval: interval(value, value), linear: constant(value) };
}

function inferText(_infer: Inference, node: ts.StringLiteral, wanted: Type | undefined): Value {
  const expected = wanted?.kind === "nullable" ? wanted.of : wanted;
  return expected?.kind === "union" && expected.union.members.includes(node.text) ? { type: expected } : { type: TEXT };
}

function inferThis(infer: Inference): Value {
  const owner = infer.current?.owner;
  if (owner === undefined) {
    return { type: ERROR };
  }
  return { type: { kind: "class", class: owner }, path: { key: "this", root: "this", fields: [] } };
}

function inferParenthesized(infer: Inference, node: ts.ParenthesizedExpression, expected: Type | undefined): Value {
  return infer.evaluate(node.expression, expected);
}

function inferElement(infer: Inference, node: ts.ElementAccessExpression): Value {
  return elementAt(infer, node, true);
}

function inferRecord(infer: Inference, node: ts.ObjectLiteralExpression, wanted: Type | undefined): Value {
  const inside = wanted?.kind === "nullable" ? wanted.of : wanted;
  const expected = inside?.kind === "tagged" ? variantOf(node, inside.tagged) : inside;
  if (expected?.kind !== "record") {
    infer.complain(refuse.literalWithoutType(node));
    return { type: ERROR };
  }
  for (const property of node.properties) {
    const name = property.name && ts.isIdentifier(property.name) ? property.name.text : undefined;
    const field = expected.record.fields.find((each) => each.name === name);
    if (name !== undefined && expected.record.tag?.field === name) {
      continue; // tsc has seen that it is the variant's own text.
    }
    if (field === undefined) {
      infer.complain(refuse.member(property, expected.record.name, property.getText()));
    } else if (ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property)) {
      infer.stores(storedIn(property), field.type, `\`${field.name}\``);
    }
  }
  return { type: expected };
}

/** The variant that a literal names. */
function variantOf(node: ts.ObjectLiteralExpression, info: TaggedInfo): Type | undefined {
  const property = node.properties.find((each) => each.name?.getText() === info.tagField);
  const text = property && ts.isPropertyAssignment(property) && ts.isStringLiteral(property.initializer);
  const record = text ? info.variants.get(property.initializer.text) : undefined;
  return record && { kind: "record", record };
}
