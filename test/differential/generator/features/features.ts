/**
 * The parts of the language that a program shows in a function of its own: enums, constant objects, tagged unions, functions
 * as values, generics, values that may be null, memory of a function. The rest of the program calls that function.
 */
import type { World } from "../world.ts";
import { constants, enumeration, nullableList, nullableValues, tagged } from "./choices.ts";
import { floats } from "./floats.ts";
import { functionValues, generics } from "./functions.ts";
import { ownMemory, tables, takenApart, writer } from "./memory.ts";

type Feature = (world: World) => string[];

const FEATURES: readonly Feature[] = [
  enumeration,
  constants,
  tagged,
  functionValues,
  generics,
  nullableValues,
  nullableList,
  writer,
  ownMemory,
  takenApart,
  tables,
  floats,
];

/** The declarations of some features; their functions are there for what follows. */
export function declareFeatures(world: World): string[] {
  return FEATURES.filter(() => world.random.chance(world.isBrief ? 6 : 18)).flatMap((feature) => feature(world));
}
