/** Print: statements, four spaces a level, as ESP-IDF writes C. */
import type { CCase, CStatement } from "../lower/tree.ts";
import { dimension } from "./data.ts";
import { printExpression } from "./expressions.ts";

export interface PrintOptions {
  /** The name of the folder that module names are relative to. */
  readonly folder: string;
  /** `#line` before statements, so that the debugger and the compiler point at this file. */
  readonly lineFile: string | undefined;
}

export function printStatements(statements: readonly CStatement[], depth: number, options: PrintOptions): string[] {
  return statements.flatMap((statement) => printStatement(statement, depth, options));
}

function printStatement(statement: CStatement, depth: number, options: PrintOptions): string[] {
  const pad = "    ".repeat(depth);
  const lines: string[] = [];
  if (options.lineFile !== undefined && statement.line !== undefined) {
    lines.push(`#line ${String(statement.line)} ${JSON.stringify(options.lineFile)}`);
  }
  if (statement.comment !== undefined) {
    lines.push(...printComment(statement.comment, pad));
  }
  lines.push(...body(statement, depth, pad, options));
  return lines;
}

/** C joins a line that ends in a backslash, or in its trigraph, with the next one, also inside of a comment. */
export function printComment(comment: string, pad: string): string[] {
  return comment.split("\n").map((line) => {
    const text = line
      .trim()
      .replace(/(?<=.)\/(?=\*)/g, "/ ")
      .replace(/(\\|\?\?\/)$/, "$1.");
    return text.startsWith("*") ? `${pad} ${text}` : `${pad}${text}`;
  });
}

function body(statement: CStatement, depth: number, pad: string, options: PrintOptions): string[] {
  const inside = (statements: readonly CStatement[]): string[] => printStatements(statements, depth + 1, options);
  switch (statement.kind) {
    case "if":
      return printIf(statement, depth, pad, options);
    case "while":
      return [`${pad}while (${printExpression(statement.test)}) {`, ...inside(statement.body), `${pad}}`];
    case "do":
      return [`${pad}do {`, ...inside(statement.body), `${pad}} while (${printExpression(statement.test)});`];
    case "for": {
      const test = statement.test === undefined ? "" : ` ${printExpression(statement.test)}`;
      const step = statement.step === undefined ? "" : ` ${simple(statement.step)}`;
      const head = `${statement.first === undefined ? "" : simple(statement.first)};${test};${step}`;
      return [`${pad}for (${head}) {`, ...inside(statement.body), `${pad}}`];
    }
    case "switch":
      return [
        `${pad}switch (${printExpression(statement.value)}) {`,
        ...statement.cases.flatMap((each) => printCase(each, depth, pad, options)),
        `${pad}}`,
      ];
    case "block":
      return [`${pad}{`, ...inside(statement.body), `${pad}}`];
    case "label":
      return [`${pad}${statement.label}:;`];
    default:
      return [`${pad}${simple(statement)};`];
  }
}

function printIf(
  statement: Extract<CStatement, { kind: "if" }>,
  depth: number,
  pad: string,
  options: PrintOptions,
): string[] {
  const lines = [
    `${pad}if (${printExpression(statement.test)}) {`,
    ...printStatements(statement.then, depth + 1, options),
  ];
  const [first] = statement.otherwise;
  if (first === undefined) {
    return [...lines, `${pad}}`];
  }
  if (statement.otherwise.length === 1 && first.kind === "if" && first.comment === undefined) {
    const [head, ...rest] = printIf(first, depth, pad, options);
    return [...lines, `${pad}} else ${head.trimStart()}`, ...rest];
  }
  return [...lines, `${pad}} else {`, ...printStatements(statement.otherwise, depth + 1, options), `${pad}}`];
}

function printCase(each: CCase, depth: number, pad: string, options: PrintOptions): string[] {
  const labels = each.labels.map((label) =>
    label === undefined ? `${pad}default:` : `${pad}case ${printExpression(label)}:`,
  );
  const last = labels.pop()!;
  const needsBraces = each.body.some((statement) => statement.kind === "declare");
  const lines = printStatements(each.body, depth + 1, options);
  return needsBraces ? [...labels, `${last} {`, ...lines, `${pad}}`] : [...labels, last, ...lines];
}

/** A statement on one line, without its semicolon. */
function simple(statement: CStatement): string {
  switch (statement.kind) {
    case "declare": {
      const front = `${statement.isConst ? constant(statement.type) : spaced(statement.type)}${statement.name}`;
      const size = statement.dimension === undefined ? "" : dimension(statement.dimension);
      return `${front}${size}${statement.value === undefined ? "" : ` = ${printExpression(statement.value)}`}`;
    }
    case "expression":
      return printExpression(statement.value);
    case "assign": {
      const target = printExpression(statement.target);
      return statement.operator === "++" || statement.operator === "--"
        ? `${target}${statement.operator}`
        : `${target} ${statement.operator} ${printExpression(statement.value)}`;
    }
    case "return":
      return statement.value === undefined ? "return" : `return ${printExpression(statement.value)}`;
    case "goto":
      return `goto ${statement.label}`;
    default:
      return statement.kind;
  }
}

/** `uint8_t ` or `p1_ring_t *`, ready for a name. */
export function spaced(type: string): string {
  return type.endsWith("*") ? type : `${type} `;
}

function constant(type: string): string {
  return type.endsWith("*") ? `${type}const ` : `const ${type} `;
}
