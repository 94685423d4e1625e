/**
 * A mutant is ts2c with one thing broken: one text of one of its files replaced by another. Each breaks a rule, which is
 * what one function of check, infer or lower decides.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";

export const SOURCES = resolve(import.meta.dirname, "../../tools/ts2c/src");
export const STAGES = ["check", "infer", "lower"] as const;

export interface Mutant {
  readonly name: string;
  /** From `tools/ts2c/src` on. */
  readonly file: string;
  /** The function, `Class.method` for one of a class. */
  readonly rule: string;
  /** What holds no more. */
  readonly breaks: string;
  /** Occurs once in the file. */
  readonly text: string;
  readonly becomes: string;
  /** A program that shows it, where no fixture of `test/language` does. */
  readonly probe: string | undefined;
}

/**
 * The mutants of one file, as `mutants/` has them:
 *
 *     # add: a sum is at most the sum of the upper ends
 *     - a.max + b.max
 *     + a.max
 *     function f(a: u8, b: u8): u8 { return a + b; }
 *     console.log(f(200, 100));
 *
 * The rule and what holds no more, the text, what takes its place, and a program that shows it.
 */
export function mutantsIn(file: string, list: string): Mutant[] {
  const count = new Map<string, number>();
  return list
    .split(/^(?=# )/m)
    .filter((part) => part.startsWith("# "))
    .map((part) => {
      const [heading, ...lines] = part.trimEnd().split("\n");
      const [, rule, breaks] = /^# (\S+): (.*)$/.exec(heading) ?? [];
      if (rule === undefined) {
        throw new Error(`the mutants of ${file}: ${JSON.stringify(heading)} is no "# rule: what holds no more"`);
      }
      const marked = (mark: string): string[] => lines.filter((line) => line === mark || line.startsWith(`${mark} `));
      const textOf = (mark: string): string =>
        marked(mark)
          .map((line) => line.slice(2))
          .join("\n");
      const probe = lines.filter((line) => !marked("-").includes(line) && !marked("+").includes(line));
      const number = (count.get(rule) ?? 0) + 1;
      count.set(rule, number);
      return {
        name: `${file.replace(/\.ts$/, "")}:${rule}${number === 1 ? "" : `-${String(number)}`}`,
        file,
        rule,
        breaks,
        text: textOf("-"),
        becomes: textOf("+"),
        probe: probe.length === 0 ? undefined : `${probe.join("\n")}\n`,
      };
    });
}

/** The mutated text of the file; fails with what is wrong with the mutant. */
export function mutate(mutant: Mutant, source: string): string {
  const at = source.indexOf(mutant.text);
  const again = source.indexOf(mutant.text, at + 1);
  if (at < 0 || again >= 0) {
    const found = at < 0 ? "does not occur in" : "occurs twice in";
    throw new Error(`the mutant ${mutant.name} is out of date: ${JSON.stringify(mutant.text)} ${found} ${mutant.file}`);
  }
  const owner = rulesIn(mutant.file, source).find(({ from, to }) => from <= at && at < to);
  if (owner?.name !== mutant.rule) {
    const where = owner === undefined ? "in no function" : `in ${owner.name}`;
    throw new Error(`the mutant ${mutant.name} is out of date: its text stands ${where}, not in ${mutant.rule}`);
  }
  return source.slice(0, at) + mutant.becomes + source.slice(at + mutant.text.length);
}

export interface Rule {
  readonly file: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Where the function's body begins; missing for a table. */
  readonly body: number | undefined;
}

/** Every function of check, infer and lower, and what else there decides: tables at the top level. */
export function allRules(): Rule[] {
  return STAGES.flatMap((stage) =>
    readdirSync(join(SOURCES, stage))
      .map((name) => `${stage}/${name}`)
      .flatMap((file) => rulesIn(file, readSource(file))),
  );
}

export function readSource(file: string): string {
  return readFileSync(join(SOURCES, file), "utf8");
}

export function rulesIn(file: string, text: string): Rule[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const rule = (name: string, node: ts.Node, block?: ts.Block): Rule => {
    return { file, name, from: node.getStart(), to: node.getEnd(), body: block && block.getStart() + 1 };
  };
  return source.statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) {
      return [rule(statement.name!.text, statement, statement.body)];
    }
    if (ts.isClassDeclaration(statement)) {
      const methods = statement.members.filter(ts.isMethodDeclaration);
      return methods.map((each) => rule(`${statement.name!.text}.${each.name.getText()}`, each, each.body));
    }
    if (ts.isVariableStatement(statement)) {
      const [declaration] = statement.declarationList.declarations;
      return isTable(declaration) ? [rule(declaration.name.getText(), statement)] : [];
    }
    return [];
  });
}

/** `new Map(…)` or `new Set(…)`: what is in it is accepted, or means something. */
function isTable(declaration: ts.VariableDeclaration): boolean {
  const { initializer } = declaration;
  return initializer !== undefined && ts.isNewExpression(initializer);
}
