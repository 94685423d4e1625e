/** Makes a program that fails smaller, as long as it fails in the same way. */
import ts from "typescript";
import { runBatch, type Compilation, type Verdict } from "./batch.ts";

const TRIED_AT_ONCE = 40;
const MOST_ROUNDS = 40;

/** The smallest program found that still fails like the given one. */
export async function shrink(program: string, failure: Verdict, compilation: Compilation): Promise<string> {
  let best = program;
  let skip = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const all = smaller(best);
    const tried = all.slice(skip, skip + TRIED_AT_ONCE);
    if (tried.length === 0) {
      break;
    }
    const verdicts = await runBatch(tried, compilation);
    const failing = tried.filter((_, index) => {
      return kindOf(verdicts[index]) === kindOf(failure);
    });
    if (failing.length === 0) {
      skip += TRIED_AT_ONCE;
    } else {
      best = failing.reduce((a, b) => (a.length <= b.length ? a : b));
      skip = 0;
    }
  }
  return best;
}

/** What has to stay the same: how it fails, and of what the C compiler or the sanitizer complains. */
function kindOf(verdict: Verdict): string {
  if (verdict.kind !== "failed") {
    return verdict.kind;
  }
  return `${verdict.how} ${/\[-W[\w=-]+\]|AddressSanitizer: [\w-]+/.exec(verdict.detail)?.[0] ?? ""}`;
}

/** Programs with one thing less, those that lose most first. */
function smaller(program: string): string[] {
  const source = ts.createSourceFile("program.ts", program, ts.ScriptTarget.ES2022, true);
  const found = new Set<string>();
  const replace = (from: number, to: number, by: string): void => {
    found.add(program.slice(0, from) + by + program.slice(to));
  };
  const visit = (node: ts.Node): void => {
    withoutParts(node, replace);
    simpler(node, replace);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found]
    .filter((text) => text.length < program.length && text.includes("export function run(): void {"))
    .sort((a, b) => a.length - b.length);
}

type Replace = (from: number, to: number, by: string) => void;

/** Without one, or a run, of its statements or members. */
function withoutParts(node: ts.Node, replace: Replace): void {
  const lists: ts.NodeArray<ts.Node>[] = [];
  if (ts.isSourceFile(node) || ts.isBlock(node) || ts.isCaseOrDefaultClause(node)) {
    lists.push(node.statements);
  } else if (ts.isClassDeclaration(node)) {
    lists.push(node.members);
  } else if (ts.isCaseBlock(node)) {
    lists.push(node.clauses);
  }
  for (const list of lists) {
    for (let run = list.length; run >= 1; run = Math.trunc(run / 2)) {
      for (let start = 0; start + run <= list.length; start += run) {
        replace(list[start].getStart(), list[start + run - 1].getEnd(), "");
      }
    }
  }
}

/** A statement as what stands inside of it, an expression as one of its parts or a literal. */
function simpler(node: ts.Node, replace: Replace): void {
  const text = (part: ts.Node): string => part.getText();
  if (ts.isIfStatement(node) || ts.isIterationStatement(node, false)) {
    const bodies = ts.isIfStatement(node) ? [node.thenStatement, node.elseStatement] : [node.statement];
    for (const body of bodies.filter((each) => each !== undefined)) {
      replace(node.getStart(), node.getEnd(), text(body));
    }
  } else if (ts.isBlock(node) && ts.isBlock(node.parent)) {
    replace(node.getStart(), node.getEnd(), node.statements.map(text).join("\n"));
  } else if (ts.isCallExpression(node) && text(node.expression) === "console.log") {
    for (const argument of node.arguments) {
      replace(node.arguments.pos, node.arguments.end, text(argument));
    }
  } else if (ts.isExpression(node) && !ts.isIdentifier(node) && !ts.isLiteralExpression(node)) {
    ts.forEachChild(node, (part) => {
      if (ts.isExpression(part)) {
        replace(node.getStart(), node.getEnd(), text(part));
      }
    });
    replace(node.getStart(), node.getEnd(), "1");
    replace(node.getStart(), node.getEnd(), "true");
  }
}
