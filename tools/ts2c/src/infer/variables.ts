/** Inference of declarations: locals, parameters, and the memory that they make. */
import ts from "typescript";
import { effectsOf, isAssigned } from "../check/effects.ts";
import { refuse } from "../diagnostics.ts";
import type { LocalDeclaration, LocalInfo, Storage } from "../model/entities.ts";
import { storageOf } from "../model/storage.ts";
import { ERROR, INT, isAssignable, isPlace, typeName, type Type } from "../model/types.ts";
import { passArguments } from "./calls.ts";
import { requireSize, withLength } from "./arrays.ts";
import { fieldValue } from "./names.ts";
import type { Inference, Value } from "./inference.ts";

export function declareVariable(infer: Inference, declaration: ts.VariableDeclaration): void {
  if (declaration.initializer === undefined) {
    return; // Refused by check.
  }
  if (ts.isObjectBindingPattern(declaration.name)) {
    takeApart(infer, declaration.name, declaration.initializer);
    return;
  }
  if (!ts.isIdentifier(declaration.name)) {
    return; // Refused by check.
  }
  const isConst = !isAssigned(infer.program, declaration);
  const written = declaration.type && infer.program.types.resolve(declaration.type);
  const made = storageOf(infer.program, written, declaration.initializer);
  if (made.storage !== undefined && made.type !== undefined) {
    addLocal(infer, declaration, made.type, isConst, true, made.storage);
    makeLocalPlace(infer, declaration, made.storage, isConst);
    return;
  }
  const name = `\`${declaration.name.text}\``;
  const value =
    written === undefined
      ? withLength(infer, declaration.initializer, infer.evaluate(declaration.initializer))
      : infer.stores(declaration.initializer, written, name);
  const type = written ?? (value.type.kind === "int" ? INT : value.type);
  const inside = type.kind === "nullable" ? type.of : type;
  const isUnnamed = inside.kind === "function" && inside.function.cName === undefined;
  if (type.kind === "null" || type.kind === "void" || isUnnamed) {
    infer.complain(refuse.typeMissing(declaration.name, name));
  }
  declareAs(infer, declaration, declaration.initializer, type, written !== undefined, value);
}

/** Declares a local. One of a loop can be more in a later turn than in the first: then it is that from the beginning. */
function declareAs(
  infer: Inference,
  declaration: ts.VariableDeclaration | ts.BindingElement,
  from: ts.Node,
  type: Type,
  annotated: boolean,
  value: Value,
): void {
  const local = addLocal(infer, declaration, type, !isAssigned(infer.program, declaration), annotated, undefined);
  if (!annotated && isAssignable(local.type, type)) {
    local.type = type;
  }
  if (!annotated && (local.type.kind !== "int" || value.interval === undefined)) {
    infer.fits(from, value, local.type, `\`${local.name}\``);
  }
  infer.storeLocal(local, value);
}

/** `const { a, b: other } = record;` */
function takeApart(infer: Inference, pattern: ts.ObjectBindingPattern, initializer: ts.Expression): void {
  const object = infer.evaluate(initializer);
  if (object.type.kind !== "record") {
    if (object.type.kind !== "error") {
      infer.complain(refuse.notAssignable(initializer, typeName(object.type), "a record"));
    }
    return;
  }
  for (const element of pattern.elements) {
    const name = (element.propertyName ?? element.name).getText();
    const field = object.type.record.fields.find((each) => each.name === name);
    if (field === undefined) {
      infer.complain(refuse.member(element, object.type.record.name, name));
      continue;
    }
    const value = fieldValue(infer, object, field);
    const type = value.type.kind === "int" ? INT : value.type;
    declareAs(infer, element, element, type, false, value);
  }
}

export function addLocal(
  infer: Inference,
  declaration: LocalDeclaration,
  type: Type,
  isConst: boolean,
  annotated: boolean,
  storage: Storage | undefined,
): LocalInfo {
  const known = infer.results.locals.get(declaration);
  if (known !== undefined) {
    return known;
  }
  const name = declaration.name.getText();
  const local: LocalInfo = { name, cName: name, declaration, isConst, type, annotated, storage };
  infer.results.locals.set(declaration, local);
  return local;
}

export function addParameter(infer: Inference, declaration: ts.ParameterDeclaration, type: Type): void {
  addLocal(infer, declaration, type, !isAssigned(infer.program, declaration), true, undefined);
}

function makeLocalPlace(
  infer: Inference,
  declaration: ts.VariableDeclaration,
  storage: Storage,
  isConst: boolean,
): void {
  infer.makesLocalPlace = true;
  // C ends the life of what a block or the head of a `for` declares with it, so that only the function's own block may.
  const statement = declaration.parent.parent;
  const { parent } = statement;
  const isOwnBlock = ts.isSourceFile(parent) || (ts.isBlock(parent) && ts.isFunctionLike(parent.parent));
  if (!isConst || !isOwnBlock || !ts.isVariableStatement(statement)) {
    infer.complain(refuse.creation(declaration.initializer!));
  }
  inferCreation(infer, storage, infer.results.locals.get(declaration)?.type ?? ERROR);
}

/** The creation of memory: sizes, first elements, constructor arguments. */
export function inferCreation(infer: Inference, storage: Storage, type: Type): void {
  const { creation } = storage;
  if (storage.kind === "instance" && type.kind === "class") {
    inferNew(infer, storage.creation, type);
  } else if (ts.isNewExpression(creation)) {
    requireSize(infer, creation.arguments![0]);
  } else if (ts.isCallExpression(creation) && type.kind === "fixed") {
    inferArray(infer, creation, type.element);
  }
}

function inferNew(infer: Inference, node: ts.NewExpression, type: Type): void {
  const info = type.kind === "class" ? type.class.constructorInfo : undefined;
  const given = node.arguments ?? [];
  if (info !== undefined) {
    passArguments(infer, node, given, info);
  } else if (given.length > 0) {
    infer.complain(refuse.argumentCount(node, typeName(type)));
  }
  // The fields' own initialisers may store to others' fields too.
  for (const field of effectsOf(infer.program, node).writes) {
    infer.state.forgetField(field);
  }
}

/** `array(16, 0)` or `array(16, () => new Slot())`. */
function inferArray(infer: Inference, node: ts.CallExpression, element: Type): void {
  const [size, first] = node.arguments;
  if (size === undefined || first === undefined) {
    infer.complain(refuse.argumentCount(node, "array"));
    return;
  }
  requireSize(infer, size);
  const made = ts.isArrowFunction(first) && ts.isNewExpression(first.body) ? first.body : undefined;
  if (made !== undefined) {
    const { type } = storageOf(infer.program, undefined, made);
    infer.fits(first, { type: type ?? ERROR }, element, "the array");
    inferNew(infer, made, element);
  } else if (isPlace(element) || ts.isArrowFunction(first)) {
    infer.complain(refuse.syntax(first, "this element", "Write the value, or `() => new Class()`."));
  } else {
    infer.stores(first, element, "the array");
  }
}
