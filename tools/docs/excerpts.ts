import { readFileSync } from "node:fs";
import { extname } from "node:path";

/** The text of one function of a file, with the comment in front of it. */
export function functionText(file: string, name: string): string {
  const lines = readFileSync(file, "utf8").split("\n");
  const at = lines.findIndex((line) => /^\w/.test(line) && new RegExp(`\\b${name}\\(.*[^;]$`).test(line));
  if (at < 0) {
    throw new Error(`${file} has no function ${name}.`);
  }
  const end = lines.indexOf("}", at);
  return lines.slice(startOfComment(lines, at), end + 1).join("\n");
}

function startOfComment(lines: readonly string[], at: number): number {
  if (!lines[at - 1]?.trimEnd().endsWith("*/")) {
    return at;
  }
  let start = at - 1;
  while (!lines[start].startsWith("/*")) {
    start--;
  }
  return start;
}

const LANGUAGES: Readonly<Record<string, string>> = { ".ts": "ts", ".json": "json", ".txt": "cmake" };

/** The name of a file's language, as Markdown's blocks of code want it. */
export function languageOf(file: string): string {
  return LANGUAGES[extname(file)] ?? "c";
}
