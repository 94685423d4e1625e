/** A part of the language shown in a function of its own, which the rest of the program calls. */
import { plain } from "../integers.ts";
import { I32, type Type } from "../model.ts";
import type { World } from "../world.ts";

/** Makes a function known; `i32` in, `i32` out. */
export function register(world: World, name: string, cost = 5): void {
  const parameters = ["a", "b"].map((each) => ({ name: each, type: I32, isNullable: false }));
  world.functions.push({ name, parameters, returns: I32, returnsNull: false, cost });
}

/** Integers of the names that are in scope there, cut to 32 bits. */
export function inScope(world: World, names: readonly (readonly [string, Type])[], make: () => string[]): string[] {
  return world.scope.without(
    () => true,
    () => {
      for (const [name, type] of names) {
        world.scope.declare({ name, type, isMutable: false, length: undefined, isNullable: false });
      }
      world.isPure = true;
      const lines = make();
      world.isPure = false;
      return lines;
    },
  );
}

export const AB = [
  ["a", I32],
  ["b", I32],
] as const;

export function cut(world: World, depth = 2): string {
  return `i32(${plain(world, depth).text})`;
}

/** A function of `a` and `b` in which these are the only names, and the lines before its last. */
export function shown(world: World, lines: (name: string) => string[], cost = 5): string[] {
  const name = world.name("show");
  const all = inScope(world, AB, () => lines(name));
  register(world, name, cost);
  return all;
}
