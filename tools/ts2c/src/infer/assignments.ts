/** Stores: to locals, fields and elements. */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import { fieldOf } from "../check/effects.ts";
import type { FieldInfo } from "../model/entities.ts";
import { ERROR, holdsPlace, typeName, type Type } from "../model/types.ts";
import { operate } from "./arithmetic.ts";
import { elementAt } from "./arrays.ts";
import { isFloat, operateFloats } from "./floats.ts";
import { type Inference, type Value } from "./inference.ts";
import { isInConstructor } from "./names.ts";
import { type Interval, interval, meet } from "./interval.ts";
import { constant } from "./linear.ts";

/** `target = value`. */
export function assign(infer: Inference, node: ts.BinaryExpression): void {
  const target = targetOf(infer, node.left);
  const value = infer.evaluate(node.right, target.type);
  store(infer, node.left, node.right, target, value);
}

const COMPOUND = new Map<ts.SyntaxKind, ts.SyntaxKind>([
  [ts.SyntaxKind.PlusEqualsToken, ts.SyntaxKind.PlusToken],
  [ts.SyntaxKind.MinusEqualsToken, ts.SyntaxKind.MinusToken],
  [ts.SyntaxKind.AsteriskEqualsToken, ts.SyntaxKind.AsteriskToken],
  [ts.SyntaxKind.SlashEqualsToken, ts.SyntaxKind.SlashToken],
  [ts.SyntaxKind.PercentEqualsToken, ts.SyntaxKind.PercentToken],
  [ts.SyntaxKind.AmpersandEqualsToken, ts.SyntaxKind.AmpersandToken],
  [ts.SyntaxKind.BarEqualsToken, ts.SyntaxKind.BarToken],
  [ts.SyntaxKind.CaretEqualsToken, ts.SyntaxKind.CaretToken],
  [ts.SyntaxKind.LessThanLessThanEqualsToken, ts.SyntaxKind.LessThanLessThanToken],
  [ts.SyntaxKind.GreaterThanGreaterThanEqualsToken, ts.SyntaxKind.GreaterThanGreaterThanToken],
  [ts.SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken, ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken],
]);

/** The plain operator of a compound assignment. */
export function plainOperator(operator: ts.SyntaxKind): ts.SyntaxKind | undefined {
  return COMPOUND.get(operator);
}

/** `target += value`. */
export function compoundAssign(infer: Inference, node: ts.BinaryExpression): void {
  const operator = plainOperator(node.operatorToken.kind);
  if (operator === undefined) {
    infer.complain(refuse.syntax(node.operatorToken, "this assignment", "Write `a = a … b`."));
    return;
  }
  const target = targetOf(infer, node.left);
  const right = infer.evaluate(node.right);
  const value =
    isFloat(target.before) || isFloat(right)
      ? operateFloats(infer, node, operator, target.before, right)
      : operate(infer, node, operator, integerOf(infer, node.left, target), infer.asInteger(node.right, right));
  infer.record(node, value);
  store(infer, node.left, node, target, value);
}

/** `target++` and `target--`. */
export function step(infer: Inference, node: ts.PostfixUnaryExpression | ts.PrefixUnaryExpression): void {
  const up = node.operator === ts.SyntaxKind.PlusPlusToken;
  if (!up && node.operator !== ts.SyntaxKind.MinusMinusToken) {
    infer.evaluate(node);
    infer.complain(refuse.syntax(node, "an expression without effect", "Call, assign, or leave it out."));
    return;
  }
  const target = targetOf(infer, node.operand);
  if (isFloat(target.before)) {
    infer.record(node, target.before);
    store(infer, node.operand, node, target, target.before);
    return;
  }
  const before = integerOf(infer, node.operand, target);
  const one = { type: { kind: "int", min: 1, max: 1 } as const, interval: interval(1, 1), linear: constant(1) };
  const by = { ...one, version: infer.state.version };
  const value = operate(infer, node, up ? ts.SyntaxKind.PlusToken : ts.SyntaxKind.MinusToken, before, by);
  infer.record(node, value);
  store(infer, node.operand, node, target, value);
}

interface Target {
  readonly type: Type;
  /** The value before, for `+=`. */
  readonly before: Value;
}

/** Evaluates what a target is reached by, in the order in which JavaScript does. */
function targetOf(infer: Inference, node: ts.Expression): Target {
  if (ts.isElementAccessExpression(node)) {
    const before = elementAt(infer, node, true);
    infer.record(node, before);
    const type = infer.results.values.get(node.expression)?.type;
    if (type?.kind === "table" || (type?.kind === "view" && type.readonly)) {
      infer.complain(refuse.stored(node, node.expression.getText()));
    }
    return { type: before.type, before };
  }
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
    const before = infer.evaluate(node);
    return { type: declaredType(infer, node) ?? before.type, before };
  }
  infer.complain(refuse.syntax(node, "this target", "Assign to a variable, a field or an element."));
  return { type: ERROR, before: { type: ERROR } };
}

function declaredType(infer: Inference, node: ts.Identifier | ts.PropertyAccessExpression): Type | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    return fieldOf(infer.program, node, infer.evaluate(node.expression).type)?.type;
  }
  const entity = infer.program.entity(node);
  return entity !== undefined && "pos" in entity ? infer.results.locals.get(entity)?.type : undefined;
}

function integerOf(infer: Inference, node: ts.Expression, target: Target): Value & { readonly interval: Interval } {
  if (target.before.interval === undefined) {
    if (target.type.kind !== "error") {
      infer.complain(refuse.notInteger(node, typeName(target.type)));
    }
    return { type: ERROR, interval: interval(0, 0) };
  }
  return { ...target.before, interval: target.before.interval };
}

function store(infer: Inference, node: ts.Expression, from: ts.Expression, target: Target, value: Value): void {
  if (ts.isIdentifier(node)) {
    storeLocal(infer, node, from, value);
  } else if (ts.isPropertyAccessExpression(node)) {
    storeField(infer, node, from, target, value);
  } else {
    infer.fits(from, value, target.type, "an element");
    if (holdsPlace(target.type)) {
      infer.complain(refuse.placeStored(node, node.getText()));
    }
  }
}

function storeLocal(infer: Inference, node: ts.Identifier, from: ts.Expression, value: Value): void {
  const entity = infer.program.entity(node);
  const local = entity !== undefined && "pos" in entity ? infer.results.locals.get(entity) : undefined;
  if (local === undefined) {
    infer.complain(refuse.stored(node, node.text));
    return;
  }
  if (local.annotated || local.type.kind !== "int" || value.interval === undefined) {
    infer.fits(from, value, local.type, `\`${local.name}\``);
  }
  infer.storeLocal(local, value);
}

function storeField(
  infer: Inference,
  node: ts.PropertyAccessExpression,
  from: ts.Expression,
  target: Target,
  value: Value,
): void {
  const field = fieldOf(infer.program, node, infer.evaluate(node.expression).type);
  if (field === undefined) {
    return;
  }
  const isOwn = isInConstructor(infer) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
  if (field.readonly && !isOwn) {
    infer.complain(refuse.stored(node, field.name));
    return;
  }
  if (field.storage !== undefined) {
    infer.complain(refuse.placeStored(node, field.name)); // Its memory lies in the instance.
  }
  infer.fits(from, value, field.type, `\`${field.name}\``);
  const { path } = target.before;
  const speaksOfOthers = [...(value.linear?.terms.keys() ?? [])].some(
    (key) => key !== path?.key && infer.state.atoms.get(key)?.fields.includes(field),
  );
  const linear = speaksOfOthers ? undefined : infer.linearOf(value);
  // What is known of an integer before goes on into what is known of it after.
  forgetExcept(infer, field, field.type.kind === "int" ? path?.key : undefined);
  if (field.type.kind === "nullable" && path !== undefined) {
    infer.storeNullable(path, field.type.of, value);
  }
  if (field.type.kind === "int" && path !== undefined && value.interval !== undefined) {
    infer.state.assign(path.key, meet(value.interval, field.type), linear);
  }
}

/** A store through one reference ends what is known of that field through every reference, except for what is at `kept`. */
function forgetExcept(infer: Inference, field: FieldInfo, kept: string | undefined): void {
  infer.state.forget((atom) => atom.key !== kept && atom.fields.includes(field));
}
