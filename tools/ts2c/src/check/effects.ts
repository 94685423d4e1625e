/**
 * What each function may do, with everything that it calls: the fields it stores to, whether it touches memory or the
 * world. On the way, calls that lead back to where they began are refused.
 */
import ts from "typescript";
import { refuse } from "../diagnostics.ts";
import type { Effects, FieldInfo, FunctionInfo, LocalDeclaration } from "../model/entities.ts";
import { findTaken } from "../model/functions.ts";
import { noEffects, type Program } from "../model/program.ts";
import { classOfNew } from "../model/storage.ts";
import type { Type } from "../model/types.ts";

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

/** `within`: the classes whose fields' initialisers the node lies in. */
function collectNode(
  program: Program,
  node: ts.Node,
  effects: Effects,
  within: readonly ts.ClassDeclaration[] = [],
): void {
  if (ts.isPropertyAccessExpression(node)) {
    for (const field of fieldsOf(program, node).filter((each) => !each.readonly)) {
      effects.reads.add(field);
      if (isTarget(node)) {
        effects.writes.add(field);
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
      const constructorInfo = classOfNew(program, node, declaration)?.constructorInfo;
      if (constructorInfo !== undefined) {
        effects.calls.set(constructorInfo, node);
      }
      if (within.includes(declaration)) {
        const path = [...within.slice(within.indexOf(declaration)), declaration].map((each) => each.name?.text ?? "");
        program.diagnostics.add(refuse.recursion(node, path.join(" → ")));
        return;
      }
      for (const field of declaration.members.filter(ts.isPropertyDeclaration)) {
        collectNode(program, field, effects, [...within, declaration]);
      }
    }
  }
  ts.forEachChild(node, (child) => {
    collectNode(program, child, effects, within);
  });
}

function collectCall(program: Program, node: ts.CallExpression, effects: Effects): void {
  const called = calledFunctions(program, node);
  if (called.length > 0) {
    for (const info of called) {
      effects.calls.set(info, node);
    }
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

/**
 * The program's own function or method behind a call; none for what is built in. A method of a generic class is found by
 * the type of its object.
 */
export function calledFunction(program: Program, node: ts.CallExpression, object?: Type): FunctionInfo | undefined {
  const found = calledFunctions(program, node);
  if (found.length <= 1) {
    return found[0];
  }
  return found.find((info) => object?.kind === "class" && info.owner === object.class);
}

/** The same without the type of the object: the methods of all uses of a generic class. */
function calledFunctions(program: Program, node: ts.CallExpression): FunctionInfo[] {
  const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
  const entity = program.entity(name);
  if (entity === undefined || !("pos" in entity)) {
    return [];
  }
  if (ts.isFunctionDeclaration(entity) && program.isTemplate(entity)) {
    return listed(program.functionInstance(entity, node));
  }
  if (ts.isMethodDeclaration(entity) && program.isTemplate(entity.parent)) {
    const copies = program.instances.all(entity.parent).map((each) => each.inside.get(entity));
    return copies.flatMap((copy) => listed(program.function(copy)));
  }
  return listed(program.function(entity));
}

function listed<T>(one: T | undefined): T[] {
  return one === undefined ? [] : [one];
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

/** The field that is reached; of a generic class or record, the one of the object's type. */
export function fieldOf(
  program: Program,
  node: ts.PropertyAccessExpression,
  object: Type | undefined,
): FieldInfo | undefined {
  const found = fieldsOf(program, node);
  if (found.length <= 1) {
    return found[0];
  }
  const owner = object?.kind === "class" ? object.class : object?.kind === "record" ? object.record : undefined;
  return found.find((field) => field.owner === owner);
}

/** The same without the type of the object: the fields of all uses of a generic class or record. */
function fieldsOf(program: Program, node: ts.PropertyAccessExpression): FieldInfo[] {
  const entity = program.entity(node.name);
  if (entity === undefined || !("pos" in entity)) {
    return [];
  }
  if (program.isTemplate(entity.parent)) {
    const copies = program.instances.all(entity.parent).map((each) => each.inside.get(entity));
    return copies.flatMap((copy) => (copy === undefined ? [] : listed(declaredField(program, copy))));
  }
  return listed(declaredField(program, entity));
}

function declaredField(program: Program, declaration: ts.Node): FieldInfo | undefined {
  const { parent } = declaration;
  if (ts.isPropertyDeclaration(declaration) && ts.isClassDeclaration(parent)) {
    return program.class(parent).fields.find((field) => field.declaration === declaration);
  }
  if (ts.isPropertySignature(declaration)) {
    const isAlias = ts.isTypeLiteralNode(parent) && ts.isTypeAliasDeclaration(parent.parent);
    const owner = isAlias ? parent.parent : parent;
    if (ts.isInterfaceDeclaration(owner) || ts.isTypeAliasDeclaration(owner) || ts.isTypeLiteralNode(owner)) {
      return program.record(owner).fields.find((field) => field.declaration === declaration);
    }
  }
  return undefined;
}

/** Whether the expression is stored to. */
export function isTarget(node: ts.Expression): boolean {
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
  const scope = ts.findAncestor(declaration, (node) => ts.isFunctionLike(node) || ts.isSourceFile(node))!;
  let known = program.assigned.get(scope);
  if (known === undefined) {
    known = assignedIn(program, scope);
    program.assigned.set(scope, known);
  }
  return known.has(declaration);
}

function assignedIn(program: Program, scope: ts.Node): Set<unknown> {
  const found = new Set<unknown>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && isTarget(node)) {
      found.add(program.entity(node));
    }
    ts.forEachChild(node, visit);
  };
  visit(scope);
  return found;
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
