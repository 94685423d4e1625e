/**
 * Evaluate: the read-only constants of the program, computed by running its JavaScript here, twice, without clock, chance,
 * files or drivers.
 */
import { isDeepStrictEqual } from "node:util";
import type ts from "typescript";
import { refuse } from "../diagnostics.ts";
import type { Loaded } from "../load/load.ts";
import { typeOfFunction } from "../model/functions.ts";
import type { FunctionInfo, FunctionTypeInfo, TaggedInfo } from "../model/entities.ts";
import type { Program } from "../model/program.ts";
import { isInteger } from "../model/constant-int.ts";
import { HALF_CHARACTER, isWholeText } from "../model/text.ts";
import { NotComputed, runModules, type Values } from "./runner.ts";
import { isDeeplyReadonly, sameType, type Type } from "../model/types.ts";

/** Gives the constants their values, and whether that went well. */
export function evaluateConstants(program: Program, loaded: Loaded): boolean {
  const wanted = program.constants.filter((constant) => isDeeplyReadonly(constant.type));
  if (wanted.length === 0) {
    return true;
  }
  const isWanted = (statement: ts.VariableStatement): boolean =>
    statement.declarationList.declarations.some(
      (each) => program.buildTimeOnly.has(each) || wanted.some(({ declaration }) => declaration === each),
    );
  let first: Values;
  let second: Values;
  try {
    first = runModules(program.modules, loaded, isWanted);
    second = runModules(program.modules, loaded, isWanted);
  } catch (error) {
    const at = error instanceof NotComputed ? error.constant : wanted[0].declaration;
    program.diagnostics.add(refuse.notComputable(at, error instanceof Error ? error.message : String(error)));
    return false;
  }
  for (const constant of wanted) {
    const [value, again] = [first, second].map((run) =>
      adopt(program, run, run.constants.get(constant.module.path)?.[constant.name]),
    );
    if (!isDeepStrictEqual(value, again)) {
      program.diagnostics.add(refuse.notComputable(constant.declaration, "two runs gave two values"));
    }
    const wrong = mismatch(value, constant.type);
    if (wrong !== undefined) {
      program.diagnostics.add(refuse.constantType(constant.declaration.name, wrong));
    }
    constant.value = value;
  }
  return true;
}

/** The value copied into this realm, so that those of two runs can be compared; functions are known by their info. */
function adopt(program: Program, run: Values, value: unknown): unknown {
  if (typeof value === "function") {
    return program.function(run.functions.get(value));
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return Array.from(value, (each) => adopt(program, run, each));
  }
  if (ArrayBuffer.isView(value)) {
    return structuredClone(value);
  }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, adopt(program, run, each)]));
}

/** Why a value is not of the type; `undefined` where it is. */
function mismatch(value: unknown, type: Type): string | undefined {
  switch (type.kind) {
    case "int":
      return mismatchedInt(value, type.min, type.max);
    case "float":
      return typeof value === "number" && Number.isFinite(value) ? undefined : "no finite number";
    case "bool":
      return typeof value === "boolean" ? undefined : "no boolean";
    case "text":
      return typeof value === "string" ? mismatchedText(value) : "no text";
    case "union":
      return type.union.members.includes(value as string)
        ? mismatchedText(value as string)
        : `${String(value)} is no ${type.union.name}`;
    case "view":
      return isByteView(value) ? undefined : "no bytes";
    case "table":
      return mismatchedTable(value, type.element);
    case "tagged":
      return mismatchedVariant(value as Readonly<Record<string, unknown>>, type.tagged);
    case "nullable":
      return value === null ? undefined : mismatch(value, type.of);
    case "enum":
      return [...type.enum.members.values()].some((member) => Object.is(member, value))
        ? undefined
        : `${shown(value)} is no ${type.enum.name}`;
    case "function":
      return isFunctionOf(value, type.function) ? undefined : `no function of the type ${type.function.name}`;
    case "constants":
      return mismatchedConstants(value);
    case "record":
      for (const field of type.record.fields) {
        const wrong = mismatch((value as Record<string, unknown> | undefined)?.[field.name], field.type);
        if (wrong !== undefined) {
          return `${field.name}: ${wrong}`;
        }
      }
      return undefined;
    default:
      return "this type is no constant's";
  }
}

function mismatchedVariant(value: Readonly<Record<string, unknown>>, info: TaggedInfo): string | undefined {
  const record = info.variants.get(value[info.tagField] as string);
  return record === undefined ? `no variant of ${info.name}` : mismatch(value, { kind: "record", record });
}

function isFunctionOf(value: unknown, wanted: FunctionTypeInfo): boolean {
  const info = value as FunctionInfo | undefined;
  return (
    info !== undefined &&
    sameType({ kind: "function", function: typeOfFunction(info) }, { kind: "function", function: wanted })
  );
}

/** Objects of constants hold integers, booleans, texts, and objects of these. */
function mismatchedConstants(value: unknown): string | undefined {
  for (const [name, each] of Object.entries(value as object)) {
    const known: unknown = each;
    const wrong =
      typeof known === "number"
        ? Number.isFinite(known) && !Object.is(known, -0)
          ? undefined
          : `${shown(known)} is no constant`
        : typeof known === "object" && known !== null && !Array.isArray(known)
          ? mismatchedConstants(known)
          : typeof known === "string"
            ? mismatchedText(known)
            : typeof known === "boolean"
              ? undefined
              : "no integer, boolean or text";
    if (wrong !== undefined) {
      return `${name}: ${wrong}`;
    }
  }
  return undefined;
}

function mismatchedInt(value: unknown, min: number, max: number): string | undefined {
  if (typeof value !== "number" || !isInteger(value)) {
    return `${shown(value)} is no integer`;
  }
  return value < min || value > max ? `${String(value)} is outside ${String(min)}…${String(max)}` : undefined;
}

function shown(value: unknown): string {
  return Object.is(value, -0) ? "−0" : String(value);
}

function mismatchedText(text: string): string | undefined {
  return isWholeText(text) ? undefined : HALF_CHARACTER;
}

function mismatchedTable(value: unknown, element: Type): string | undefined {
  if (!isArrayLike(value)) {
    return "no array";
  }
  for (let index = 0; index < value.length; index++) {
    const wrong = mismatch(value[index], element);
    if (wrong !== undefined) {
      return `[${String(index)}] ${wrong}`;
    }
  }
  return undefined;
}

function isByteView(value: unknown): boolean {
  return value instanceof Uint8Array;
}

function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}
