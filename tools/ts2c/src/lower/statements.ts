/** Lowering of statements. */
import ts from "typescript";
import { plainOperator } from "../infer/assignments.ts";
import type { Type } from "../model/types.ts";
import { combine } from "./arithmetic.ts";
import { arrayOf } from "./arrays.ts";
import { createInPlace } from "./creation.ts";
import { elementOf, localType } from "./expressions.ts";
import { convert, isIntType, type Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { binary, call, type CCase, type CExpression, type CStatement, literal, name, not } from "./tree.ts";
import { cStored, elementCType } from "./types.ts";

const K = ts.SyntaxKind;

type Visitor<N extends ts.Statement> = (lowering: Lowering, node: N) => void;

const VISITORS = new Map<ts.SyntaxKind, Visitor<never>>([
  [
    K.Block,
    (lowering, node: ts.Block) => {
      lowering.out.push({ kind: "block", body: lowerBody(lowering, node) });
    },
  ],
  [K.VariableStatement, lowerVariables],
  [
    K.ExpressionStatement,
    (lowering, node: ts.ExpressionStatement) => {
      lowerEffect(lowering, node.expression);
    },
  ],
  [K.IfStatement, lowerIf],
  [K.WhileStatement, lowerWhile],
  [K.DoStatement, lowerDo],
  [K.ForStatement, lowerFor],
  [K.ForOfStatement, lowerForOf],
  [K.SwitchStatement, lowerSwitch],
  [K.ReturnStatement, lowerReturn],
  [
    K.BreakStatement,
    (lowering) => {
      lowering.out.push({ kind: "break" });
    },
  ],
  [K.ContinueStatement, lowerContinue],
  [K.EmptyStatement, () => undefined],
]);

/** Lowers a statement, with its comment and line; what can't be reached is left out. */
export function lowerStatement(lowering: Lowering, node: ts.Statement): void {
  if (!lowering.results.reached.has(node)) {
    return;
  }
  const visitor = VISITORS.get(node.kind) as Visitor<ts.Statement> | undefined;
  if (visitor === undefined) {
    throw new Error(`nothing lowers ${ts.SyntaxKind[node.kind]}`);
  }
  const before = lowering.out.length;
  visitor(lowering, node);
  const first = lowering.out[before];
  if (first !== undefined) {
    const comment = commentBefore(node);
    if (comment !== undefined && first.comment === undefined) {
      first.comment = comment;
    }
    first.line ??= lineOf(node);
  }
}

function lineOf(node: ts.Node): number {
  return node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;
}

function commentBefore(node: ts.Node): string | undefined {
  const { text } = node.getSourceFile();
  const ranges = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  // A comment on the line of what came before belongs to that.
  const own = ranges.filter(
    (range) => text.slice(node.getFullStart(), range.pos).includes("\n") || node.getFullStart() === 0,
  );
  return own.length === 0 ? undefined : own.map((range) => text.slice(range.pos, range.end)).join("\n");
}

/** The statements inside braces. */
export function lowerBody(lowering: Lowering, node: ts.Statement): CStatement[] {
  lowering.enterScope();
  const body = lowering.collect(() => {
    for (const statement of ts.isBlock(node) ? node.statements : [node]) {
      lowerStatement(lowering, statement);
    }
  });
  lowering.leaveScope();
  return body;
}

function lowerVariables(lowering: Lowering, node: ts.VariableStatement): void {
  for (const declaration of node.declarationList.declarations) {
    lowering.out.push(declareLocal(lowering, declaration));
  }
}

function declareLocal(lowering: Lowering, declaration: ts.VariableDeclaration): CStatement {
  const local = lowering.results.locals.get(declaration)!;
  if (local.storage !== undefined) {
    return declareStorage(lowering, declaration);
  }
  const type = localType(local.type, local.annotated);
  const value = convertLocal(lowering, declaration.initializer!, local.type, type);
  const own = lowering.declareLocal(local);
  return { kind: "declare", type, name: own, value, isConst: local.isConst };
}

function convertLocal(lowering: Lowering, node: ts.Expression, wanted: Type, type: string): CExpression {
  const value = lowering.expression(node);
  return isIntType(type) ? convert(value, type) : lowering.convertTo(value, lowering.typeOf(node), wanted);
}

/** `const buffer = new Uint8Array(16)`: the memory, and what fills it. */
function declareStorage(lowering: Lowering, declaration: ts.VariableDeclaration): CStatement {
  const local = lowering.results.locals.get(declaration)!;
  const own = lowering.declareLocal(local);
  const { type, storage } = local;
  const element =
    type.kind === "view" ? elementCType(type.element) : type.kind === "fixed" ? cStored(type.element) : cStored(type);
  const zero: CExpression = { kind: "compound", type: "", fields: [] };
  const dimension = storage!.kind === "elements" ? { dimension: storage!.length } : {};
  lowering.out.push({ kind: "declare", type: element, name: own, ...dimension, value: zero, isConst: false });
  const filling = lowering.collect(() => {
    createInPlace(lowering, name(own), type, storage!);
  });
  const last = filling.pop();
  lowering.out.push(...filling);
  return last ?? lowering.out.pop()!;
}

/** An expression as a statement: an assignment, a step or a call. */
export function lowerEffect(lowering: Lowering, node: ts.Expression): void {
  if (ts.isBinaryExpression(node)) {
    if (node.operatorToken.kind === K.EqualsToken) {
      lowerAssignment(lowering, node);
    } else {
      lowerCompound(lowering, node.left, plainOperator(node.operatorToken.kind)!, node.right, node);
    }
  } else if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
    lowerCompound(
      lowering,
      node.operand,
      node.operator === K.PlusPlusToken ? K.PlusToken : K.MinusToken,
      undefined,
      node,
    );
  } else {
    const value = lowering.expression(node);
    const tree: CExpression = value.type === "void" ? value.tree : { kind: "cast", type: "void", operand: value.tree };
    lowering.out.push({ kind: "expression", value: tree });
  }
}

function lowerAssignment(lowering: Lowering, node: ts.BinaryExpression): void {
  const [target, value] = lowerTargetAndValue(lowering, node.left, node.right);
  const wanted = lowering.typeOf(node.right);
  const tree = isIntType(target.type)
    ? convert(value, target.type)
    : lowering.convertTo(value, wanted, declaredOf(lowering, node.left) ?? wanted!);
  lowering.out.push({ kind: "assign", target: target.tree, operator: "=", value: tree });
}

/** What leads to the target is evaluated before the value, as JavaScript does. */
function lowerTargetAndValue(lowering: Lowering, left: ts.Expression, right: ts.Expression): [Lowered, Lowered] {
  if (!ts.isElementAccessExpression(left)) {
    const value = lowering.expression(right);
    return [lowering.expression(left), value];
  }
  const [index, value] = lowering.inOrder(
    [left.argumentExpression, right],
    [() => lowering.expression(left.argumentExpression), () => lowering.expression(right)],
  ) as [Lowered, Lowered];
  return [elementOf(lowering, left, lowering.expression(left.expression), index.tree), value];
}

function declaredOf(lowering: Lowering, node: ts.Expression): Type | undefined {
  if (ts.isIdentifier(node)) {
    const declaration = lowering.program.entity(node);
    return declaration && "pos" in declaration ? lowering.results.locals.get(declaration)?.type : undefined;
  }
  return lowering.typeOf(node);
}

/** `target += value` and `target++`: the target is read and written once. */
function lowerCompound(
  lowering: Lowering,
  left: ts.Expression,
  operator: ts.SyntaxKind,
  right: ts.Expression | undefined,
  node: ts.Expression,
): void {
  const target = stableTarget(lowering, left);
  const one: Lowered = { tree: literal("1"), type: "int32_t", interval: { min: 1, max: 1, negativeZero: false } };
  const values = lowering.inOrder(
    [left, ...(right === undefined ? [] : [right])],
    [() => target, ...(right === undefined ? [] : [() => lowering.expression(right)])],
  );
  const other = values[1] ?? one;
  const plain = right === undefined && target.type !== "int8_t" && target.type !== "int16_t";
  if (plain && values[0] === target) {
    lowering.out.push({
      kind: "assign",
      target: target.tree,
      operator: operator === K.PlusToken ? "++" : "--",
      value: other.tree,
    });
    return;
  }
  const result = combine(lowering, operator, values[0]!, other, lowering.intervalOf(node));
  const value = convert({ ...result, interval: lowering.intervalOf(node) }, target.type);
  const compact = compactForm(target, value);
  lowering.out.push(compact ?? { kind: "assign", target: target.tree, operator: "=", value });
}

/** `x = x + y` as `x += y`. */
function compactForm(target: Lowered, value: CExpression): CStatement | undefined {
  if (value.kind === "binary" && value.left === target.tree) {
    return { kind: "assign", target: target.tree, operator: `${value.operator}=`, value: value.right };
  }
  return undefined;
}

/** A target whose index is evaluated once. */
function stableTarget(lowering: Lowering, node: ts.Expression): Lowered {
  if (!ts.isElementAccessExpression(node)) {
    const value = lowering.expression(node);
    return { ...value, interval: value.interval };
  }
  const index = lowering.expression(node.argumentExpression);
  const at = index.tree.kind === "name" || index.tree.kind === "literal" ? index : lowering.save(index);
  const element = elementOf(lowering, node, lowering.expression(node.expression), at.tree);
  return { ...element, interval: lowering.intervalOf(node) ?? element.interval };
}

function lowerIf(lowering: Lowering, node: ts.IfStatement): void {
  const reached = (branch: ts.Statement | undefined): boolean =>
    branch !== undefined && lowering.results.reached.has(branch);
  if (!reached(node.thenStatement) || (node.elseStatement !== undefined && !reached(node.elseStatement))) {
    const sole = reached(node.thenStatement) ? node.thenStatement : node.elseStatement;
    if (lowering.hasEffect(node.expression)) {
      const test = lowering.expression(node.expression).tree;
      lowering.out.push({ kind: "expression", value: { kind: "cast", type: "void", operand: test } });
    }
    if (sole !== undefined && reached(sole)) {
      lowering.out.push({ kind: "block", body: lowerBody(lowering, sole) });
    }
    return;
  }
  const test = lowering.expression(node.expression).tree;
  const then = lowerBody(lowering, node.thenStatement);
  const otherwise = node.elseStatement === undefined ? [] : lowerBody(lowering, node.elseStatement);
  lowering.out.push({ kind: "if", test, then, otherwise });
}

function lowerWhile(lowering: Lowering, node: ts.WhileStatement): void {
  let test: CExpression | undefined;
  const before = lowering.collect(() => {
    test = lowering.expression(node.expression).tree;
  });
  const body = lowerLoopBody(lowering, node.statement, undefined);
  if (before.length === 0) {
    lowering.out.push({ kind: "while", test: test!, body });
    return;
  }
  const leave: CStatement = { kind: "if", test: not(test!), then: [{ kind: "break" }], otherwise: [] };
  lowering.out.push({ kind: "while", test: literal("true"), body: [...before, leave, ...body] });
}

function lowerLoopBody(lowering: Lowering, body: ts.Statement, label: string | undefined): CStatement[] {
  lowering.continueLabels.push(label);
  const lowered = lowerBody(lowering, body);
  lowering.continueLabels.pop();
  return lowered;
}

function lowerDo(lowering: Lowering, node: ts.DoStatement): void {
  const label = lowering.declareName("next");
  const lowered = lowerLoopBody(lowering, node.statement, label);
  const usesLabel = mentionsGoto(lowered, label);
  let test: CExpression = literal("false");
  const before = lowering.collect(() => {
    if (lowering.typeOf(node.expression) !== undefined) {
      test = lowering.expression(node.expression).tree;
    }
  });
  const end: CStatement[] = usesLabel ? [{ kind: "label", label }] : [];
  if (before.length === 0) {
    lowering.out.push({ kind: "do", test, body: [...lowered, ...end] });
    return;
  }
  const leave: CStatement = { kind: "if", test: not(test), then: [{ kind: "break" }], otherwise: [] };
  lowering.out.push({ kind: "while", test: literal("true"), body: [...lowered, ...end, ...before, leave] });
}

function mentionsGoto(body: readonly CStatement[], label: string): boolean {
  return JSON.stringify(body).includes(`{"kind":"goto","label":"${label}"`);
}

function lowerFor(lowering: Lowering, node: ts.ForStatement): void {
  lowering.enterScope();
  const firsts = lowering.collect(() => {
    if (node.initializer !== undefined && ts.isVariableDeclarationList(node.initializer)) {
      for (const declaration of node.initializer.declarations) {
        lowering.out.push(declareLocal(lowering, declaration));
      }
    }
  });
  let test: CExpression | undefined;
  const before = lowering.collect(() => {
    test = node.condition && lowering.expression(node.condition).tree;
  });
  const label = lowering.declareName("next");
  const simple = before.length === 0 && firsts.length <= 1;
  const steps = (): CStatement[] =>
    lowering.collect(() => {
      if (node.incrementor !== undefined && lowering.intervalOf(node.incrementor) !== undefined) {
        lowerEffect(lowering, node.incrementor);
      } else if (
        node.incrementor !== undefined &&
        ts.isBinaryExpression(node.incrementor) &&
        lowering.typeOf(node.incrementor.right)
      ) {
        lowerEffect(lowering, node.incrementor);
      }
    });
  const step = steps();
  if (simple && step.length <= 1) {
    const body = lowerLoopBody(lowering, node.statement, undefined);
    lowering.out.push({ kind: "for", first: firsts[0], test, step: step[0], body });
  } else {
    const body = lowerLoopBody(lowering, node.statement, label);
    const end: CStatement[] = mentionsGoto(body, label) ? [{ kind: "label", label }] : [];
    const leave: CStatement[] = test ? [{ kind: "if", test: not(test), then: [{ kind: "break" }], otherwise: [] }] : [];
    const loop: CStatement = {
      kind: "while",
      test: literal("true"),
      body: [...before, ...leave, ...body, ...end, ...step],
    };
    lowering.out.push({ kind: "block", body: [...firsts, loop] });
  }
  lowering.leaveScope();
}

/** The view is taken once, before the loop, as JavaScript does. */
function lowerForOf(lowering: Lowering, node: ts.ForOfStatement): void {
  const variable = (node.initializer as ts.VariableDeclarationList).declarations[0]!;
  const local = lowering.results.locals.get(variable)!;
  const array = lowering.expression(node.expression);
  const type = lowering.typeOf(node.expression)!;
  const saved =
    type.kind === "view" && array.tree.kind !== "compound" && !isConstName(lowering, node.expression)
      ? lowering.save(array)
      : array;
  const { data, length } = arrayOf(lowering, saved);
  const count = length ?? literal(String(type.kind === "fixed" ? type.length : tableLength(lowering, node.expression)));
  lowering.enterScope();
  const index = lowering.declareName("i");
  const own = lowering.declareLocal(local);
  const element = elementOf(lowering, node, { ...saved, tree: rebuild(saved, data, count) }, name(index));
  const elementType = localType(local.type, true);
  const body = lowerLoopBody(lowering, node.statement, undefined);
  const used = lowering.mentioned.has(own);
  const declare: CStatement[] = used
    ? [{ kind: "declare", type: elementType, name: own, value: element.tree, isConst: true }]
    : [];
  lowering.leaveScope();
  lowering.out.push({
    kind: "for",
    first: { kind: "declare", type: "uint32_t", name: index, value: literal("0"), isConst: false },
    test: binary("<", name(index), count),
    step: { kind: "assign", target: name(index), operator: "++", value: literal("1") },
    body: [...declare, ...body],
  });
}

function isConstName(lowering: Lowering, node: ts.Expression): boolean {
  const declaration = ts.isIdentifier(node) ? lowering.program.entity(node) : undefined;
  if (declaration === undefined || !("pos" in declaration)) {
    return false;
  }
  return lowering.results.locals.get(declaration)?.isConst ?? false;
}

function rebuild(array: Lowered, data: CExpression, length: CExpression): CExpression {
  return array.type === "array"
    ? data
    : {
        kind: "compound",
        type: array.type,
        fields: [
          ["data", data],
          ["length", length],
        ],
      };
}

function tableLength(lowering: Lowering, node: ts.Expression): number {
  const declaration = lowering.program.entity(node) as ts.Declaration;
  return (lowering.program.constant(declaration)!.value as ArrayLike<unknown>).length;
}

function lowerSwitch(lowering: Lowering, node: ts.SwitchStatement): void {
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
  return body.length === 1 && body[0]!.kind === "block" ? [...body[0]!.body] : body;
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

function lowerReturn(lowering: Lowering, node: ts.ReturnStatement): void {
  const returns = lowering.current?.returns;
  if (node.expression === undefined || returns === undefined) {
    lowering.out.push({ kind: "return", value: undefined });
    return;
  }
  lowering.out.push({ kind: "return", value: lowering.into(node.expression, returns) });
}

function lowerContinue(lowering: Lowering): void {
  const label = lowering.continueLabels[lowering.continueLabels.length - 1];
  lowering.out.push(label === undefined ? { kind: "continue" } : { kind: "goto", label });
}
