/** Inference of what is one of two: `a ? b : c`, and `array[index] ?? value`. */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import { alternatives, bare } from "../model/bare.ts";
import { ERROR, INT, int, isAssignable, typeName, type Type } from "../model/types.ts";
import { elementAt } from "./arrays.ts";
import { inferCondition } from "./conditions.ts";
import { isFloat, requireNumber } from "./floats.ts";
import { type Inference, type Value, shortText } from "./inference.ts";
import { join, within } from "./interval.ts";
import { State } from "./state.ts";

/** `a ? b : c`. */
export function inferConditional(infer: Inference, node: ts.ConditionalExpression, expected: Type | undefined): Value {
  const [yes, no] = inferCondition(infer, node.condition);
  infer.state = yes;
  const whenTrue = infer.evaluate(node.whenTrue, expected);
  const afterTrue = infer.state;
  infer.state = no;
  const whenFalse = infer.evaluate(node.whenFalse, expected);
  const [reachesTrue, reachesFalse] = [afterTrue.reachable, infer.state.reachable];
  infer.state = State.join(afterTrue, infer.state);
  if (!reachesTrue || !reachesFalse) {
    const { type, interval: range } = reachesTrue ? whenTrue : whenFalse;
    return { type, interval: range };
  }
  if (isFloat(whenTrue) ? whenFalse.interval : isFloat(whenFalse) && whenTrue.interval) {
    requireNumber(infer, node.whenTrue, whenTrue);
    requireNumber(infer, node.whenFalse, whenFalse);
  }
  if (whenTrue.interval !== undefined && whenFalse.interval !== undefined) {
    return eitherInteger(whenTrue, whenFalse);
  }
  return { type: commonType(infer, node, expected, whenTrue, whenFalse) };
}

function commonType(
  infer: Inference,
  node: ts.ConditionalExpression,
  expected: Type | undefined,
  whenTrue: Value,
  whenFalse: Value,
): Type {
  const [a, b] = [whenTrue.type, whenFalse.type];
  if (expected?.kind === "nullable" && [whenTrue, whenFalse].every((each) => fitsInto(each, expected))) {
    return expected;
  }
  // Functions and variants of a tagged union have no type of their own that both could have.
  const isWider = expected?.kind === "function" || expected?.kind === "tagged";
  if (isWider && isAssignable(a, expected) && isAssignable(b, expected)) {
    return expected;
  }
  if (b.kind === "null" && a.kind !== "nullable") {
    return infer.program.nullable(a.kind === "int" ? INT : a);
  }
  if (a.kind === "null" && b.kind !== "nullable") {
    return infer.program.nullable(b.kind === "int" ? INT : b);
  }
  if (fitsInto(whenTrue, b)) {
    return b;
  }
  if (fitsInto(whenFalse, a)) {
    return a;
  }
  infer.complain(refuse.notAssignable(node.whenFalse, typeName(b), typeName(a)));
  return ERROR;
}

/** Whether it is of the type; where that may be null, an integer has to fit what is inside. */
function fitsInto({ type: from, interval: range }: Value, type: Type): boolean {
  const inside = type.kind === "nullable" ? type.of : undefined;
  const tooWide = inside?.kind === "int" && range !== undefined && !within(range, inside);
  const showsZero = inside?.kind === "float" && range?.negativeZero === true;
  return isAssignable(from, type) && !tooWide && !showsZero;
}

/** One of two integers; of an enum only where both are. */
function eitherInteger(a: Value, b: Value): Value {
  const range = join(a.interval!, b.interval!);
  const isOfEnum = a.type.kind === "enum" && b.type.kind === "enum" && a.type.enum === b.type.enum;
  return { type: isOfEnum ? a.type : int(range.min, range.max), interval: range };
}

/** `table[i] ?? d`: JavaScript's own way to read outside. `a[i] ?? b[i] ?? d` tries one after the other. */
export function inferDefault(infer: Inference, node: ts.BinaryExpression): Value {
  return firstInside(infer, alternatives(node), undefined);
}

function firstInside(
  infer: Inference,
  [first, ...others]: readonly ts.Expression[],
  expected: Type | undefined,
): Value {
  if (others.length === 0) {
    return infer.evaluate(first, expected);
  }
  const left = bare(first);
  if (!ts.isElementAccessExpression(left)) {
    const { operatorToken } = first.parent as ts.BinaryExpression;
    const [value, other] = [shortText(left), shortText(others[0])];
    const name = /^[\w.]+$/.test(value) ? value : "kept";
    const hint = `It is for \`array[index]\`; of what may be null write \`${name} !== null ? ${name} : ${other}\``;
    infer.complain(
      refuse.syntax(
        operatorToken,
        "`??` here",
        name === value ? `${hint}.` : `${hint}, after \`const kept = ${value}\`.`,
      ),
    );
    return { type: ERROR };
  }
  const element = elementAt(infer, left, false);
  infer.record(left, element);
  if (element.type.kind === "nullable") {
    // For JavaScript a null inside is as good as nothing.
    infer.complain(refuse.maybeNull(left, shortText(left)));
  }
  const before = infer.state;
  infer.state = before.copy();
  const other = firstInside(infer, others, element.type);
  infer.state = State.join(before, infer.state);
  if (element.interval !== undefined && other.interval !== undefined) {
    return eitherInteger(element, other);
  }
  infer.fits(bare(others[0]), other, element.type, "an element");
  return { type: element.type };
}
