/** How much memory the program's places take on a target of 32 bits, where a pointer has four bytes. */
import { narrowest } from "../lower/types.ts";
import type { ConstantInfo, FieldInfo, Storage } from "../model/entities.ts";
import { ELEMENTS, isDeeplyReadonly, type Type } from "../model/types.ts";

interface Size {
  readonly bytes: number;
  /** What its address is a multiple of. */
  readonly alignment: number;
}

const WORD: Size = { bytes: 4, alignment: 4 };
const BYTE: Size = { bytes: 1, alignment: 1 };
/** Address and length. */
const VIEW: Size = { bytes: 8, alignment: 4 };

/** The bytes of RAM that a module's constant takes: none where it lies in flash. */
export function ramOf({ type, storage }: ConstantInfo): number {
  return isDeeplyReadonly(type) ? 0 : sizeWhereItLies(type, storage).bytes;
}

/** A place that is made there, or a value. */
function sizeWhereItLies(type: Type, storage: Storage | undefined): Size {
  if (type.kind === "class" && storage?.kind === "instance") {
    return sizeOfFields(type.class.fields);
  }
  if (type.kind === "view" && storage?.kind === "elements") {
    return repeated(sizeOfInteger(ELEMENTS[type.element].min, ELEMENTS[type.element].max), storage.length);
  }
  return sizeOf(type);
}

function sizeOf(type: Type): Size {
  switch (type.kind) {
    case "int":
      return sizeOfInteger(type.min, type.max);
    case "enum":
      return sizeOfInteger(type.enum.min, type.enum.max);
    case "float":
      return { bytes: 8, alignment: 8 };
    case "bool":
      return BYTE;
    case "record":
      return sizeOfFields(type.record.fields);
    case "tagged":
      return struct([WORD, overlaid([...type.tagged.variants.values()].map((each) => sizeOfFields(each.fields)))]);
    case "nullable":
      return type.of.kind === "class" ? WORD : struct([BYTE, sizeOf(type.of)]);
    case "fixed":
      return repeated(
        type.element.kind === "class" ? sizeOfFields(type.element.class.fields) : sizeOf(type.element),
        type.length,
      );
    case "text":
    case "view":
    case "table":
      return VIEW;
    default:
      return WORD;
  }
}

function sizeOfInteger(min: number, max: number): Size {
  const bytes = Number(/\d+/.exec(narrowest(min, max))?.[0]) / 8;
  return { bytes, alignment: bytes };
}

/** C has no struct without members: an empty one holds a byte. */
function sizeOfFields(fields: readonly FieldInfo[]): Size {
  return fields.length === 0 ? BYTE : struct(fields.map(({ type, storage }) => sizeWhereItLies(type, storage)));
}

/** One behind the other, each where its alignment wants it. */
function struct(parts: readonly Size[]): Size {
  const alignment = Math.max(...parts.map((each) => each.alignment));
  const end = parts.reduce((at, each) => aligned(at, each.alignment) + each.bytes, 0);
  return { bytes: aligned(end, alignment), alignment };
}

/** All at one place. */
function overlaid(parts: readonly Size[]): Size {
  const alignment = Math.max(1, ...parts.map((each) => each.alignment));
  return { bytes: aligned(Math.max(0, ...parts.map((each) => each.bytes)), alignment), alignment };
}

function repeated(one: Size, times: number): Size {
  return { bytes: one.bytes * times, alignment: one.alignment };
}

function aligned(at: number, alignment: number): number {
  return Math.ceil(at / alignment) * alignment;
}
