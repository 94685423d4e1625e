/** Random statements. */
import { allCalls, argumentsOf } from "./calls.ts";
import { fitted, fitting, index, integer, items, plain } from "./integers.ts";
import { forLoop, forOf, loop } from "./loops.ts";
import {
  BOOL,
  I32,
  TEXT,
  VIEWS,
  sameType,
  someInt,
  type FixedType,
  type IntType,
  type Type,
  type ViewType,
} from "./model.ts";
import { condition, ends, openUnion, place, text, value, viewOf } from "./values.ts";
import type { Path, World } from "./world.ts";

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
function leave(world: World, block: Block): string[] {
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

/** Something that can be assigned to: how it is written and its type. */
function target(world: World, test: (type: Type) => boolean): { text: string; type: Type } | undefined {
  const { random } = world;
  const paths = world.paths(test).filter((path) => path.isMutable && path.text !== "this");
  const elements: (() => { text: string; type: Type })[] = items(world)
    .filter(({ length, element, text: array }) => length > 0 && test(element) && !isReadonly(world, array))
    .map(({ text: array, length, element }) => () => ({ text: `${array}[${index(world, length, 2)}]`, type: element }));
  const others = world
    .paths(
      (type) =>
        type.kind === "fixed" && !["int", "class"].includes(type.element.kind) && !isTable(type) && test(type.element),
    )
    .map(({ text: array, type }) => () => {
      const { element, length } = type as FixedType;
      return { text: `${array}[${index(world, length, 1)}]`, type: element };
    });
  const inside = fieldOfElement(world, test);
  const all = [...paths.map((path: Path) => () => path), ...elements, ...others, ...(inside ? [inside, inside] : [])];
  return all.length === 0 ? undefined : random.pick(all)();
}

/** \`items[i].field\`, or the field of what a call or a choice gives. */
function fieldOfElement(world: World, test: (type: Type) => boolean): (() => { text: string; type: Type }) | undefined {
  const { random } = world;
  const able = world.classes.filter((type) => type.fields.some((field) => field.isMutable && test(field.type)));
  const type = able.length === 0 ? undefined : random.pick(able);
  if (type === undefined || place(world, (each) => each === type) === undefined) {
    return undefined;
  }
  const field = random.pick(type.fields.filter((each) => each.isMutable && test(each.type)));
  return () => ({ text: `${value(world, type, 2)}.${field.name}`, type: field.type });
}

function isTable(type: Type): boolean {
  return type.name === "Bytes" || type.name.startsWith("readonly ");
}

function isReadonly(world: World, array: string): boolean {
  return world.paths(isTable).some((path) => path.text === array);
}

function assignment(world: World): string[] {
  const to = target(world, (type) => type.kind !== "view" && type.kind !== "class" && type.kind !== "fixed");
  const view = world.variables((each) => each.isMutable && each.type.kind === "view");
  if (view.length > 0 && world.random.chance(25)) {
    const { name, type } = world.random.pick(view);
    return [`${name} = ${viewOf(world, (type as ViewType).element, 2) ?? name};`];
  }
  return to === undefined ? log(world) : [`${to.text} = ${stored(world, to.type, 3)};`];
}

/** The value of a variable or field: of a union no literal, since tsc would take the variable for that member alone. */
function stored(world: World, type: Type, depth: number): string {
  return type.kind === "union" ? openUnion(world, type, depth) : value(world, type, depth);
}

const WRAPPING = ["^=", "|=", "&=", ">>>=", "<<=", ">>=", "+=", "-=", "*=", "%="];

/** `a op= b`, where the result fits whatever the values are. */
function compound(world: World): string[] {
  const { random } = world;
  const to = target(world, (type) => type.kind === "int");
  if (to === undefined) {
    return log(world);
  }
  const { min, max } = to.type as IntType;
  const operator = random.pick(WRAPPING);
  const right = operator === "%=" ? String(1 + random.below(300)) : plain(world, 2).text;
  const isWide = min <= I32.min && max >= 4294967295;
  const isUnsigned = min === 0 && (max & (max + 1)) === 0 && max <= 2147483647;
  const fits = (["|=", "^=", "<<=", ">>="].includes(operator) && min <= I32.min && max >= I32.max) || isWide;
  if (["+=", "-=", "*="].includes(operator)) {
    return sum(world, to.text, { min, max }, operator);
  }
  if (operator === "&=" && min === 0) {
    return [`${to.text} &= ${fitting(world, { min: 0, max: 2147483647 }, 2).text};`];
  }
  if ((operator === "^=" || operator === "|=") && isUnsigned) {
    return [`${to.text} ${operator} ${fitting(world, { min, max }, 2).text};`];
  }
  if ((fits && operator !== "%=") || (min === 0 && ["%=", ">>>="].includes(operator) && max <= 4294967295)) {
    return [`${to.text} ${operator} ${right};`];
  }
  return [`${to.text} = ${fitted(world, plain(world, 2), { min, max }).text};`];
}

/** `a += b` behind a test that it fits. */
function sum(world: World, to: string, { min, max }: { min: number; max: number }, operator: string): string[] {
  const { random } = world;
  const by = random.pick([1, 2, 10]);
  const isStable = /^[\w.]+$/.test(to);
  if (!isStable) {
    return [`${to} = ${fitting(world, { min, max }, 2).text};`];
  }
  switch (operator) {
    case "+=":
      return [`if (${to} <= ${String(max - by)}) {`, `${to} += ${String(by)};`, "}"];
    case "-=":
      return [`if (${to} >= ${String(min + by)}) {`, `${to} -= ${String(by)};`, "}"];
    default:
      return [
        `if (${to} >= 0 && ${to} < ${String(Math.max(1, Math.trunc(max / 16)))}) {`,
        `${to} *= ${String(random.below(16))};`,
        "}",
      ];
  }
}

function step(world: World): string[] {
  const paths = world.paths((type) => type.kind === "int").filter((path) => path.isMutable);
  const to = paths.length === 0 ? undefined : world.random.pick(paths);
  if (to === undefined) {
    return log(world);
  }
  const { min, max } = to.type as IntType;
  const up = world.random.chance(50);
  const stepped = world.random.chance(70) ? `${to.text}${up ? "++" : "--"}` : `${up ? "++" : "--"}${to.text}`;
  return [`if (${to.text} ${up ? "<" : ">"} ${up ? String(max) : `(${String(min)})`}) {`, `${stepped};`, "}"];
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

function branch(world: World, block: Block): string[] {
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
function choice(world: World, block: Block): string[] {
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

function cases(world: World, block: Block, subject: string, labels: readonly string[]): string[] {
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

function clause(world: World, block: Block): string[] {
  const end = block.inLoop && world.random.chance(15) ? "continue;" : "break;";
  return braced(world, block, "", 1 + world.random.below(2), [end]);
}

function nested(world: World, block: Block): string[] {
  return braced(world, block, "", 1 + world.random.below(3));
}

/** What only holds behind a test: an index that is inside, an instance that is not null, a sum that fits. */
function guarded(world: World, block: Block): string[] {
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

function assertion(world: World): string[] {
  const paths = world.paths((type) => type.kind === "int");
  if (paths.length === 0) {
    return log(world);
  }
  const { text: shown, type } = world.random.pick(paths);
  const { min, max } = type as IntType;
  return [`assert(${shown} <= ${String(max)} && ${shown} >= ${String(min)});`];
}
