/**
 * What each function may do, with everything that it calls: the fields it stores to, whether it touches memory or the
 * world. On the way, calls that lead back to where they began are refused.
 */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import type { Effects, FieldInfo, FunctionInfo, LocalDeclaration } from "../model/entities.ts";
import { findTaken } from "../model/functions.ts";
import { noEffects, type Program } from "../model/program.ts";

const FILLING_METHODS = new Set(["set", "fill", "copyWithin"]);

export function findEffects(program: Program): void {
  findTaken(program);
  for (const info of program.functions) {
    collect(program, info);
  }
  const done = new Set<FunctionInfo>();
  for (const info of program.functions) {
    close(program, info, [], done);
  }
}

function collect(program: Program, info: FunctionInfo): void {
  if (info.module.isDriver) {
    info.effects.world = true;
    info.effects.writesElements = info.parameters.some(({ type }) => type.kind === "view" && !type.readonly);
    return;
  }
  if (info.declaration.body !== undefined) {
    collectNode(program, info.declaration.body, info.effects);
  }
}

/** The effects of one piece of code, calls included. */
export function effectsOf(program: Program, node: ts.Node): Effects {
  const effects = noEffects();
  collectNode(program, node, effects);
  for (const called of effects.calls.keys()) {
    merge(effects, called.effects);
  }
  return effects;
}

function collectNode(program: Program, node: ts.Node, effects: Effects): void {
  if (ts.isPropertyAccessExpression(node)) {
    const field = fieldOf(program, node);
    if (field !== undefined && !field.readonly) {
      (isTarget(node) ? effects.writes : effects.reads).add(field);
      if (isTarget(node)) {
        effects.reads.add(field);
      }
    }
  } else if (ts.isElementAccessExpression(node)) {
    effects.readsElements = true;
    effects.writesElements ||= isTarget(node);
  } else if (ts.isForOfStatement(node)) {
    effects.readsElements = true;
  } else if (ts.isCallExpression(node)) {
    collectCall(program, node, effects);
  } else if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
    const declaration = program.entity(node.expression);
    if (declaration !== undefined && "pos" in declaration && ts.isClassDeclaration(declaration)) {
      const { constructorInfo } = program.class(declaration);
      if (constructorInfo !== undefined) {
        effects.calls.set(constructorInfo, node);
      }
      for (const field of declaration.members.filter(ts.isPropertyDeclaration)) {
        collectNode(program, field, effects);
      }
    }
  }
  ts.forEachChild(node, (child) => {
    collectNode(program, child, effects);
  });
}

function collectCall(program: Program, node: ts.CallExpression, effects: Effects): void {
  const called = calledFunction(program, node);
  if (called !== undefined) {
    effects.calls.set(called, node);
  } else if (isIndirect(program, node)) {
    for (const info of program.taken) {
      if (info.parameters.length === node.arguments.length) {
        effects.calls.set(info, node);
      }
    }
  } else if (ts.isPropertyAccessExpression(node.expression)) {
    effects.readsElements = true;
    effects.writesElements ||= FILLING_METHODS.has(node.expression.name.text);
    effects.world ||= node.expression.getText() === "console.log";
  } else {
    effects.world ||= node.expression.getText() === "assert";
  }
}

/** The program's own function or method behind a call; none for what is built in. */
export function calledFunction(program: Program, node: ts.CallExpression): FunctionInfo | undefined {
  const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
  const entity = program.entity(name);
  return entity !== undefined && "pos" in entity ? program.function(entity) : undefined;
}

/** Whether a call goes through a value: a local, a field or an element that holds a function. */
export function isIndirect(program: Program, node: ts.CallExpression): boolean {
  const callee = node.expression;
  if (ts.isElementAccessExpression(callee)) {
    return true;
  }
  const entity = program.entity(ts.isPropertyAccessExpression(callee) ? callee.name : callee);
  return (
    entity !== undefined &&
    "pos" in entity &&
    !ts.isFunctionDeclaration(entity) &&
    !ts.isMethodDeclaration(entity) &&
    calledFunction(program, node) === undefined
  );
}

export function fieldOf(program: Program, node: ts.PropertyAccessExpression): FieldInfo | undefined {
  const entity = program.entity(node.name);
  if (entity === undefined || !("pos" in entity)) {
    return undefined;
  }
  if (ts.isPropertyDeclaration(entity) && ts.isClassDeclaration(entity.parent)) {
    return program.class(entity.parent).fields.find((field) => field.declaration === entity);
  }
  if (ts.isPropertySignature(entity)) {
    const isAlias = ts.isTypeLiteralNode(entity.parent) && ts.isTypeAliasDeclaration(entity.parent.parent);
    const owner = isAlias ? entity.parent.parent : entity.parent;
    if (ts.isInterfaceDeclaration(owner) || ts.isTypeAliasDeclaration(owner) || ts.isTypeLiteralNode(owner)) {
      return program.record(owner).fields.find((field) => field.declaration === entity);
    }
  }
  return undefined;
}

/** Whether the expression is stored to. */
function isTarget(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    const operator = parent.operatorToken.kind;
    return (
      parent.left === node && operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment
    );
  }
  return (
    (ts.isPostfixUnaryExpression(parent) || ts.isPrefixUnaryExpression(parent)) &&
    (parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken)
  );
}

/** Whether something stores to a local after it was declared. */
export function isAssigned(program: Program, declaration: LocalDeclaration): boolean {
  const scope = ts.findAncestor(declaration, (node) => ts.isFunctionLike(node) || ts.isSourceFile(node));
  const visit = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && isTarget(node) && program.entity(node) === declaration) {
      return true;
    }
    return ts.forEachChild(node, visit) ?? false;
  };
  return scope !== undefined && visit(scope);
}

function close(program: Program, info: FunctionInfo, path: readonly FunctionInfo[], done: Set<FunctionInfo>): void {
  if (done.has(info)) {
    return;
  }
  const within = [...path, info];
  for (const [called, node] of info.effects.calls) {
    if (within.includes(called)) {
      const names = [...within.slice(within.indexOf(called)), called].map((each) => each.name);
      program.diagnostics.add(refuse.recursion(node, names.join(" → ")));
    } else {
      close(program, called, within, done);
      merge(info.effects, called.effects);
    }
  }
  done.add(info);
}

function merge(into: Effects, from: Effects): void {
  for (const field of from.writes) {
    into.writes.add(field);
  }
  for (const field of from.reads) {
    into.reads.add(field);
  }
  into.writesElements ||= from.writesElements;
  into.readsElements ||= from.readsElements;
  into.world ||= from.world;
}

/** Whether evaluating it can be seen by something that is evaluated before or after. */
export function hasEffect(effects: Effects): boolean {
  return effects.writes.size > 0 || effects.writesElements || effects.world;
}
