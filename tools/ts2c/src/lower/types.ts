/** C's types for those of ts2c. */
import type { ElementName, NullableType, Type } from "../model/types.ts";
import type { FunctionInfo } from "../model/entities.ts";
import type { Program } from "../model/program.ts";
import { TYPE_RANGES } from "./integers.ts";

export function cType(type: Type): string {
  switch (type.kind) {
    case "int":
      return narrowest(type.min, type.max);
    case "bool":
      return "bool";
    case "float":
      return "double";
    case "text":
      return "ts_bytes";
    case "void":
      return "void";
    case "union":
      return `${type.union.cName}_t`;
    case "tagged":
      return `${type.tagged.cName}_t`;
    case "function":
      return `${type.function.cName!}_t`;
    case "enum":
      return narrowest(type.enum.min, type.enum.max);
    case "record":
      return `${type.record.cName}_t`;
    case "class":
      return `${type.class.cName}_t *`;
    case "nullable":
      return isPointer(type.of) ? cType(type.of) : maybeType(type.of);
    case "view":
      return type.readonly ? "ts_bytes" : `ts_span_${type.element}`;
    case "table":
      return tableType(type.element);
    case "fixed":
      return `${cStored(type.element)} *`;
    default:
      throw new Error(`no C type for ${type.kind}`);
  }
}

/** A value with a flag beside it. */
function maybeType(of: Type): string {
  switch (of.kind) {
    case "record":
      return maybeName(of.record);
    case "union":
      return maybeName(of.union);
    case "tagged":
      return maybeName(of.tagged);
    default:
      return `ts_maybe_${cType(of).replace(/^ts_/, "").replace(/_t$/, "")}`;
  }
}

/** Whether C has it as a pointer, so that `NULL` stands for `null`. */
export function isPointer(type: Type): boolean {
  return type.kind === "class" || type.kind === "function";
}

/** The name in C of one of these or nothing. */
export function maybeName(info: { readonly cName: string }): string {
  return `${info.cName}_maybe_t`;
}

/** Whether C's type has that name: a flag and a value, and not something else that is called so. */
export function isMaybeName(program: Program, type: string): boolean {
  return /^ts_maybe_\w+$/.test(type) || [...program.nullables].some((info) => maybeName(info) === type);
}

/** Whether the type is `T | null` with a flag, not a pointer. */
export function isMaybe(type: Type | undefined): type is NullableType {
  return type?.kind === "nullable" && !isPointer(type.of);
}

/** A view of a constant table. What the program declares has its name in it, all else is in ts2c.h. */
function tableType(element: Type): string {
  if (element.kind === "text" || element.kind === "view") {
    return "ts_table_text";
  }
  const name = cType(element).replace(/^ts_/, "").replace(/_t$/, "");
  return isDeclared(element) ? `${name}_table_t` : `ts_table_${name}`;
}

/** Whether a type that the program declares is at the bottom of it. */
function isDeclared(type: Type): boolean {
  switch (type.kind) {
    case "record":
    case "union":
    case "tagged":
    case "function":
      return true;
    case "nullable":
      return isDeclared(type.of);
    case "table":
      return isDeclared(type.element);
    default:
      return false;
  }
}

/** The type of one element where it lies: instances lie in the array itself. */
export function cStored(type: Type): string {
  return type.kind === "class" ? `${type.class.cName}_t` : cType(type);
}

export function elementCType(element: ElementName): string {
  return `${element.startsWith("u") ? "uint" : "int"}${element.slice(1)}_t`;
}

/**
 * The type of a parameter or a result. Inside of one C file they are as wide as registers, so that neither who calls nor who is
 * called cuts one to its range, which is proven.
 */
export function passedType(program: Program, info: FunctionInfo, type: Type): string {
  return type.kind === "int" && staysInside(program, info) ? registerType(type.min, type.max) : cType(type);
}

/** Whether only its own C file calls it, and by its name. */
function staysInside(program: Program, info: FunctionInfo): boolean {
  return !info.exported && !program.taken.has(info);
}

/** As wide as a register, or wider where the range wants it. */
export function registerType(min: number, max: number): string {
  const narrow = narrowest(min, max);
  if (narrow === "int64_t") {
    return narrow;
  }
  return min >= 0 ? "uint32_t" : "int32_t";
}

/** The narrowest of C's integer types that holds the range. */
export function narrowest(min: number, max: number): string {
  return TYPE_RANGES.find(([, range]) => min >= range.min && max <= range.max)![0];
}
