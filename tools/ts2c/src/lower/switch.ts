/** Lowering of `switch`. */
import ts from "typescript";
import { cast, isIntType, operationType, RANGES, type Lowered } from "./integers.ts";
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
  lowering.out.push({ kind: "switch", value: wideEnough(lowering, node, value), cases });
  if (!lowering.results.endsReached.has(node)) {
    lowering.out.push({ kind: "expression", value: call("TS_UNREACHABLE") });
  }
}

/** The value in a type that holds every label: C's compilers warn of one that the value can't be. */
function wideEnough(lowering: Lowering, node: ts.SwitchStatement, value: Lowered): CExpression {
  if (!isIntType(value.type)) {
    return value.tree;
  }
  const labels = node.caseBlock.clauses
    .filter(ts.isCaseClause)
    .map((clause) => lowering.intervalOf(clause.expression))
    .filter((label) => label !== undefined);
  const { min, max } = RANGES.get(value.type)!;
  return labels.every((label) => label.min >= min && label.max <= max)
    ? value.tree
    : cast(value.tree, operationType([value.interval!, ...labels], []));
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
  const { clauses } = node.caseBlock;
  let tests: CExpression[] = [];
  let hasDefault = false;
  let otherwise: CStatement[] = [];
  const branches: { test: CExpression; body: CStatement[] }[] = [];
  clauses.forEach((clause, index) => {
    if (ts.isCaseClause(clause)) {
      tests.push(call("ts_text_equal", text, lowering.expression(clause.expression).tree));
    } else {
      hasDefault = true;
    }
    // Clauses without statements share those of the next one that has any; the last ones do nothing.
    if (clause.statements.length === 0 && index < clauses.length - 1) {
      return;
    }
    const body = lowerClause(lowering, clause);
    if (hasDefault) {
      otherwise = body;
    } else {
      branches.push({ test: tests.reduce((a, b) => binary("||", a, b)), body });
    }
    [tests, hasDefault] = [[], false];
  });
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
