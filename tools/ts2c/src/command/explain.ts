/** `--explain`: what the checker believes on one line, so that a refusal can be understood and a proof be found. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { analyse } from "../build.ts";
import { show } from "../infer/interval.ts";
import { type Linear, showFact } from "../infer/linear.ts";
import type { Known, Observe } from "../infer/results.ts";
import { typeName } from "../model/types.ts";
import type { Place } from "./options.ts";
import { Problem } from "./problem.ts";

/** What holds where an expression is evaluated. */
interface Seen {
  readonly node: ts.Node;
  readonly facts: readonly Linear[];
}

export function runExplain(files: readonly string[], root: string, place: Place): number {
  const seen = new Map<ts.Node, Seen>();
  const observe: Observe = (node, { state }) => {
    if (isOn(node, place)) {
      // Of a line in a loop the last look counts: what it sees lasts for every turn.
      seen.set(node, { node, facts: state.facts });
    }
  };
  const { errors, errorCount, inferred } = analyse(files, root, observe);
  if (inferred !== undefined) {
    const values = inferred.results.values;
    process.stdout.write(explanation(place, lineOf(place), [...seen.values()], (node) => values.get(node)));
  }
  process.stderr.write(errors);
  return errorCount > 0 ? 1 : 0;
}

function isOn(node: ts.Node, { file, line }: Place): boolean {
  const source = node.getSourceFile();
  return resolve(source.fileName) === resolve(file) && lineNumber(source, node.getStart(source)) === line;
}

function lineNumber(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}

function lineOf({ file, line }: Place): string {
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  if (line < 1 || line > lines.length) {
    throw new Problem(`${file} has no line ${String(line)}: it has ${String(lines.length)}.`);
  }
  return lines[line - 1];
}

function explanation(
  { file, line }: Place,
  text: string,
  seen: readonly Seen[],
  valueOf: (node: ts.Node) => Known | undefined,
): string {
  const told = seen.filter(({ node }) => !isPlain(node, valueOf(node)));
  const width = Math.max(0, ...told.map(({ node }) => shown(node).length));
  const names = new Set(told.map(({ node }) => shown(node)));
  const lines = [`${file}:${String(line)}`, text.trimEnd()];
  const said = new Set<string>();
  for (const { node, facts } of told) {
    for (const fact of facts.filter((each) => speaksOf(each, names)).map((each) => showFact(each, nameOf))) {
      if (!said.has(fact)) {
        lines.push(`  known: ${fact}`);
      }
      said.add(fact);
    }
    const value = `  ${shown(node).padEnd(width)}  ${describe(valueOf(node))}`;
    if (!said.has(value)) {
      lines.push(value);
    }
    said.add(value);
  }
  return `${[...lines, ...(told.length === 0 ? ["  nothing is evaluated here"] : [])].join("\n")}\n`;
}

const PLAIN = new Set([
  ts.SyntaxKind.ParenthesizedExpression,
  ts.SyntaxKind.ThisKeyword,
  ts.SyntaxKind.TrueKeyword,
  ts.SyntaxKind.FalseKeyword,
  ts.SyntaxKind.NullKeyword,
]);

/** What says all of itself; of a condition its parts tell more. */
function isPlain(node: ts.Node, value: Known | undefined): boolean {
  const isCondition = ts.isBinaryExpression(node) && value?.type.kind === "bool";
  return ts.isLiteralExpression(node) || PLAIN.has(node.kind) || isCondition;
}

function shown(node: ts.Node): string {
  return node.getText().replace(/\s+/g, " ");
}

/** Locals of one name are told apart by a number that nobody wrote. */
function nameOf(key: string): string {
  return key.replace(/#\d+/g, "");
}

function speaksOf(fact: Linear, names: ReadonlySet<string>): boolean {
  return [...fact.terms.keys()].map(nameOf).some((name) => names.has(name) || names.has(name.replace(/\.length$/, "")));
}

function describe(value: Known | undefined): string {
  if (value === undefined) {
    return "";
  }
  const { type, interval } = value;
  if (interval === undefined) {
    return typeName(type);
  }
  return `${type.kind === "int" ? "" : `${typeName(type)}: `}${show(interval)}${interval.negativeZero ? " or −0" : ""}`;
}
