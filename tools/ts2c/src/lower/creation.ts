/** The first values of memory that lies still: fields, elements, instances. */
import ts from "typescript";
import type { ClassInfo, Storage } from "../model/entities.ts";
import type { Type } from "../model/types.ts";
import { passedArguments } from "./calls.ts";
import type { Lowering } from "./lowering.ts";
import { address, binary, call, type CExpression, type CStatement, literal, member, name } from "./tree.ts";
import { cType } from "./types.ts";

/** Fills memory at `place` that is zero so far. */
export function createInPlace(lowering: Lowering, place: CExpression, type: Type, storage: Storage): void {
  if (storage.kind === "instance" && type.kind === "class") {
    construct(lowering, place, type.class, storage.creation);
  } else if (type.kind === "fixed" && ts.isCallExpression(storage.creation)) {
    fillArray(lowering, place, type.element, type.length, storage.creation);
  }
}

/** Calls the function that `new C(…)` becomes. */
function construct(lowering: Lowering, place: CExpression, info: ClassInfo, node: ts.NewExpression): void {
  lowering.uses.declarations.add(info.declaration);
  const given =
    info.constructorInfo === undefined
      ? []
      : lowering.inOrder(node.arguments ?? [], passedArguments(lowering, node.arguments ?? [], info.constructorInfo));
  const value = call(`${info.cName}_init`, address(place), ...given.map((each) => each.tree));
  lowering.out.push({ kind: "expression", value });
}

function fillArray(
  lowering: Lowering,
  place: CExpression,
  element: Type,
  length: number,
  node: ts.CallExpression,
): void {
  const first = node.arguments[1];
  const isMade = ts.isArrowFunction(first) && element.kind === "class";
  // A value is computed once, and an instance made for each.
  const value = isMade ? undefined : valueOnce(lowering, first, element, length);
  const index = lowering.declareName("i");
  const slot: CExpression = { kind: "index", array: place, index: name(index) };
  const body = lowering.collect(() => {
    if (isMade) {
      construct(lowering, slot, element.class, first.body as ts.NewExpression);
    } else if (value !== undefined && !isZero(value)) {
      lowering.out.push({ kind: "assign", target: slot, operator: "=", value });
    }
  });
  if (body.length > 0 && length > 0) {
    lowering.out.push(countTo(index, length, body));
  }
}

function valueOnce(lowering: Lowering, node: ts.Expression, type: Type, length: number): CExpression {
  const value = lowering.into(node, type);
  if (length === 0) {
    lowering.keepEffect(node, value);
    return value;
  }
  return lowering.hasEffect(node) ? lowering.temporary(cType(type), value) : value;
}

function isZero(value: CExpression): boolean {
  return value.kind === "literal" && /^(0u?|false)$/.test(value.text);
}

function countTo(index: string, length: number, body: readonly CStatement[]): CStatement {
  return {
    kind: "for",
    first: { kind: "declare", type: "uint32_t", name: index, value: literal("0"), isConst: false },
    test: binary("<", name(index), literal(String(length))),
    step: { kind: "assign", target: name(index), operator: "++", value: literal("1") },
    body,
  };
}

/** The first value of every field, as JavaScript sets them before the constructor's body. */
export function initialiseFields(lowering: Lowering, info: ClassInfo): void {
  lowering.out.push({
    kind: "expression",
    value: call("memset", name("self"), literal("0"), call("sizeof", literal("*self"))),
  });
  for (const field of info.fields) {
    const place = member(name("self"), field.cName, true);
    const { initializer } = field.declaration as ts.PropertyDeclaration;
    if (field.storage !== undefined) {
      createInPlace(lowering, place, field.type, field.storage);
    } else if (initializer !== undefined) {
      const value = lowering.into(initializer, field.type);
      if (!isZero(value)) {
        lowering.out.push({ kind: "assign", target: place, operator: "=", value });
      }
    }
  }
}
