/** Lowering of calls: the program's functions, drivers, and what is built in. */
import ts from "typescript";
import { calledFunction, isIndirect } from "../check/effects.ts";
import { divisionIn, type Rounding } from "../infer/arithmetic.ts";
import { INT32, within } from "../infer/interval.ts";
import type { FunctionInfo } from "../model/entities.ts";
import { ELEMENTS, TEXT, type ElementName } from "../model/types.ts";
import { combine, modulo32, toUint32 } from "./arithmetic.ts";
import { arrayOf } from "./arrays.ts";
import { convertFloat, lowerFloatMath } from "./floats.ts";
import { cast, convert, intLiteral, isIntType, type Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { call, type CExpression, literal } from "./tree.ts";
import { cType, elementCType, passedType } from "./types.ts";

export function lowerCall(lowering: Lowering, node: ts.CallExpression): Lowered {
  const object = ts.isPropertyAccessExpression(node.expression)
    ? lowering.typeOf(node.expression.expression)
    : undefined;
  const called = calledFunction(lowering.program, node, object);
  if (called !== undefined) {
    return callFunction(lowering, node, called);
  }
  if (isIndirect(lowering.program, node)) {
    return callValue(lowering, node);
  }
  if (ts.isIdentifier(node.expression)) {
    return callName(lowering, node, node.expression.text);
  }
  const member = node.expression as ts.PropertyAccessExpression;
  const owner = member.expression.getText();
  if (owner === "Math") {
    return callMath(lowering, node, member.name.text);
  }
  if (owner === "console") {
    return callLog(lowering, node);
  }
  if (member.name.text === "clamp" && owner in ELEMENTS) {
    return callClamp(lowering, node, owner as ElementName);
  }
  return callView(lowering, node, member);
}

function callFunction(lowering: Lowering, node: ts.CallExpression, info: FunctionInfo): Lowered {
  lowering.uses.declarations.add(info.declaration);
  const receiver =
    info.owner !== undefined && ts.isPropertyAccessExpression(node.expression) ? [node.expression.expression] : [];
  const passed = lowering.inOrder(
    [...receiver, ...node.arguments],
    [...receiver.map((each) => () => lowering.expression(each)), ...passedArguments(lowering, node.arguments, info)],
  );
  const type = passedType(lowering.program, info, info.returns);
  return { tree: call(info.cName, ...passed.map((each) => each.tree)), type, interval: undefined };
}

function callValue(lowering: Lowering, node: ts.CallExpression): Lowered {
  const type = lowering.typeOf(node.expression);
  if (type?.kind !== "function") {
    throw new Error(`no function type for ${node.getText()}`);
  }
  const { parameters, returns } = type.function;
  const [target, ...passed] = lowering.inOrder(
    [node.expression, ...node.arguments],
    [
      () => lowering.expression(node.expression),
      ...node.arguments.map((argument, index) => () => ({
        tree: lowering.into(argument, parameters[index]),
        type: cType(parameters[index]),
        interval: undefined,
      })),
    ],
  );
  const tree: CExpression = { kind: "invoke", target: target.tree, arguments: passed.map((each) => each.tree) };
  return { tree, type: cType(returns), interval: undefined };
}

/** Each argument, converted to its parameter. */
export function passedArguments(
  lowering: Lowering,
  given: readonly ts.Expression[],
  info: FunctionInfo,
): (() => Lowered)[] {
  return given.map((argument, index) => () => {
    const { type } = info.parameters[index];
    const passed = passedType(lowering.program, info, type);
    return { tree: lowering.into(argument, type, passed), type: passed, interval: undefined };
  });
}

function callName(lowering: Lowering, node: ts.CallExpression, name: string): Lowered {
  const argument = node.arguments[0];
  if (name === "utf8") {
    return { tree: lowering.into(argument, TEXT), type: "ts_bytes", interval: undefined };
  }
  if (name === "assert") {
    const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
    const where = `${lowering.program.module(node).path}.ts:${String(line + 1)}`;
    return voidCall(call("TS_ASSERT", lowering.expression(argument).tree, literal(JSON.stringify(where))));
  }
  return callConversion(lowering, argument, name as ElementName);
}

function voidCall(tree: CExpression): Lowered {
  return { tree, type: "void", interval: undefined };
}

/** `u8(x)`: the low bits, as C's conversions leave them. */
function callConversion(lowering: Lowering, argument: ts.Expression, element: ElementName): Lowered {
  if (lowering.typeOf(argument)?.kind === "float") {
    return convertFloat(lowering, lowering.expression(argument), element);
  }
  const type = elementCType(element);
  const interval = lowering.intervalOf(argument)!;
  const range = ELEMENTS[element];
  if (interval.min >= range.min && interval.max <= range.max) {
    const value = lowering.expression(argument);
    // C would take a narrower type for an `int`, in which a product of two overflows.
    const isNarrow = element === "u32" && value.type !== type && value.tree.kind !== "literal";
    return { tree: isNarrow ? cast(value.tree, type) : convert(value, type), type, interval: undefined };
  }
  const low = modulo32(lowering, argument);
  return { tree: element === "u32" ? low : cast(low, type), type, interval: undefined };
}

function callClamp(lowering: Lowering, node: ts.CallExpression, element: ElementName): Lowered {
  const { min, max } = ELEMENTS[element];
  const value = lowering.expression(node.arguments[0]);
  const clamped = call("ts_clamp", value.tree, intLiteral(min, "int64_t"), intLiteral(max, "int64_t"));
  return { tree: cast(clamped, elementCType(element)), type: elementCType(element), interval: undefined };
}

function callMath(lowering: Lowering, node: ts.CallExpression, name: string): Lowered {
  const [first] = node.arguments;
  const isFloat = lowering.typeOf(node)?.kind === "float";
  if (!isFloat && (name === "trunc" || name === "floor" || name === "ceil" || name === "round")) {
    const division = divisionIn(first);
    return division === undefined ? lowering.expression(first) : lowerDivision(lowering, division, name);
  }
  const values = lowering.inOrder(
    node.arguments,
    node.arguments.map((argument) => () => lowering.expression(argument)),
  );
  if (isFloat) {
    return lowerFloatMath(lowering, name, values);
  }
  switch (name) {
    case "imul":
      return {
        tree: call("ts_imul", toUint32(values[0]), toUint32(values[1])),
        type: "int32_t",
        interval: undefined,
      };
    case "clz32":
      return { tree: call("ts_clz32", toUint32(values[0])), type: "uint32_t", interval: undefined };
    case "abs":
      return { tree: call("ts_abs", values[0].tree), type: "int64_t", interval: undefined };
    default:
      return extreme(lowering, name === "min" ? "ts_min" : "ts_max", values);
  }
}

/** `Math.min` and `max`, in the narrowest of three types that holds all operands. */
function extreme(lowering: Lowering, callee: string, values: readonly Lowered[]): Lowered {
  const type = lowering.operationType(values);
  const suffix = { int32_t: "_i32", uint32_t: "_u32" }[type] ?? "_i64";
  const trees = values.map((value) => convert(value, type));
  return { tree: trees.reduce((a, b) => call(`${callee}${suffix}`, a, b)), type, interval: undefined };
}

function lowerDivision(lowering: Lowering, node: ts.BinaryExpression, rounding: Rounding): Lowered {
  const [left, right] = lowering.inOrder(
    [node.left, node.right],
    [() => lowering.expression(node.left), () => lowering.expression(node.right)],
  ) as [Lowered, Lowered];
  const result = lowering.intervalOf(node);
  // C cuts, which is rounding down where nothing is negative.
  const isCut = rounding === "trunc" || (rounding === "floor" && left.interval!.min >= 0 && right.interval!.min >= 0);
  if (isCut) {
    return combine(lowering, ts.SyntaxKind.SlashToken, left, right, result);
  }
  const fits = rounding !== "round" && [left.interval!, right.interval!, result!].every((each) => within(each, INT32));
  const type = fits ? "i32" : "i64";
  const wanted = type === "i32" ? "int32_t" : "int64_t";
  const tree = call(`ts_${rounding}_div_${type}`, convert(left, wanted), convert(right, wanted));
  return { tree, type: wanted, interval: undefined };
}

/** `console.log`: the values with spaces between, and an end of line. */
function callLog(lowering: Lowering, node: ts.CallExpression): Lowered {
  lowering.uses.console = true;
  const values = lowering.inOrder(
    node.arguments,
    node.arguments.map((argument, index) => () => {
      const value = lowering.expression(argument);
      // What prints, or stops, does so before the first value is printed.
      return index > 0 && lowering.effects(argument).world ? lowering.saveFrom(argument, value) : value;
    }),
  );
  values.forEach((value, index) => {
    if (index > 0) {
      print(lowering, call("ts_print_char", literal("' '")));
    }
    const type = lowering.typeOf(node.arguments[index]);
    if (isIntType(value.type)) {
      print(lowering, call("ts_print_int", value.tree));
    } else if (value.type === "double") {
      print(lowering, call("ts_print_double", value.tree));
    } else if (value.type === "bool") {
      print(lowering, call("ts_print_bool", value.tree));
    } else {
      print(lowering, call("ts_print_text", lowering.convertTo(value, type, TEXT)));
    }
  });
  return voidCall(call("ts_print_char", literal("'\\n'")));
}

function print(lowering: Lowering, value: CExpression): void {
  lowering.out.push({ kind: "expression", value });
}

function callView(lowering: Lowering, node: ts.CallExpression, member: ts.PropertyAccessExpression): Lowered {
  const type = lowering.typeOf(member.expression);
  if (type?.kind !== "view") {
    throw new Error(`nothing lowers the call ${node.getText()}`);
  }
  const [view, ...given] = lowering.inOrder(
    [member.expression, ...node.arguments],
    [member.expression, ...node.arguments].map((each) => () => lowering.expression(each)),
  ) as [Lowered, ...Lowered[]];
  const prefix = type.readonly ? "ts_bytes" : `ts_span_${type.element}`;
  const [first, second, third] = given;
  const end = (value: Lowered | undefined): CExpression =>
    value === undefined ? intLiteral(4294967295, "uint32_t") : value.tree;
  const start = (value: Lowered | undefined): CExpression => value?.tree ?? literal("0");
  switch (member.name.text) {
    case "subarray":
      return lowerSubarray(lowering, node, prefix, view, given, [start(first), end(second)]);
    case "fill":
      return voidCall(
        call(`${prefix}_fill`, view.tree, convert(first, elementCType(type.element)), start(second), end(third)),
      );
    case "copyWithin":
      return voidCall(call(`${prefix}_copy_within`, view.tree, start(first), start(second), end(third)));
    case "indexOf":
      return indexOf(prefix, view, first, start(second));
    case "set":
      return lowerSet(lowering, prefix, view, first, second);
    default:
      throw new Error(`nothing lowers the method ${member.name.text}`);
  }
}

/** A part of a view. Ends that are proven to lie inside need no clamping. */
function lowerSubarray(
  lowering: Lowering,
  node: ts.CallExpression,
  prefix: string,
  view: Lowered,
  [from, to]: readonly Lowered[],
  clamped: readonly CExpression[],
): Lowered {
  const isSlice = to !== undefined && lowering.results.values.get(node)?.isSlice === true;
  const ends = isSlice ? [convert(from, "uint32_t"), convert(to, "uint32_t")] : clamped;
  return {
    tree: call(`${prefix}_${isSlice ? "slice" : "subarray"}`, view.tree, ...ends),
    type: prefix,
    interval: undefined,
  };
}

/** Nothing is longer than an `int32_t` can say. */
function indexOf(prefix: string, view: Lowered, value: Lowered, from: CExpression): Lowered {
  const found = call(`${prefix}_index_of`, view.tree, value.tree, from);
  return { tree: cast(found, "int32_t"), type: "int32_t", interval: undefined };
}

function lowerSet(
  lowering: Lowering,
  prefix: string,
  view: Lowered,
  source: Lowered,
  at: Lowered | undefined,
): Lowered {
  const parts = arrayOf(lowering, source);
  const offset = at === undefined ? literal("0") : convert(at, "uint32_t");
  return voidCall(call(`${prefix}_set`, view.tree, parts.data, parts.length!, offset));
}
