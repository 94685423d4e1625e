/** Texts as C's string literals. */
import { type CExpression, literal } from "./tree.ts";

/** UTF-8 with octal escapes, which can't run into the next digit, and no trigraph. */
export function textLiteral(text: string): CExpression {
  let written = "";
  for (const byte of new TextEncoder().encode(text)) {
    written += characterOf(byte, written);
  }
  return literal(`"${written}"`);
}

function characterOf(byte: number, before: string): string {
  const character = String.fromCharCode(byte);
  if (character === '"' || character === "\\") {
    return `\\${character}`;
  }
  if (character === "?" && before.endsWith("?")) {
    return "\\?";
  }
  if (character === "\n") {
    return "\\n";
  }
  return byte >= 32 && byte < 127 ? character : `\\${byte.toString(8).padStart(3, "0")}`;
}
