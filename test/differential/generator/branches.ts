/** Random statements that branch: `if`, `switch`, blocks, guards. */
import { fitting, integer, items } from "./integers.ts";
import { TEXT, sameType, type RecordType, type TaggedType, type Type } from "./model.ts";
import { condition, place } from "./values.ts";
import type { Path, World } from "./world.ts";
import { log, braced, statements, type Block } from "./statements.ts";
import { isReadonly } from "./stores.ts";

export function branch(world: World, block: Block): string[] {
  const { random } = world;
  const lines = braced(world, block, `if (${condition(world, 3)}) `, 1 + random.below(3));
  if (random.chance(45)) {
    return lines;
  }
  lines.pop();
  const front = random.chance(30) ? `} else if (${condition(world, 2)}) ` : "} else ";
  return [...lines, ...braced(world, block, front, 1 + random.below(2))];
}

/** `switch` on an integer, a member of a union, or a text. */
export function choice(world: World, block: Block): string[] {
  const { random } = world;
  const kind = random.below(3);
  const inside = { ...block, inSwitch: true };
  if (kind === 0 || world.unions.length === 0) {
    const subject = random.chance(50) ? `(${integer(world, 2).text} & 7)` : fitting(world, { min: -3, max: 4 }, 2).text;
    return cases(world, inside, `(${subject} + 0)`, ["0", "1", "3", "4"]);
  }
  const type: Type = kind === 1 ? TEXT : random.pick(world.unions);
  const texts = ['"a"', '"still"', '""', '"caf\\u00e9 \\u2713"'];
  const labels = type.kind === "union" ? type.members.map((member) => JSON.stringify(member)) : texts;
  const subject = place(world, (each) => sameType(each, type))?.text;
  if (subject === undefined) {
    return log(world);
  }
  // tsc believes in a clause that the subject is that member.
  return world.scope.without(
    (variable) => subject === variable.name || subject.startsWith(`${variable.name}.`),
    () => cases(world, inside, subject, labels),
  );
}

export function cases(world: World, block: Block, subject: string, labels: readonly string[]): string[] {
  const { random } = world;
  const used = labels.filter(() => random.chance(75));
  const lines = [`switch (${subject}) {`];
  const withDefault = random.chance(65) ? random.below(used.length + 1) : -1;
  used.forEach((label, at) => {
    if (at === withDefault) {
      lines.push("default:", ...(random.chance(30) ? [] : clause(world, block)));
    }
    lines.push(`case ${label}:`, ...(random.chance(25) && at < used.length - 1 ? [] : clause(world, block)));
  });
  if (withDefault === used.length) {
    lines.push("default:", ...clause(world, block));
  }
  return used.length === 0 ? log(world) : [...lines, "}"];
}

export function clause(world: World, block: Block): string[] {
  const end = block.inLoop && world.random.chance(15) ? "continue;" : "break;";
  return braced(world, block, "", 1 + world.random.below(2), [end]);
}

export function nested(world: World, block: Block): string[] {
  return braced(world, block, "", 1 + world.random.below(3));
}

/** What only holds behind a test: an index that is inside, an instance that is not null, a sum that fits. */
export function guarded(world: World, block: Block): string[] {
  const { random } = world;
  const nullable = world.variables((variable) => variable.isNullable && !variable.isMutable);
  if (nullable.length > 0 && random.chance(50)) {
    const variable = random.pick(nullable);
    return [
      `if (${variable.name} !== null) {`,
      ...world.scope.within(() => {
        world.scope.declare({ ...variable, isNullable: false });
        return statements(world, { ...block, depth: 0 }, 2);
      }),
      "}",
    ];
  }
  const choices = world.paths(({ kind }) => kind === "maybe" || kind === "tagged");
  if (choices.length > 0 && random.chance(60)) {
    return narrowed(world, block, random.pick(choices));
  }
  const known = items(world).filter((each) => /^[\w.]+$/.test(each.text));
  if (known.length === 0) {
    return log(world);
  }
  const { text: array, element } = random.pick(known);
  const name = world.name("n");
  const given = fitting(world, { min: 0, max: 40 }, 2).text;
  const store = isReadonly(world, array) ? [] : [`${array}[${name}] = ${fitting(world, element, 1).text};`];
  const test = random.chance(50) ? `${name} < ${array}.length` : `!(${name} >= ${array}.length)`;
  const lines = [
    `const ${name} = ${given};`,
    `if (${test}) {`,
    `console.log("${name}", ${array}[${name}]);`,
    ...store,
    "}",
  ];
  return ["{", ...lines, "}"];
}

/** A copy of what may be one of several, and statements that use what it is found to be. */
function narrowed(world: World, block: Block, { text, type }: Path): string[] {
  const { random } = world;
  const name = world.name("is");
  const inside = (known: Type | undefined): string[] =>
    world.scope.within(() => {
      if (known !== undefined) {
        world.scope.declare({ name, type: known, isMutable: false, length: undefined, isNullable: false });
      }
      return statements(world, { ...block, depth: 0 }, 1 + random.below(2));
    });
  const copy = `const ${name} = ${text};`;
  if (type.kind === "maybe") {
    return ["{", copy, `if (${name} !== null) {`, ...inside(type.of), "} else {", ...inside(undefined), "}", "}"];
  }
  const { variants } = type as TaggedType;
  const [first, ...others] = random.chance(50) ? variants : variants.toReversed();
  const record = (variant: RecordType): Type => ({ ...variant, kind: "record" });
  if (random.chance(40)) {
    const test = `if (${name}.kind === ${JSON.stringify(first.tag)}) {`;
    const rest = others.length === 1 ? record(others[0]) : undefined;
    return ["{", copy, test, ...inside(record(first)), "} else {", ...inside(rest), "}", "}"];
  }
  const cases = variants.flatMap((each) => [
    `case ${JSON.stringify(each.tag)}: {`,
    ...world.repeated(1, () => inside(record(each))),
    "break;",
    "}",
  ]);
  return ["{", copy, `switch (${name}.kind) {`, ...cases, "}", "}"];
}

/** A test of which one it is, and of what then is there. */
export function tested(world: World): string | undefined {
  const { random } = world;
  const one = place(world, ({ kind }) => ["enum", "tagged", "maybe"].includes(kind));
  if (one === undefined) {
    return undefined;
  }
  const { text: name, type } = one;
  switch (type.kind) {
    case "enum":
      // tsc would believe that it is that member, and nothing else.
      return `((${name} + 0) ${random.pick(["===", "!=="])} ${String(random.pick(type.members).value)})`;
    case "maybe":
      return type.of.kind === "int" && random.chance(60)
        ? random.pick([`(${name} !== null && ${name} > 3)`, `(${name} === null || ${name} < 3)`])
        : `(${name} ${random.pick(["===", "!=="])} null)`;
    default: {
      const { tag, fields } = random.pick((type as TaggedType).variants);
      const number = fields.find((field) => field.type.kind === "int" || field.type.kind === "float");
      const test = `${name}.kind === ${JSON.stringify(tag)}`;
      return number === undefined ? `(${test})` : `(${test} && ${name}.${number.name} > 1)`;
    }
  }
}
