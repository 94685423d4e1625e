/** Lowering of statements. */
import ts from "typescript";
import { blaming } from "../blame.ts";
import type { Type } from "../model/types.ts";
import { createInPlace } from "./creation.ts";
import { insideOf, isTaggedInside, localType } from "./names.ts";
import { convert, isIntType } from "./integers.ts";
import { lowerDo, lowerFor, lowerForOf, lowerWhile } from "./loops.ts";
import type { Lowering } from "./lowering.ts";
import { call, type CExpression, type CStatement, member, name } from "./tree.ts";
import { lowerEffect } from "./stores.ts";
import { lowerSwitch } from "./switch.ts";
import { cStored, cType, elementCType, passedType } from "./types.ts";

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
  blaming(node, () => {
    visitor(lowering, node);
  });
  if (isLoop(lowering.out.at(-1)) && !lowering.results.endsReached.has(node)) {
    // C can't know what is known of the test, and would miss the `return` that nothing reaches.
    lowering.out.push({ kind: "expression", value: call("TS_UNREACHABLE") });
  }
  const first = lowering.out[before];
  if (first !== undefined) {
    const comment = commentBefore(node);
    if (comment !== undefined && first.comment === undefined) {
      first.comment = comment;
    }
    first.line ??= lineOf(node);
  }
}

/** A loop that C takes for one that ends. */
function isLoop(statement: CStatement | undefined): boolean {
  const isLoopKind = statement?.kind === "while" || statement?.kind === "do" || statement?.kind === "for";
  const test = isLoopKind ? statement.test : undefined;
  return test !== undefined && !(test.kind === "literal" && test.text === "true");
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
    if (ts.isObjectBindingPattern(declaration.name)) {
      takeApart(lowering, declaration.name, declaration.initializer!);
    } else {
      lowering.out.push(declareLocal(lowering, declaration));
    }
  }
}

/** `const { a, b: other } = record;` */
function takeApart(lowering: Lowering, pattern: ts.ObjectBindingPattern, initializer: ts.Expression): void {
  const value = lowering.expression(initializer);
  const object = value.tree.kind === "name" ? value : lowering.save(value);
  const { fields } = (lowering.typeOf(initializer) as Extract<Type, { kind: "record" }>).record;
  for (const element of pattern.elements) {
    const local = lowering.results.locals.get(element)!;
    const wanted = (element.propertyName ?? element.name).getText();
    const field = fields.find((each) => each.name === wanted)!;
    const type = localType(lowering.program, local);
    const own = lowering.declareLocal(local);
    const part = { tree: member(object.tree, field.cName, false), type: cType(field.type), interval: undefined };
    const known =
      local.type.kind === "nullable" ? part : insideOf(lowering, part, local.type, isTaggedInside(field.type));
    lowering.out.push({ kind: "declare", type, name: own, value: known.tree, isConst: local.isConst });
  }
}

export function declareLocal(lowering: Lowering, declaration: ts.VariableDeclaration): CStatement {
  const local = lowering.results.locals.get(declaration)!;
  if (local.storage !== undefined) {
    return declareStorage(lowering, declaration);
  }
  const type = localType(lowering.program, local);
  const value = convertLocal(lowering, declaration.initializer!, local.type, type);
  const own = lowering.declareLocal(local);
  return { kind: "declare", type, name: own, value, isConst: local.isConst };
}

function convertLocal(lowering: Lowering, node: ts.Expression, wanted: Type, type: string): CExpression {
  const value = lowering.expression(node);
  return isIntType(type) ? convert(value, type) : lowering.converted(node, value, wanted);
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

function lowerIf(lowering: Lowering, node: ts.IfStatement): void {
  const reached = (branch: ts.Statement | undefined): boolean =>
    branch !== undefined && lowering.results.reached.has(branch);
  const else_ = node.elseStatement;
  const isElseReached = else_ === undefined ? lowering.results.endsReached.has(node) : reached(else_);
  if (!reached(node.thenStatement) || !isElseReached) {
    const sole = reached(node.thenStatement) ? node.thenStatement : node.elseStatement;
    if (lowering.hasEffect(node.expression)) {
      lowering.keepEffect(node.expression, lowering.expression(node.expression).tree);
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

function lowerReturn(lowering: Lowering, node: ts.ReturnStatement): void {
  const returns = lowering.current?.returns;
  if (node.expression === undefined || returns === undefined) {
    lowering.out.push({ kind: "return", value: undefined });
    return;
  }
  if (returns.kind === "void") {
    lowerEffect(lowering, node.expression);
    lowering.out.push({ kind: "return", value: undefined });
    return;
  }
  const wanted = passedType(lowering.program, lowering.current!, returns);
  lowering.out.push({ kind: "return", value: lowering.into(node.expression, returns, wanted) });
}

function lowerContinue(lowering: Lowering): void {
  const label = lowering.continueLabels[lowering.continueLabels.length - 1];
  lowering.out.push(label === undefined ? { kind: "continue" } : { kind: "goto", label });
}
