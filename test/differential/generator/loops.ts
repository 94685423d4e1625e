/** Random loops, each of which ends after a few turns. */
import { plain } from "./integers.ts";
import { I32, U8, type FixedType, type Variable, type ViewType } from "./model.ts";
import { statements, type Block } from "./statements.ts";
import { condition } from "./values.ts";
import type { World } from "./world.ts";

/** About how often the loops over arrays turn. */
const TURNS = 8;

function counter(name: string, max: number): Variable {
  const type = { ...U8, min: 0, max };
  return { name, type, isMutable: false, length: undefined, isNullable: false };
}

function body(world: World, block: Block, turns: number, ...declared: Variable[]): string[] {
  return world.repeated(turns, () =>
    world.scope.within(() => {
      declared.forEach((variable) => {
        world.scope.declare(variable);
      });
      const inner = { ...block, depth: block.depth - 1, inLoop: true, inSwitch: false };
      const jump = (word: string): string[] => [`if (${condition(world, 2)}) {`, `${word};`, "}"];
      return [
        ...statements(world, inner, 1 + world.random.below(3)),
        ...(world.random.chance(30) ? jump(world.random.pick(["break", "continue"])) : []),
        ...(world.random.chance(30) ? statements(world, inner, 1) : []),
      ];
    }),
  );
}

/** `for (;;)` up, down, in steps, with a condition that calls something, or with no condition at all. */
export function forLoop(world: World, block: Block): string[] {
  const { random } = world;
  const name = world.name("turn");
  const turns = 1 + random.below(6);
  const inside = (first: number): string[] => body(world, block, turns, counter(name, first));
  switch (random.below(6)) {
    case 0:
      return [`for (let ${name} = ${String(turns)}; ${name} > 0; ${name}--) {`, ...inside(turns), "}"];
    case 1:
      return [`for (let ${name} = 0; ${name} < ${String(turns * 2)}; ${name} += 2) {`, ...inside(turns * 2), "}"];
    case 2: {
      const more = world.repeated(turns + 1, () => condition(world, 2));
      return [`for (let ${name} = 0; ${name} < ${String(turns)} && ${more}; ${name}++) {`, ...inside(turns), "}"];
    }
    case 3:
      return [
        `for (let ${name}: u8 = 0; ; ${name}++) {`,
        `if (${name} >= ${String(turns)}) {`,
        "break;",
        "}",
        ...inside(turns),
        "}",
      ];
    case 4: {
      const end = world.name("end");
      return [
        `for (let ${name} = 0, ${end} = ${String(turns)}; ${name} < ${end}; ${name} = ${name} + 1) {`,
        ...inside(turns),
        "}",
      ];
    }
    default:
      return [`for (let ${name} = 0; ${name} < ${String(turns)}; ${name}++) {`, ...inside(turns), "}"];
  }
}

/** `while` and `do`, with a counter that moves before anything can jump over it. */
export function loop(world: World, block: Block): string[] {
  const { random } = world;
  const name = world.name("left");
  const turns = 1 + random.below(5);
  const more = world.repeated(turns + 1, () => (random.chance(50) ? ` && ${condition(world, 2)}` : ""));
  const lines = [
    `${name}--;`,
    ...body(world, block, turns, { ...counter(name, turns), type: { ...I32, min: -1, max: turns } }),
  ];
  const front = [`let ${name} = ${String(turns)};`];
  if (random.chance(50)) {
    return [...front, `while (${name} > 0${more}) {`, ...lines, "}"];
  }
  return [...front, "do {", ...lines, `} while (${name} > 0${more});`];
}

/** `for-of`, over an array or a part of one, which may change meanwhile. */
export function forOf(world: World, block: Block): string[] {
  const { random } = world;
  const arrays = world.paths((type) => type.kind === "view" || type.kind === "fixed");
  if (arrays.length === 0) {
    return forLoop(world, block);
  }
  const { text, type } = random.pick(arrays);
  const { element, length } = type as FixedType | (ViewType & { length?: number });
  const name = world.name("x");
  const part = type.kind === "view" && random.chance(40) ? `.subarray(${plain(world, 1).text}, 6)` : "";
  const variable = { name, type: element, isMutable: false, length: undefined, isNullable: false };
  return [`for (const ${name} of ${text}${part}) {`, ...body(world, block, length ?? TURNS, variable), "}"];
}
