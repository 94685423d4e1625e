/** What `docs/static-typescript.md` shows of the transpiler: tables of its own tables, and what it makes of programs. */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import ts from "typescript";

import { ACCEPTED, hintFor } from "../../ts2c/src/check/syntax.ts";
import { build } from "../../ts2c/src/build.ts";
import { refuse } from "../../ts2c/src/diagnostics.ts";
import { code, table } from "../markdown.ts";
import { BUILT_INS } from "./built-ins.ts";
import {
  DECLARATIONS,
  EXPRESSIONS,
  isWritten,
  kindNames,
  OPERATORS,
  REFUSED_OPERATORS,
  STATEMENTS,
  type Accepted,
} from "./syntax.ts";
import { TYPES } from "./types.ts";

const KINDS_OF_TYPES =
  /Type$|TypeKeyword$|^(Any|BigInt|Never|Number|Object|Symbol|Undefined|Unknown|Intrinsic)Keyword$/;

/** The blocks by their names' first word. */
export const LANGUAGE: Readonly<Record<string, (rest: string) => string>> = {
  "syntax-declarations": () => syntaxTable(DECLARATIONS),
  "syntax-statements": () => syntaxTable(STATEMENTS),
  "syntax-expressions": () => syntaxTable(EXPRESSIONS),
  "refused-syntax": refusedSyntax,
  operators: operatorTable,
  types: () =>
    table(
      ["written", "what it is", "in C"],
      TYPES.map(({ written, meaning, inC }) => [written, meaning, inC]),
    ),
  "built-ins": () =>
    table(
      ["written", "what it means", "in C"],
      BUILT_INS.map(({ written, meaning, inC }) => [`\`${written}\``, meaning, inC]),
    ),
  codes: codeTable,
  pair,
};

function syntaxTable(rows: readonly Accepted[]): string {
  return table(
    ["kinds of syntax", "for example", "in C"],
    rows.map(({ kinds, example, inC }) => [kinds.join(" "), example === "" ? "" : `\`${example}\``, inC]),
  );
}

function operatorTable(): string {
  const written = (operators: readonly string[]): string => operators.map((each) => `\`${each}\``).join(" ");
  return table(
    ["operators", "what they mean"],
    [...OPERATORS, ...REFUSED_OPERATORS].map((each) => [written(each.written), each.meaning]),
  );
}

/** Every kind that a program can have and that is not accepted, with what to write instead where that is known. */
function refusedSyntax(): string {
  const typed = new Set(TYPES.flatMap(({ kinds }) => kinds));
  const refused = [...kindNames()].filter(([kind, name]) => isWritten(name) && !ACCEPTED.has(kind) && !typed.has(name));
  const isType = (name: string): boolean => KINDS_OF_TYPES.test(name);
  const known = refused.filter(([kind]) => hintFor(kind) !== hintFor(ts.SyntaxKind.Unknown));
  const others = refused.filter((each) => !known.includes(each)).map(([, name]) => name);
  return [
    table(
      ["refused with TS2C0001", "instead"],
      known.map(([kind, name]) => [name, hintFor(kind)]),
    ),
    `\nLikewise, without a hint of their own: ${others.filter((name) => !isType(name)).join(", ")}.\n`,
    `\nTypes, with TS2C0201: ${others.filter(isType).join(", ")}.\n`,
  ].join("");
}

/** Every code, with its message for made-up words. */
function codeTable(): string {
  const nowhere = ts.createSourceFile("", "", ts.ScriptTarget.ES2022);
  const words = ["…", "…", "…", "…"] as const;
  const rows = Object.values(refuse).map((rule) => {
    const make = rule as unknown as (node: ts.Node, ...words: readonly string[]) => { message: string; hint: string };
    const { message, hint } = make(nowhere, ...words);
    return [rule.code, message, hint];
  });
  return table(
    ["code", "what is said", "what to write instead"],
    rows.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
  );
}

/** A program and its C, beside each other. */
function pair(file: string): string {
  const root = dirname(file);
  const { files, errors } = build([file], { root, lines: false });
  const path = file.slice(root.length + 1).replace(/\.ts$/, "");
  const [header, source] = [files.get(`${path}.h`), files.get(`${path}.c`)];
  if (header === undefined || source === undefined) {
    throw new Error(`${file} is no program:\n${errors}`);
  }
  const typescript = blocks(readFileSync(file, "utf8")).filter((each) => !each.startsWith("import "));
  const c = [...blocks(header).filter(isType), ...blocks(source).filter(isBody)];
  const cell = (text: string): string => `<td valign="top">\n\n${text}\n</td>`;
  const cells = [code("ts", typescript.join("\n\n")), code("c", c.join("\n\n"))].map(cell);
  return `<table><tr>\n${cells.join("\n")}\n</tr></table>\n`;
}

/** What stands between empty lines. */
function blocks(text: string): string[] {
  return text.split(/\n{2,}/).map((each) => each.trimEnd());
}

/** What a header declares, prototypes left aside. */
function isType(block: string): boolean {
  return /^(?:\/\*\*[^]*?\*\/\n)?(?:typedef|struct|enum)\b/.test(block);
}

/** What a C file has beside includes, prototypes and the functions that make memory at the start. */
function isBody(block: string): boolean {
  const isPrototypes = block.split("\n").every((line) => /^\S.*\);$/.test(line));
  const isStart = /\b\w+_init\(/.test(block) && /^(?:\/\*\* (?:Makes a new|Runs)|void \w+_module_init)/.test(block);
  return block !== "" && !block.startsWith("/* ") && !block.startsWith("#include") && !isPrototypes && !isStart;
}
