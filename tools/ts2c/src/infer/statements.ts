/** Inference of statements: what is known moves on from one to the next. */
import ts from "typescript";
import { blaming } from "../blame.ts";
import { refuse } from "../diagnostics.ts";
import { MAX_LENGTH, holdsPlace, typeName, type Type } from "../model/types.ts";
import { assign, compoundAssign, step } from "./assignments.ts";
import { inferCondition, narrowTag } from "./conditions.ts";
import { elementType, lengthOf } from "./arrays.ts";
import { valueOfType } from "./names.ts";
import type { Inference } from "./inference.ts";
import { interval, type Interval } from "./interval.ts";
import { inferLoop } from "./loops.ts";
import { strideOf } from "./strides.ts";
import { State } from "./state.ts";
import { requireLabel } from "./labels.ts";
import { addLocal, declareVariable } from "./variables.ts";

type Visitor<N extends ts.Statement> = (infer: Inference, node: N) => void;

const VISITORS = new Map<ts.SyntaxKind, Visitor<never>>([
  [
    ts.SyntaxKind.Block,
    (infer, node: ts.Block) => {
      inferStatements(infer, node.statements);
    },
  ],
  [ts.SyntaxKind.VariableStatement, inferVariables],
  [ts.SyntaxKind.ExpressionStatement, inferExpressionStatement],
  [ts.SyntaxKind.IfStatement, inferIf],
  [ts.SyntaxKind.WhileStatement, inferWhile],
  [ts.SyntaxKind.DoStatement, inferDo],
  [ts.SyntaxKind.ForStatement, inferFor],
  [ts.SyntaxKind.ForOfStatement, inferForOf],
  [ts.SyntaxKind.SwitchStatement, inferSwitch],
  [ts.SyntaxKind.ReturnStatement, inferReturn],
  [
    ts.SyntaxKind.BreakStatement,
    (infer) => {
      jump(infer, "breaks");
    },
  ],
  [
    ts.SyntaxKind.ContinueStatement,
    (infer) => {
      jump(infer, "continues");
    },
  ],
  [ts.SyntaxKind.EmptyStatement, () => undefined],
]);

export function inferStatements(infer: Inference, statements: readonly ts.Statement[]): void {
  for (const statement of statements) {
    inferStatement(infer, statement);
  }
}

export function inferStatement(infer: Inference, node: ts.Statement): void {
  if (!infer.state.reachable) {
    return;
  }
  if (infer.recording) {
    infer.results.reached.add(node);
  }
  const visitor = VISITORS.get(node.kind) as Visitor<ts.Statement> | undefined;
  blaming(node, () => visitor?.(infer, node));
  if (infer.recording && infer.state.reachable) {
    infer.results.endsReached.add(node);
  }
}

function inferVariables(infer: Inference, node: ts.VariableStatement): void {
  for (const declaration of node.declarationList.declarations) {
    declareVariable(infer, declaration);
  }
}

function inferExpressionStatement(infer: Inference, node: ts.ExpressionStatement): void {
  const { expression } = node;
  if (ts.isBinaryExpression(expression)) {
    const operator = expression.operatorToken.kind;
    if (operator === ts.SyntaxKind.EqualsToken) {
      assign(infer, expression);
      return;
    }
    if (operator >= ts.SyntaxKind.FirstCompoundAssignment && operator <= ts.SyntaxKind.LastCompoundAssignment) {
      compoundAssign(infer, expression);
      return;
    }
  }
  if (ts.isPostfixUnaryExpression(expression) || ts.isPrefixUnaryExpression(expression)) {
    step(infer, expression);
    return;
  }
  infer.evaluate(expression);
  if (!ts.isCallExpression(expression)) {
    infer.complain(refuse.syntax(expression, "an expression without effect", "Call, assign, or leave it out."));
  }
}

function inferIf(infer: Inference, node: ts.IfStatement): void {
  const [yes, no] = inferCondition(infer, node.expression);
  infer.state = yes;
  inferStatement(infer, node.thenStatement);
  const afterThen = infer.state;
  infer.state = no;
  if (node.elseStatement !== undefined) {
    inferStatement(infer, node.elseStatement);
  }
  infer.state = State.join(afterThen, infer.state);
}

function inferWhile(infer: Inference, node: ts.WhileStatement): void {
  inferLoop(
    infer,
    () => {
      const [yes, no] = inferCondition(infer, node.expression);
      infer.state = yes;
      return no;
    },
    () => {
      inferStatement(infer, node.statement);
    },
  );
}

function inferDo(infer: Inference, node: ts.DoStatement): void {
  let leave = infer.state.unreachable();
  inferLoop(
    infer,
    () => leave,
    () => {
      inferStatement(infer, node.statement);
    },
    () => {
      const [again, done] = inferCondition(infer, node.expression);
      infer.state = again;
      leave = done;
    },
    () => leave,
  );
}

function inferFor(infer: Inference, node: ts.ForStatement): void {
  if (node.initializer !== undefined && ts.isVariableDeclarationList(node.initializer)) {
    for (const declaration of node.initializer.declarations) {
      declareVariable(infer, declaration);
    }
  } else if (node.initializer !== undefined) {
    inferIncrement(infer, node.initializer);
  }
  const keepStride = strideOf(infer, node);
  inferLoop(
    infer,
    () => {
      if (node.condition === undefined) {
        return infer.state.unreachable();
      }
      const [yes, no] = inferCondition(infer, node.condition);
      infer.state = yes;
      keepStride();
      return no;
    },
    () => {
      inferStatement(infer, node.statement);
    },
    () => {
      if (node.incrementor !== undefined && infer.state.reachable) {
        inferIncrement(infer, node.incrementor);
      }
    },
  );
}

function inferIncrement(infer: Inference, node: ts.Expression): void {
  if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
    step(infer, node);
  } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    assign(infer, node);
  } else if (ts.isBinaryExpression(node)) {
    compoundAssign(infer, node);
  } else {
    infer.complain(refuse.syntax(node, "this step", "A loop steps by `i++`, `i--`, `i += n` or an assignment."));
  }
}

function inferForOf(infer: Inference, node: ts.ForOfStatement): void {
  const object = infer.evaluate(node.expression);
  const element = elementType(object.type);
  const variable = ts.isVariableDeclarationList(node.initializer) ? node.initializer.declarations[0] : undefined;
  if (element === undefined || variable === undefined || !ts.isIdentifier(variable.name)) {
    if (object.type.kind !== "error") {
      infer.complain(refuse.notAssignable(node.expression, typeName(object.type), "an array"));
    }
    return;
  }
  const length = lengthOf(infer, node.expression, object);
  const local = addLocal(infer, variable, element, true, true, undefined);
  if ((length.interval?.max ?? MAX_LENGTH) === 0) {
    infer.record(variable, { type: element, interval: interval(0, 0) });
  }
  inferLoop(
    infer,
    () => infer.state.copy(),
    () => {
      infer.storeLocal(local, valueOfType(element));
      inferStatement(infer, node.statement);
    },
  );
}

/** What a value of a union or an enum can be. */
function labelsOf(type: Type): readonly (string | number)[] {
  if (type.kind === "enum") {
    return [...type.enum.members.values()];
  }
  return type.kind === "union" ? type.union.members : [];
}

function inferSwitch(infer: Inference, node: ts.SwitchStatement): void {
  const value = infer.evaluate(node.expression);
  if (!["int", "enum", "union", "text", "error"].includes(value.type.kind)) {
    infer.complain(refuse.notComparable(node.expression, typeName(value.type), "a case"));
  }
  const before = infer.state;
  const jumpOut = { isLoop: false, breaks: [] as State[], continues: [] };
  infer.jumps.push(jumpOut);
  const missing = new Set<string | number>(labelsOf(value.type));
  let hasDefault = false;
  const seen = new Set<string | number>();
  // The texts that lead to the next statements; none once an empty `default` leads there too.
  let labels: string[] | undefined = [];
  for (const clause of node.caseBlock.clauses) {
    infer.state = before.copy();
    if (ts.isCaseClause(clause)) {
      const label = infer.evaluate(clause.expression, value.type);
      requireLabel(infer, clause.expression, label, seen);
      labels?.push(ts.isStringLiteral(clause.expression) ? clause.expression.text : "");
      missing.delete(ts.isStringLiteral(clause.expression) ? clause.expression.text : (label.interval?.min ?? ""));
    } else {
      hasDefault = true;
      labels = undefined;
    }
    if (clause.statements.length > 0) {
      if (labels !== undefined) {
        narrowTag(infer, node.expression, labels, infer.state);
      }
      labels = [];
    }
    inferStatements(infer, clause.statements);
    if (clause.statements.length > 0 && infer.state.reachable) {
      infer.complain(refuse.fallThrough(clause));
      jumpOut.breaks.push(infer.state);
    }
  }
  infer.jumps.pop();
  const isExhaustive =
    hasDefault || (labelsOf(value.type).length > 0 && missing.size === 0) || isCovered(value.interval, seen);
  const states = isExhaustive ? jumpOut.breaks : [...jumpOut.breaks, before];
  infer.state = states.reduce((a, b) => State.join(a, b), before.unreachable());
}

/** Whether every integer of the interval is a label. */
function isCovered(range: Interval | undefined, labels: ReadonlySet<string | number>): boolean {
  const count = range === undefined ? Infinity : range.max - range.min + 1;
  return (
    count <= labels.size &&
    Array.from({ length: count }, (_, index) => range!.min + index).every((each) => labels.has(each))
  );
}

function inferReturn(infer: Inference, node: ts.ReturnStatement): void {
  const returns = infer.current?.returns;
  if (node.expression !== undefined && returns !== undefined) {
    infer.stores(node.expression, returns, "the return type");
    if (infer.makesLocalPlace && holdsPlace(returns)) {
      infer.complain(refuse.localPlaceReturned(node));
    }
  }
  infer.state = infer.state.unreachable();
}

function jump(infer: Inference, kind: "breaks" | "continues"): void {
  const target = infer.jumps.findLast((each) => kind === "breaks" || each.isLoop);
  target?.[kind].push(infer.state);
  infer.state = infer.state.unreachable();
}
