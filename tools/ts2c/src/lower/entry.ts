/** Lowering of entries: the border at which the platform's arguments are checked and one entry at a time is let in. */
import { isReservedInside } from "../model/c-names.ts";
import { snake } from "../model/names.ts";
import type { FunctionInfo, Parameter } from "../model/entities.ts";
import { MAX_LENGTH } from "../model/types.ts";
import { TYPE_RANGES } from "./integers.ts";
import { docComment, lineOf, type CFunction } from "./module.ts";
import { binary, call, type CExpression, type CStatement, literal, member, name } from "./tree.ts";
import { cType } from "./types.ts";

/** The function that the platform calls for `info`. */
export function lowerEntry(info: FunctionInfo, entryName: string): CFunction {
  const line = lineOf(info.declaration);
  const where = literal(JSON.stringify(`${info.module.path}.ts:${String(line)}`));
  const parameters = info.parameters.map((each) => ({ type: cType(each.type), name: parameterName(each) }));
  const given = parameters.map((each) => name(each.name));
  const value = call(info.cName, ...given);
  const checks = info.parameters
    .flatMap((each) => limit(each))
    .map((test) => expression(call("TS_ASSERT", test, where)));
  const returns = cType(info.returns);
  const body: CStatement[] =
    returns === "void"
      ? [expression(value), expression(call("p1_leave"))]
      : [
          { kind: "declare", type: returns, name: "result", value, isConst: true },
          expression(call("p1_leave")),
          { kind: "return", value: name("result") },
        ];
  return {
    comment: docComment(info.declaration),
    cName: entryName,
    returns,
    parameters,
    isStatic: false,
    isSmall: false,
    isEntry: true,
    body: [...checks, expression(call("p1_enter", where)), ...body],
    line,
  };
}

function parameterName(parameter: Parameter): string {
  const own = snake(parameter.name);
  return isReservedInside(own) || own === "result" ? `${own}_` : own;
}

function expression(value: CExpression): CStatement {
  return { kind: "expression", value };
}

/** What the C type alone does not say of an argument. */
function limit(parameter: Parameter): CExpression[] {
  const { type } = parameter;
  const given = name(parameterName(parameter));
  switch (type.kind) {
    case "view":
      return [binary("<=", member(given, "length", false), literal(String(MAX_LENGTH)))];
    case "union": {
      const last = literal(String(type.union.members.length - 1));
      return [binary("<=", { kind: "cast", type: "unsigned", operand: given }, last)];
    }
    case "int": {
      const range = TYPE_RANGES.find(([own]) => own === cType(type))![1];
      const low = type.min > range.min ? [binary(">=", given, literal(String(type.min)))] : [];
      const high = type.max < range.max ? [binary("<=", given, literal(String(type.max)))] : [];
      return Number.isFinite(range.min) ? [...low, ...high] : [];
    }
    default:
      return [];
  }
}
