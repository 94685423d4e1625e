/** The types of static TypeScript as ts2c sees them: what `tsc` says of a type is never asked for a fact. */
import type { ClassInfo, EnumInfo, FunctionTypeInfo, RecordInfo, TaggedInfo, UnionInfo } from "./entities.ts";

/** Integers from `min` to `max`, both included. */
export interface IntType {
  readonly kind: "int";
  readonly min: number;
  readonly max: number;
}

export type ElementName = "u8" | "i8" | "u16" | "i16" | "u32" | "i32";

/** A view of integers in memory: a typed array, or `Bytes` when it is read-only. */
export interface ViewType {
  readonly kind: "view";
  readonly element: ElementName;
  readonly readonly: boolean;
}

/** `FixedArray<T, n>`: elements that lie where the array is declared. */
export interface FixedType {
  readonly kind: "fixed";
  readonly element: Type;
  readonly length: number;
}

/** `readonly T[]`: a constant table. `length` is known once its value is. */
export interface TableType {
  readonly kind: "table";
  readonly element: Type;
}

/** `T | null`: an instance or nothing, or a value with a flag beside it. */
export interface NullableType {
  readonly kind: "nullable";
  readonly of: Type;
}

export type Type =
  | IntType
  | { readonly kind: "bool" }
  | { readonly kind: "float" }
  | { readonly kind: "text" }
  | { readonly kind: "void" }
  | { readonly kind: "null" }
  /** What stands in for a type after a diagnostic, so that one mistake is told once. */
  | { readonly kind: "error" }
  | { readonly kind: "union"; readonly union: UnionInfo }
  | { readonly kind: "record"; readonly record: RecordInfo }
  | { readonly kind: "class"; readonly class: ClassInfo }
  | NullableType
  /** A module's object of constants: `{ … } as const`. */
  | { readonly kind: "constants" }
  | { readonly kind: "enum"; readonly enum: EnumInfo }
  | { readonly kind: "tagged"; readonly tagged: TaggedInfo }
  /** A top-level function as a value; compared by the name of its type. */
  | { readonly kind: "function"; readonly function: FunctionTypeInfo }
  | ViewType
  | FixedType
  | TableType;

export const BOOL: Type = { kind: "bool" };
export const FLOAT: Type = { kind: "float" };
export const TEXT: Type = { kind: "text" };
/** The read-only view of bytes. */
export const BYTES: Type = { kind: "view", element: "u8", readonly: true };
export const VOID: Type = { kind: "void" };
export const ERROR: Type = { kind: "error" };
export const NULL: Type = { kind: "null" };
export const MAX_INT = Number.MAX_SAFE_INTEGER;
/** The longest view that a program can meet; a driver never lends a longer one. */
export const MAX_LENGTH = 2147483647;

export function int(min: number, max: number): IntType {
  return { kind: "int", min, max };
}

export const INT: IntType = int(-MAX_INT, MAX_INT);

export const ELEMENTS: Readonly<Record<ElementName, IntType>> = {
  u8: int(0, 255),
  i8: int(-128, 127),
  u16: int(0, 65535),
  i16: int(-32768, 32767),
  u32: int(0, 4294967295),
  i32: int(-2147483648, 2147483647),
};

/** JavaScript's name of each typed array. */
export const TYPED_ARRAYS: ReadonlyMap<string, ElementName> = new Map([
  ["Uint8Array", "u8"],
  ["Int8Array", "i8"],
  ["Uint16Array", "u16"],
  ["Int16Array", "i16"],
  ["Uint32Array", "u32"],
  ["Int32Array", "i32"],
]);

/** Places are never copied: in C they are pointers, or views of memory. */
export function isPlace(type: Type): boolean {
  return ["class", "view", "fixed", "table"].includes(type.kind) || isNullablePlace(type);
}

/** `C | null`, which is a pointer in C. */
export function isNullablePlace(type: Type): boolean {
  return type.kind === "nullable" && type.of.kind === "class";
}

/** Whether a value of the type can lead to memory that somebody else owns. */
export function holdsPlace(type: Type): boolean {
  if (type.kind === "record") {
    return type.record.fields.some((field) => holdsPlace(field.type));
  }
  if (type.kind === "nullable") {
    return holdsPlace(type.of);
  }
  if (type.kind === "tagged") {
    return [...type.tagged.variants.values()].some((record) => holdsPlace({ kind: "record", record }));
  }
  return isPlace(type);
}

/** Whether a constant of the type can lie in flash. */
export function isDeeplyReadonly(type: Type): boolean {
  switch (type.kind) {
    case "int":
    case "bool":
    case "float":
    case "text":
    case "union":
    case "enum":
    case "function":
    case "constants":
      return true;
    case "view":
      return type.readonly;
    case "table":
      return isDeeplyReadonly(type.element);
    case "tagged":
      return [...type.tagged.variants.values()].every((record) => isDeeplyReadonly({ kind: "record", record }));
    case "nullable":
      return type.of.kind !== "class" && isDeeplyReadonly(type.of);
    case "record":
      return type.record.fields.every((field) => isDeeplyReadonly(field.type));
    default:
      return false;
  }
}

/** Whether both name the same type, for places and records nominally. */
export function sameType(a: Type, b: Type): boolean {
  switch (a.kind) {
    case "int":
      return b.kind === "int" && a.min === b.min && a.max === b.max;
    case "union":
      return b.kind === "union" && a.union === b.union;
    case "enum":
      return b.kind === "enum" && a.enum === b.enum;
    case "function":
      return b.kind === "function" && sameSignature(a.function, b.function);
    case "tagged":
      return b.kind === "tagged" && a.tagged === b.tagged;
    case "record":
      return b.kind === "record" && a.record === b.record;
    case "class":
      return b.kind === "class" && a.class === b.class;
    case "nullable":
      return b.kind === "nullable" && sameType(a.of, b.of);
    case "view":
      return b.kind === "view" && a.element === b.element && a.readonly === b.readonly;
    case "fixed":
      return b.kind === "fixed" && a.length === b.length && sameType(a.element, b.element);
    case "table":
      return b.kind === "table" && sameType(a.element, b.element);
    default:
      return a.kind === b.kind;
  }
}

/** Whether two function types take and return the same types, so that C calls both alike. */
function sameSignature(a: FunctionTypeInfo, b: FunctionTypeInfo): boolean {
  return (
    a === b ||
    (sameType(a.returns, b.returns) &&
      a.parameters.length === b.parameters.length &&
      a.parameters.every((parameter, index) => sameType(parameter, b.parameters[index])))
  );
}

/**
 * Whether a value of type `from` may stand where `to` is wanted. Integers are judged by their interval, elsewhere. A
 * literal text stands for a member of a union, which its caller has looked up.
 */
export function isAssignable(from: Type, to: Type): boolean {
  const isInteger = from.kind === "int" || from.kind === "enum";
  if ((isInteger && (to.kind === "int" || to.kind === "float")) || from.kind === "error" || to.kind === "error") {
    return true;
  }
  if (to.kind === "nullable") {
    return from.kind === "null" || sameType(from, to) || (from.kind !== "nullable" && isAssignable(from, to.of));
  }
  if (to.kind === "tagged" && from.kind === "record") {
    return [...to.tagged.variants.values()].includes(from.record);
  }
  if (to.kind === "text") {
    return from.kind === "text" || from.kind === "union";
  }
  if (to.kind === "view" && to.readonly && from.kind === "view") {
    return from.element === to.element;
  }
  return sameType(from, to);
}

/** The type as its writer would name it, for diagnostics. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case "int":
      return intName(type);
    case "bool":
      return "boolean";
    case "float":
      return "f64";
    case "text":
      return "string";
    case "union":
      return type.union.name;
    case "enum":
      return type.enum.name;
    case "tagged":
      return type.tagged.name;
    case "function":
      return type.function.name;
    case "record":
      return type.record.name;
    case "class":
      return type.class.name;
    case "nullable":
      return `${typeName(type.of)} | null`;
    case "view":
      return type.readonly ? "Bytes" : [...TYPED_ARRAYS].find(([, element]) => element === type.element)![0];
    case "fixed":
      return `FixedArray<${typeName(type.element)}, ${String(type.length)}>`;
    case "table":
      return `readonly ${typeName(type.element)}[]`;
    default:
      return type.kind;
  }
}

function intName(type: IntType): string {
  for (const [name, element] of Object.entries(ELEMENTS)) {
    if (element.min === type.min && element.max === type.max) {
      return name;
    }
  }
  return sameType(type, INT) ? "int" : `range<${String(type.min)}, ${String(type.max)}>`;
}
