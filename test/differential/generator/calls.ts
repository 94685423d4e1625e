/** Calls of the functions and methods that are there so far. */
import { sameType, type Callable, type ClassType, type Parameter, type Type } from "./model.ts";
import { value, viewOf } from "./values.ts";
import type { World } from "./world.ts";

export interface Call {
  /** What stands before the name: `this.`, `meter.`, or nothing. */
  readonly receiver: string;
  readonly called: Callable;
}

/** The calls that give a value of which the type passes the test; `undefined` is that of a function without one. */
export function calls(world: World, test: (returns: Type) => boolean, orNull = false): Call[] {
  return allCalls(world).filter(
    ({ called }) => called.returns !== undefined && test(called.returns) && (orNull || !called.returnsNull),
  );
}

export function allCalls(world: World): Call[] {
  const found: Call[] = world.functions.map((called) => ({ receiver: "", called }));
  for (const { text, type } of world.paths((each) => each.kind === "class")) {
    for (const called of (type as ClassType).methods) {
      found.push({ receiver: `${text}.`, called });
    }
  }
  return found.filter(({ called }) => called.parameters.every((parameter) => isThere(world, parameter)));
}

/** Whether there is something to give for a parameter: of a place that is the case only where one is in scope. */
function isThere(world: World, { type }: Parameter): boolean {
  if (type.kind === "view" && type.name !== "Bytes") {
    return viewOf(world, type.element, 0) !== undefined;
  }
  return !["class", "fixed"].includes(type.kind) || world.paths((each) => sameType(each, type)).length > 0;
}

/** The arguments of a call. */
export function argumentsOf(world: World, called: Callable, depth: number): string {
  return called.parameters
    .map((parameter) => {
      if (parameter.isNullable && world.random.chance(40)) {
        return "null";
      }
      return value(world, parameter.type, depth);
    })
    .join(", ");
}
