/** Random statements. */
import { allCalls, argumentsOf } from "./calls.ts";
import { fitting, plain } from "./integers.ts";
import { forLoop, forOf, loop } from "./loops.ts";
import { BOOL, FLOAT, I32, TEXT, VIEWS, someInt, type IntType, type Type, type ViewType } from "./model.ts";
import { condition, ends, place, text, value, viewOf } from "./values.ts";
import type { World } from "./world.ts";
import { branch, choice, nested, guarded } from "./branches.ts";
import { assignment, stored, compound, step } from "./stores.ts";

export interface Block {
  readonly depth: number;
  /** `break` and `continue` mean something. */
  readonly inLoop: boolean;
  /** In a `switch`: `break` would leave that. */
  readonly inSwitch: boolean;
  readonly returns: Type | undefined;
  readonly returnsNull: boolean;
}

type Maker = (world: World, block: Block) => string[];

const MAKERS: readonly (readonly [number, Maker])[] = [
  [12, declaration],
  [14, assignment],
  [8, compound],
  [5, step],
  [12, log],
  [5, callStatement],
  [6, viewStatement],
  [9, branch],
  [5, choice],
  [4, forLoop],
  [3, forOf],
  [3, loop],
  [2, nested],
  [2, guarded],
  [1, assertion],
  [1, (world) => [world.random.pick([";", "// Nothing here.", "/* A note. */", "/**\n * A longer\n * note.\n */"])]],
];

const SIMPLE = MAKERS.filter(([, make]) => ![branch, choice, forLoop, forOf, loop, nested, guarded].includes(make));

/** `count` statements, with those inside of blocks on top. */
export function statements(world: World, block: Block, count: number): string[] {
  return Array.from({ length: count }).flatMap(() => statement(world, block));
}

function statement(world: World, block: Block): string[] {
  world.cost += world.repeats;
  // Loops in loops in loops show nothing new and take long to prove.
  const isSimple = block.depth <= 0 || (block.inLoop && world.random.chance(60));
  return world.random.weighted(isSimple ? SIMPLE : MAKERS)(world, block);
}

/** Statements in braces, one level deeper. */
export function braced(
  world: World,
  block: Block,
  front: string,
  count: number,
  last: readonly string[] = [],
): string[] {
  const inner = world.scope.within(() => {
    const lines = statements(world, { ...block, depth: block.depth - 1 }, count);
    return [...lines, ...(last.length === 0 ? leave(world, block) : last)];
  });
  return [`${front}{`, ...inner, "}"];
}

/** Now and then a jump ends a block. */
export function leave(world: World, block: Block): string[] {
  const { random } = world;
  if (block.inLoop && random.chance(15)) {
    return [block.inSwitch || random.chance(50) ? "continue;" : "break;"];
  }
  return random.chance(6) ? returned(world, block) : [];
}

export function returned(world: World, block: Block): string[] {
  if (block.returns === undefined) {
    return ["return;"];
  }
  return [`return ${block.returnsNull && world.random.chance(40) ? "null" : value(world, block.returns, 2)};`];
}

export function someType(world: World): Type {
  const { random } = world;
  return random.weighted<Type>([
    [6, someInt(random)],
    [2, BOOL],
    [1, TEXT],
    [1, FLOAT],
    [world.enums.length, random.pick([...world.enums, BOOL])],
    [world.tagged.length * 2, random.pick([...world.tagged, BOOL])],
    [world.maybes.length, random.pick([...world.maybes, BOOL])],
    [world.unions.length, random.pick([...world.unions, BOOL])],
    [world.records.length * 2, random.pick([...world.records, BOOL])],
  ]);
}

function declaration(world: World): string[] {
  const { random } = world;
  if (random.chance(25)) {
    return placeDeclaration(world);
  }
  const name = world.name("v");
  const isMutable = random.chance(60);
  const word = isMutable ? "let" : "const";
  if (random.chance(30)) {
    // Without its type: whatever is stored later stays inside 32 bits, so that the interval does too.
    const given = isMutable ? fitting(world, I32, 3) : plain(world, 3);
    const shown = /^(0x|\(?-?\d)/.test(given.text) ? `(${given.text} + 0)` : given.text;
    const type: IntType = { ...I32, min: Math.min(given.min, I32.min), max: Math.max(given.max, I32.max) };
    world.scope.declare({ name, type: isMutable ? I32 : type, isMutable, length: undefined, isNullable: false });
    return [`${word} ${name} = ${shown};`];
  }
  const type = someType(world);
  const given = stored(world, type, 3);
  world.scope.declare({ name, type, isMutable, length: undefined, isNullable: false });
  return [`${word} ${name}: ${type.name} = ${given};`];
}

/** A second name for memory: an alias, or a part of a view. */
function placeDeclaration(world: World): string[] {
  const { random } = world;
  const name = world.name("p");
  const isMutable = random.chance(30);
  const word = isMutable ? "let" : "const";
  const classes = world.classes.filter((type) => place(world, (each) => each === type) !== undefined);
  if (classes.length > 0 && random.chance(50)) {
    const type = random.pick(classes);
    const given = value(world, type, 2);
    world.scope.declare({ name, type, isMutable, length: undefined, isNullable: false });
    return [`${word} ${name} = ${given};`];
  }
  const type = random.pick(VIEWS);
  const given = viewOf(world, type.element, 2);
  if (given === undefined) {
    return log(world);
  }
  world.scope.declare({ name, type, isMutable, length: undefined, isNullable: false });
  return [`${word} ${name}: ${type.name} = ${given};`];
}

/** Prints a few values, the first of which is a text without `%`, or no text. */
export function log(world: World): string[] {
  const { random } = world;
  world.cost += world.repeats;
  const count = 1 + random.below(3);
  const shown = Array.from({ length: count }, () =>
    random.weighted<() => string>([
      [8, () => plain(world, 3).text],
      [3, () => condition(world, 2)],
      [2, () => text(world, 1)],
    ])(),
  );
  return [
    random.chance(10) ? `console.log(${text(world, 0)});` : `console.log("${world.name("t")}", ${shown.join(", ")});`,
  ];
}

function callStatement(world: World): string[] {
  const all = allCalls(world);
  const call = all.length === 0 ? undefined : world.random.pick(all);
  if (call === undefined || !world.affords(call.called)) {
    return log(world);
  }
  return [`${call.receiver}${call.called.name}(${argumentsOf(world, call.called, 2)});`];
}

function viewStatement(world: World): string[] {
  const { random } = world;
  const type = random.pick(VIEWS);
  const view = viewOf(world, type.element, 2);
  if (view === undefined) {
    return log(world);
  }
  switch (random.below(4)) {
    case 0:
      return [
        `${view}.fill(${[fitting(world, type.element, 2).text, ends(world, 1)].filter((each) => each !== "").join(", ")});`,
      ];
    case 1: {
      const more = random.chance(50) ? `, ${plain(world, 1).text}` : "";
      return [`${view}.copyWithin(${plain(world, 1).text}, ${fitting(world, { min: -9, max: 9 }, 1).text}${more});`];
    }
    default:
      return setStatement(world, type, view);
  }
}

/** `target.set(source, at)` behind the test that it fits. */
function setStatement(world: World, type: ViewType, view: string): string[] {
  const [a, b, at] = [world.name("a"), world.name("b"), world.name("at")];
  const source = viewOf(world, type.element, 2)!;
  const where = fitting(world, { min: 0, max: 15 }, 2).text;
  if (world.random.chance(30)) {
    return [
      "{",
      `const ${a} = ${view};`,
      `const ${b} = ${source};`,
      `if (${b}.length <= ${a}.length) {`,
      `${a}.set(${b});`,
      "}",
      "}",
    ];
  }
  const test = `${at} <= ${a}.length && ${b}.length <= ${a}.length - ${at}`;
  const lines = [`const ${a} = ${view};`, `const ${b} = ${source};`, `const ${at} = ${where};`];
  return ["{", ...lines, `if (${test}) {`, `${a}.set(${b}, ${at});`, "}", "}"];
}

function assertion(world: World): string[] {
  const paths = world.paths((type) => type.kind === "int");
  if (paths.length === 0) {
    return log(world);
  }
  const { text: shown, type } = world.random.pick(paths);
  const { min, max } = type as IntType;
  return [`assert(${shown} <= ${String(max)} && ${shown} >= ${String(min)});`];
}
