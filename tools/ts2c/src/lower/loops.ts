/** Lowering of loops. */
import ts from "typescript";
import { bare } from "../model/bare.ts";
import { arrayOf } from "./arrays.ts";
import { elementOf } from "./expressions.ts";
import { localType } from "./names.ts";
import type { Lowered } from "./integers.ts";
import type { Lowering } from "./lowering.ts";
import { declareLocal, lowerBody } from "./statements.ts";
import { lowerEffect } from "./stores.ts";
import { binary, type CExpression, type CStatement, literal, name, not } from "./tree.ts";

export function lowerWhile(lowering: Lowering, node: ts.WhileStatement): void {
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

export function lowerDo(lowering: Lowering, node: ts.DoStatement): void {
  const label = lowering.declareLabel("next");
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
  // What the test declares may have the name of something in the body.
  const body: CStatement = { kind: "block", body: lowered };
  lowering.out.push({ kind: "while", test: literal("true"), body: [body, ...end, ...before, leave] });
}

function mentionsGoto(body: readonly CStatement[], label: string): boolean {
  return JSON.stringify(body).includes(`{"kind":"goto","label":"${label}"`);
}

export function lowerFor(lowering: Lowering, node: ts.ForStatement): void {
  lowering.enterScope();
  const firsts = lowering.collect(() => {
    if (node.initializer !== undefined && ts.isVariableDeclarationList(node.initializer)) {
      for (const declaration of node.initializer.declarations) {
        lowering.out.push(declareLocal(lowering, declaration));
      }
    } else if (node.initializer !== undefined) {
      lowerEffect(lowering, node.initializer);
    }
  });
  let test: CExpression | undefined;
  const before = lowering.collect(() => {
    test = node.condition && lowering.expression(node.condition).tree;
  });
  const label = lowering.declareLabel("next");
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
export function lowerForOf(lowering: Lowering, node: ts.ForOfStatement): void {
  const variable = (node.initializer as ts.VariableDeclarationList).declarations[0];
  const local = lowering.results.locals.get(variable)!;
  const given = bare(node.expression);
  const array = lowering.expression(given);
  const type = lowering.typeOf(given)!;
  const saved = isLasting(lowering, given) ? array : lowering.saveFrom(given, array);
  const { data, length } = arrayOf(lowering, saved);
  const count = length ?? literal(String(type.kind === "fixed" ? type.length : tableLength(lowering, given)));
  lowering.enterScope();
  const index = lowering.declareName("i");
  const own = lowering.declareLocal(local);
  const element = elementOf(lowering, node, { ...saved, tree: rebuild(saved, data, count) }, name(index));
  const elementType = localType(lowering.program, local);
  const body = lowerLoopBody(lowering, node.statement, undefined);
  const used = lowering.mentioned.has(own);
  const declare: CStatement[] = used
    ? [{ kind: "declare", type: elementType, name: own, value: element.tree, isConst: true }]
    : [];
  lowering.leaveScope();
  if (count.kind === "literal" && count.text === "0") {
    return; // No index is below 0, and compilers say so.
  }
  lowering.out.push({
    kind: "for",
    first: { kind: "declare", type: "uint32_t", name: index, value: literal("0"), isConst: false },
    test: binary("<", name(index), count),
    step: { kind: "assign", target: name(index), operator: "++", value: literal("1") },
    body: [...declare, ...body],
  });
}

/** Whether the expression gives the same array as long as the loop runs, whatever its body stores to. */
function isLasting(lowering: Lowering, node: ts.Expression): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return isLasting(lowering, node.expression); // Fields that lead to an array are read-only.
  }
  if (!ts.isIdentifier(node)) {
    // A constructor may set them again.
    return node.kind === ts.SyntaxKind.ThisKeyword && !ts.isConstructorDeclaration(lowering.current!.declaration);
  }
  const declaration = lowering.program.entity(node) as ts.Declaration;
  return lowering.results.locals.get(declaration)?.isConst ?? lowering.program.constant(declaration) !== undefined;
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
