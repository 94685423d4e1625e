/** Lowering of `switch`. */
import ts from "typescript";
import type { Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { lowerStatement } from "./statements.ts";
import { binary, call, type CCase, type CExpression, type CStatement, literal } from "./tree.ts";

export function lowerSwitch(lowering: Lowering, node: ts.SwitchStatement): void {
  const value = lowering.expression(node.expression);
  const type = lowering.typeOf(node.expression)!;
  if (type.kind === "text") {
    lowerTextSwitch(lowering, node, value);
    return;
  }
  const cases: CCase[] = [];
  let labels: (CExpression | undefined)[] = [];
  for (const clause of node.caseBlock.clauses) {
    labels.push(ts.isCaseClause(clause) ? lowering.expression(clause.expression).tree : undefined);
    if (clause.statements.length > 0) {
      cases.push({ labels, body: lowerClause(lowering, clause) });
      labels = [];
    }
  }
  if (labels.length > 0) {
    cases.push({ labels, body: [{ kind: "break" }] });
  }
  if (!cases.some((each) => each.labels.includes(undefined))) {
    cases.push({ labels: [undefined], body: [{ kind: "break" }] });
  }
  lowering.out.push({ kind: "switch", value: value.tree, cases });
  if (!lowering.results.endsReached.has(node)) {
    lowering.out.push({ kind: "expression", value: call("TS_UNREACHABLE") });
  }
}

function lowerClause(lowering: Lowering, clause: ts.CaseOrDefaultClause): CStatement[] {
  lowering.enterScope();
  const body = lowering.collect(() => {
    for (const statement of clause.statements) {
      lowerStatement(lowering, statement);
    }
  });
  lowering.leaveScope();
  return body.length === 1 && body[0].kind === "block" ? [...body[0].body] : body;
}

/** C can't switch on texts: a loop that runs once, with a chain of tests, so that `break` leaves it. */
function lowerTextSwitch(lowering: Lowering, node: ts.SwitchStatement, value: Lowered): void {
  const text = value.tree.kind === "name" ? value.tree : lowering.save(value).tree;
  let tests: CExpression[] = [];
  let otherwise: CStatement[] = [];
  const branches: { test: CExpression; body: CStatement[] }[] = [];
  for (const clause of node.caseBlock.clauses) {
    if (ts.isCaseClause(clause)) {
      tests.push(call("ts_text_equal", text, lowering.expression(clause.expression).tree));
      if (clause.statements.length > 0) {
        branches.push({ test: tests.reduce((a, b) => binary("||", a, b)), body: lowerClause(lowering, clause) });
        tests = [];
      }
    } else {
      otherwise = lowerClause(lowering, clause);
    }
  }
  const chain = branches.reduceRight<CStatement[]>(
    (rest, branch) => [{ kind: "if", test: branch.test, then: branch.body, otherwise: rest }],
    otherwise,
  );
  lowering.out.push({
    kind: "switch",
    value: literal("0"),
    cases: [{ labels: [undefined], body: [...chain, { kind: "break" }] }],
  });
}
