/** Inference of calls: the program's functions and methods, drivers, and what is built in. */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import { calledFunction, isIndirect } from "../check/effects.ts";
import type { FunctionInfo } from "../model/entities.ts";
import { ELEMENTS, ERROR, FLOAT, TEXT, VOID, int, typeName, type ElementName, type Type } from "../model/types.ts";
import { divisionIn, inferDivision, type Rounding } from "./arithmetic.ts";
import { VIEW_METHODS } from "./views.ts";
import { inferCondition } from "./conditions.ts";
import { valueOfType } from "./names.ts";
import { FLOAT_MATH, isFloat, requireNumber } from "./floats.ts";
import { type Inference, type Value, shortText } from "./inference.ts";
import * as intervals from "./interval.ts";
import { type Interval, interval } from "./interval.ts";

export function inferCall(infer: Inference, node: ts.CallExpression): Value {
  // A method's object is evaluated first: of a generic class, its type says which method it is.
  const receiver = isMethodCall(infer, node) ? infer.evaluate(node.expression.expression) : undefined;
  const called = calledFunction(infer.program, node, receiver?.type);
  if (called !== undefined) {
    return callFunction(infer, node, called, receiver);
  }
  if (isIndirect(infer.program, node)) {
    return callValue(infer, node);
  }
  if (ts.isIdentifier(node.expression)) {
    return callName(infer, node, node.expression);
  }
  if (ts.isPropertyAccessExpression(node.expression)) {
    return callMember(infer, node, node.expression);
  }
  infer.complain(refuse.syntax(node, "this call", "Call a function or method by its name."));
  return { type: ERROR };
}

function isMethodCall(
  infer: Inference,
  node: ts.CallExpression,
): node is ts.CallExpression & { expression: ts.PropertyAccessExpression } {
  const entity = ts.isPropertyAccessExpression(node.expression)
    ? infer.program.entity(node.expression.name)
    : undefined;
  return entity !== undefined && "pos" in entity && ts.isMethodDeclaration(entity);
}

function callFunction(
  infer: Inference,
  node: ts.CallExpression,
  info: FunctionInfo,
  receiver: Value | undefined,
): Value {
  if (receiver?.type.kind === "nullable" && ts.isPropertyAccessExpression(node.expression)) {
    const object = node.expression.expression;
    infer.complain(refuse.maybeNull(object, shortText(object)));
  }
  passArguments(infer, node, node.arguments, info);
  return valueOfType(info.returns);
}

/** Evaluates the arguments against the parameters and forgets what the call may change. */
export function passArguments(
  infer: Inference,
  node: ts.Node,
  given: readonly ts.Expression[],
  info: FunctionInfo,
): void {
  if (given.length !== info.parameters.length) {
    infer.complain(refuse.argumentCount(node, info.name));
  }
  info.parameters.forEach((parameter, index) => {
    const argument = given[index];
    if (argument !== undefined) {
      infer.stores(argument, parameter.type, `the parameter \`${parameter.name}\``);
    }
  });
  infer.afterCall(info);
}

/** A call through a value: any function of its type whose name is taken may run. */
function callValue(infer: Inference, node: ts.CallExpression): Value {
  const callee = infer.evaluate(node.expression);
  if (callee.type.kind !== "function") {
    if (callee.type.kind === "nullable") {
      infer.complain(refuse.maybeNull(node.expression, shortText(node.expression)));
    } else if (callee.type.kind !== "error") {
      infer.complain(refuse.notCallable(node.expression, typeName(callee.type)));
    }
    return { type: ERROR };
  }
  const { parameters, returns } = callee.type.function;
  if (parameters.length !== node.arguments.length) {
    infer.complain(refuse.argumentCount(node, shortText(node.expression)));
  }
  node.arguments.forEach((argument, index) => {
    if (index < parameters.length) {
      infer.stores(argument, parameters[index], `the parameter ${String(index + 1)}`);
    }
  });
  for (const info of infer.program.taken) {
    if (info.parameters.length === parameters.length) {
      infer.afterCall(info);
    }
  }
  return valueOfType(returns);
}

type BuiltIn = (infer: Inference, node: ts.CallExpression, given: readonly ts.Expression[]) => Value;

function callName(infer: Inference, node: ts.CallExpression, name: ts.Identifier): Value {
  const entity = infer.program.entity(name);
  if (entity !== undefined && "pos" in entity && infer.program.isTemplate(entity)) {
    infer.complain(refuse.typeArguments(name, name.text));
    return { type: ERROR };
  }
  const isBuiltIn = entity !== undefined && "kind" in entity && entity.kind === "built-in";
  const builtIn = isBuiltIn ? FUNCTIONS.get(name.text) : undefined;
  if (builtIn === undefined) {
    infer.complain(refuse.unknownName(name, name.text));
    return { type: ERROR };
  }
  return builtIn(infer, node, node.arguments);
}

function oneInteger(
  infer: Inference,
  node: ts.CallExpression,
  given: readonly ts.Expression[],
): (Value & { interval: Interval }) | undefined {
  if (given.length !== 1 || given[0] === undefined) {
    infer.complain(refuse.argumentCount(node, node.expression.getText()));
    return undefined;
  }
  return infer.integer(given[0]);
}

function conversion(element: ElementName): BuiltIn {
  return (infer, node, given) => {
    const number = given.length === 1 ? infer.evaluate(given[0]) : undefined;
    if (number !== undefined && isFloat(number)) {
      return valueOfType(ELEMENTS[element]); // It wraps, as `x | 0` and `x >>> 0` do.
    }
    const value = oneInteger(infer, node, given);
    if (value === undefined) {
      return { type: ELEMENTS[element], interval: interval(ELEMENTS[element].min, ELEMENTS[element].max) };
    }
    const range = intervals.wrap(value.interval, ELEMENTS[element]);
    const kept = intervals.within(value.interval, ELEMENTS[element]) ? value.linear : undefined;
    return { ...ofRange(range), linear: kept, version: value.version ?? infer.state.version };
  };
}

function ofRange(range: Interval): Value {
  return { type: int(range.min, range.max), interval: range };
}

/** What the module ts2c has as functions, with an answer to what a call gives. */
export const FUNCTIONS = new Map<string, BuiltIn>([
  ...(Object.keys(ELEMENTS) as ElementName[]).map((element): [string, BuiltIn] => [element, conversion(element)]),
  ["assert", inferAssert],
  ["utf8", inferUtf8],
]);

function inferAssert(infer: Inference, node: ts.CallExpression, given: readonly ts.Expression[]): Value {
  if (given.length !== 1 || given[0] === undefined) {
    infer.complain(refuse.argumentCount(node, "assert"));
    return { type: VOID };
  }
  const [holds] = inferCondition(infer, given[0]);
  infer.state = holds;
  return { type: VOID };
}

function inferUtf8(infer: Inference, node: ts.CallExpression, given: readonly ts.Expression[]): Value {
  const argument = given[0];
  if (given.length !== 1 || argument === undefined) {
    infer.complain(refuse.argumentCount(node, "utf8"));
  } else {
    infer.stores(argument, TEXT, "utf8");
    if (ts.isStringLiteral(argument)) {
      const length = new TextEncoder().encode(argument.text).length;
      return { ...BYTES, lengthRange: interval(length, length) };
    }
  }
  return BYTES;
}

const BYTES: Value = { type: { kind: "view", element: "u8", readonly: true } };

function callMember(infer: Inference, node: ts.CallExpression, member: ts.PropertyAccessExpression): Value {
  const owner = member.expression.getText();
  const name = member.name.text;
  const entity = ts.isIdentifier(member.expression) ? infer.program.entity(member.expression) : undefined;
  if (entity !== undefined && "kind" in entity && entity.kind === "built-in") {
    const isNumeric = owner === "Math" && FLOAT_MATH.has(name) && !isQuotient(infer, node, name);
    const numbers = isNumeric ? node.arguments.map((each) => infer.evaluate(each)) : [];
    if (numbers.some(isFloat) || (owner === "Math" && name === "sqrt")) {
      return inferFloatMath(infer, node, numbers);
    }
    const builtIn = owner === "Math" ? MATH.get(name) : undefined;
    if (builtIn !== undefined) {
      return builtIn(infer, node, node.arguments);
    }
    if (name === "clamp" && owner in ELEMENTS) {
      const value = oneInteger(infer, node, node.arguments);
      return ofRange(intervals.clamp(value?.interval ?? intervals.ANY_INT, ELEMENTS[owner as ElementName]));
    }
    if (owner === "console" && name === "log") {
      return inferLog(infer, node);
    }
    infer.complain(refuse.member(node, owner, name));
    return { type: ERROR };
  }
  const object = infer.evaluate(member.expression);
  const method = object.type.kind === "view" ? VIEW_METHODS.get(name) : undefined;
  if (method === undefined || object.type.kind !== "view") {
    if (object.type.kind !== "error") {
      infer.complain(refuse.member(node, typeName(object.type), name));
    }
    return { type: ERROR };
  }
  return method(infer, node, object, object.type);
}

function extreme(pick: (...values: number[]) => number, atMost: boolean): BuiltIn {
  return (infer, node, given) => {
    if (given.length === 0) {
      infer.complain(refuse.argumentCount(node, node.expression.getText()));
      return { type: ERROR };
    }
    const values = given.map((argument) => infer.integer(argument));
    const range = interval(
      pick(...values.map((value) => value.interval.min)),
      pick(...values.map((value) => value.interval.max)),
      values.some((value) => value.interval.negativeZero),
    );
    const limits = values.map((value) => infer.linearOf(value)).filter((linear) => linear !== undefined);
    return { ...ofRange(range), [atMost ? "atMost" : "atLeast"]: limits, version: infer.state.version };
  };
}

/** `Math.trunc(a / b)` and its like; an integer they leave as it is. */
function quotient(rounding: Rounding): BuiltIn {
  return (infer, node, given) => {
    const division = given.length === 1 && given[0] ? divisionIn(given[0]) : undefined;
    if (division === undefined) {
      return oneInteger(infer, node, given) ?? { type: ERROR };
    }
    return inferDivision(infer, division, rounding);
  };
}

export const MATH = new Map<string, BuiltIn>([
  ["min", extreme(Math.min, true)],
  ["max", extreme(Math.max, false)],
  [
    "abs",
    (infer, node, given) => {
      const { min, max } = oneInteger(infer, node, given)?.interval ?? intervals.ANY_INT;
      return ofRange(interval(min > 0 ? min : max < 0 ? 0 - max : 0, Math.max(Math.abs(min), Math.abs(max))));
    },
  ],
  ["trunc", quotient("trunc")],
  ["floor", quotient("floor")],
  ["ceil", quotient("ceil")],
  ["round", quotient("round")],
  [
    "imul",
    (infer, node, given) => {
      const [left, right] = given;
      if (left === undefined || right === undefined || given.length !== 2) {
        infer.complain(refuse.argumentCount(node, "Math.imul"));
        return { type: ERROR };
      }
      const range = intervals.multiply(infer.integer(left).interval, infer.integer(right).interval);
      return ofRange(intervals.toInt32(range));
    },
  ],
  [
    "clz32",
    (infer, node, given) => {
      const value = oneInteger(infer, node, given);
      const { min, max } = intervals.toUint32(value?.interval ?? intervals.UINT32);
      return ofRange(interval(Math.clz32(max), Math.clz32(min)));
    },
  ],
]);

/** Whether it is `Math.trunc(a / b)` or the like of integers, whose division leaves no fraction. */
function isQuotient(infer: Inference, node: ts.CallExpression, name: string): boolean {
  const [first] = node.arguments;
  const division = first && ROUNDINGS.has(name) ? divisionIn(first) : undefined;
  return division !== undefined && ![division.left, division.right].some((side) => isFloat(infer.evaluate(side)));
}

const ROUNDINGS: ReadonlySet<string> = new Set(["trunc", "floor", "ceil"]);

function inferFloatMath(infer: Inference, node: ts.CallExpression, numbers: readonly Value[]): Value {
  numbers.forEach((value, index) => {
    requireNumber(infer, node.arguments[index], value);
  });
  const name = (node.expression as ts.PropertyAccessExpression).name.text;
  const isExtreme = name === "min" || name === "max";
  if (numbers.length === 0 || (!isExtreme && numbers.length !== 1)) {
    infer.complain(refuse.argumentCount(node, `Math.${name}`));
  }
  return { type: FLOAT };
}

function mayHoldPercent(node: ts.Expression, type: Type | undefined): boolean {
  if (ts.isStringLiteral(node)) {
    return node.text.includes("%");
  }
  return type?.kind === "text" || (type?.kind === "union" && type.union.members.some((text) => text.includes("%")));
}

function inferLog(infer: Inference, node: ts.CallExpression): Value {
  for (const argument of node.arguments) {
    const value = infer.evaluate(argument);
    if (!["int", "float", "enum", "bool", "text", "union", "error"].includes(value.type.kind)) {
      infer.complain(refuse.notAssignable(argument, typeName(value.type), "an integer, boolean or string"));
    } else if (value.interval?.negativeZero) {
      infer.complain(refuse.negativeZero(argument, shortText(argument)));
    }
  }
  const [first, second] = node.arguments;
  if (first !== undefined && second !== undefined && mayHoldPercent(first, infer.results.values.get(first)?.type)) {
    infer.complain(refuse.formatText(first, shortText(first)));
  }
  return { type: VOID };
}
