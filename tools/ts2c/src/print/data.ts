/** Print: constants that transpiling computed, as C's initialisers. */
import { floatLiteral } from "../lower/floats.ts";
import { intLiteral } from "../lower/integers.ts";
import { memberName, variantName } from "../lower/names.ts";
import { textLiteral } from "../lower/text.ts";
import { cStored, cType, isPointer } from "../lower/types.ts";
import type { FunctionInfo } from "../model/entities.ts";
import type { Type } from "../model/types.ts";
import { printExpression } from "./expressions.ts";

const WIDTH = 116;

/** The initialiser of a value of the type. */
export function initializer(value: unknown, type: Type): string {
  switch (type.kind) {
    case "int":
    case "enum":
      return printExpression(intLiteral(value as number, cType(type)));
    case "float":
      return printExpression(floatLiteral(value as number));
    case "bool":
      return String(value);
    case "text":
      return viewOf(printExpression(textLiteral(value as string)), new TextEncoder().encode(value as string).length);
    case "union":
      return memberName(type.union.cName, value as string);
    case "view": {
      const bytes = value as Uint8Array;
      return viewOf(printExpression(textLiteralOfBytes(bytes)), bytes.length);
    }
    case "function":
      return (value as FunctionInfo).cName;
    case "nullable":
      if (isPointer(type.of)) {
        return value === null ? "NULL" : initializer(value, type.of);
      }
      return value === null ? "{.present = false}" : `{.present = true, .value = ${initializer(value, type.of)}}`;
    case "tagged": {
      const text = (value as Record<string, string>)[type.tagged.tagField];
      const record = type.tagged.variants.get(text)!;
      const inside =
        record.fields.length === 0 ? "" : `, .${variantName(text)} = ${initializer(value, { kind: "record", record })}`;
      return `{.tag = ${memberName(type.tagged.tags.cName, text)}${inside}}`;
    }
    case "record": {
      const fields = type.record.fields.map(
        (field) => `.${field.cName} = ${initializer((value as Record<string, unknown>)[field.name], field.type)}`,
      );
      return `{${fields.join(", ")}}`;
    }
    case "table":
      return tableInitializer(value as ArrayLike<unknown>, type.element);
    default:
      throw new Error(`no initialiser for ${type.kind}`);
  }
}

/** A table inside of something else: a view of elements that lie beside it. */
function tableInitializer(values: ArrayLike<unknown>, element: Type): string {
  const elements = Array.from(values, (value) => initializer(value, element)).join(", ");
  return values.length === 0 ? "{NULL, 0}" : `{(const ${cStored(element)}[]){${elements}}, ${String(values.length)}}`;
}

function viewOf(data: string, length: number): string {
  return `{(const uint8_t *)${data}, ${String(length)}}`;
}

function textLiteralOfBytes(bytes: Uint8Array) {
  const octal = Array.from(bytes, (byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
  return { kind: "literal", text: `"${octal}"` } as const;
}

/** How long an array is: C has none without elements, so that one nobody reads stands there. */
export function dimension(length: number): string {
  return `[${String(Math.max(1, length))}]`;
}

/** The elements of a table, as many on a line as fit. */
export function tableLines(values: ArrayLike<unknown>, element: Type): string[] {
  if (values.length === 0) {
    return ["    0,"];
  }
  const lines: string[] = [];
  let line = "   ";
  for (const value of Array.from(values)) {
    const next = ` ${initializer(value, element)},`;
    if (line.length + next.length > WIDTH && line.trim() !== "") {
      lines.push(line);
      line = "   ";
    }
    line += next;
  }
  return [...lines, line];
}
