/** Random declarations of what is one of several: enums, tagged unions, values that may be null, and functions that choose. */
import { U8, type MaybeType, type TaggedType, type Type } from "./model.ts";
import { someType } from "./statements.ts";
import { constantValue, capital } from "./declarations.ts";
import { literals } from "./values.ts";
import type { World } from "./world.ts";

export function declareEnum(world: World): string[] {
  const { random } = world;
  const name = capital(world.name("enum"));
  const values = random.pick([
    [0, 1, 2],
    [3, 1],
    [-1, 127, 400],
    [7, -200, 4294967296],
    [0, 255],
  ]);
  const members = values.map((value) => ({ name: capital(world.name("m")), value }));
  world.enums.push({ kind: "enum", name, members });
  return [`enum ${name} {`, ...members.map((each) => `${each.name} = ${String(each.value)},`), "}"];
}

/** Variants with fields of one name, which are of other types and stand elsewhere. */
export function declareTagged(world: World): string[] {
  const { random } = world;
  const name = capital(world.name("tagged"));
  const shared = ["same", "other"];
  const variants = ["dot", "long line", "z"].slice(0, 2 + random.below(2)).map((tag) => {
    const names = [...shared.filter(() => random.chance(60)), ...(random.chance(40) ? [world.name("f")] : [])];
    const ordered = random.chance(50) ? names : names.toReversed();
    const fields = ordered.map((each) => ({ name: each, type: someType(world) }));
    return { kind: "record", name: capital(world.name("variant")), fields, tag } as const;
  });
  const type: TaggedType = { kind: "tagged", name, variants };
  world.tagged.push(type);
  const written = variants.flatMap((each) => [
    `interface ${each.name} {`,
    `readonly kind: ${JSON.stringify(each.tag)};`,
    ...each.fields.map((field) => `readonly ${field.name}: ${field.type.name};`),
    "}",
  ]);
  return [...written, `type ${name} = ${variants.map((each) => each.name).join(" | ")};`];
}

/** There is no declaration of it: from here on it is among the types. */
export function declareMaybe(world: World): string[] {
  const of = someType(world);
  if (of.kind !== "maybe") {
    const type: MaybeType = { kind: "maybe", name: `${of.name} | null`, of };
    world.maybes.push(type);
  }
  return [];
}

/** Functions that give any one of each, of which tsc knows no more than its type. */
export function choosers(world: World): string[] {
  const quoted = (member: string): string => JSON.stringify(member);
  return [
    ...world.unions.flatMap((type) => chooser(world, type, type.members.map(quoted))),
    ...[...world.enums, ...world.tagged, ...world.maybes].flatMap((type) =>
      chooser(world, type, pureLiterals(world, type)),
    ),
  ];
}

function pureLiterals(world: World, type: Parameters<typeof literals>[1]): string[] {
  return type.kind === "maybe" ? ["null", constantValue(world, type.of)] : world.bare(() => literals(world, type, 0));
}

function chooser(world: World, type: Type, values: readonly string[]): string[] {
  const name = world.name("choose");
  const parameters = [{ name: "n", type: U8, isNullable: false }];
  world.functions.push({ name, parameters, returns: type, returnsNull: false, cost: 1 });
  const lines = values.slice(1).flatMap((value, index) => [`case ${String(index)}:`, `return ${value};`]);
  return [
    `function ${name}(n: u8): ${type.name} {`,
    "switch (n & 7) {",
    ...lines,
    "default:",
    `return ${values[0]};`,
    "}",
    "}",
  ];
}
