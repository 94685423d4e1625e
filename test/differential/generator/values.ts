/** Random expressions of every type but the integers. */
import { argumentsOf, calls } from "./calls.ts";
import { fitting, index, integer, plain } from "./integers.ts";
import {
  FLOAT,
  sameType,
  type ClassType,
  type EnumType,
  type FixedType,
  type IntType,
  type MaybeType,
  type RecordType,
  type TaggedType,
  type Type,
  type UnionType,
} from "./model.ts";
import { tested } from "./branches.ts";
import type { Path, World } from "./world.ts";

/** Texts as they stand between quotes. */
const TEXTS = [
  "",
  "a",
  "still",
  "50% done",
  "tab\\there",
  String.raw`quote \"q\"`,
  String.raw`caf\u00e9 \u2713`,
  "??/ no trigraph",
  String.raw`nul\u00007`,
  String.raw`back\\slash`,
];

/** An expression of the type. */
export function value(world: World, type: Type, depth: number): string {
  switch (type.kind) {
    case "int":
      return fitting(world, type, depth).text;
    case "bool":
      return condition(world, depth);
    case "text":
      return text(world, depth);
    case "union":
      return union(world, type, depth);
    case "float":
      return world.random.chance(20) ? plain(world, depth).text : real(world, depth);
    case "enum":
    case "tagged":
    case "maybe":
      return choiceOf(world, type, depth);
    case "record":
      return record(world, type, depth);
    case "view":
      return type.name === "Bytes" ? bytes(world, depth) : (viewOf(world, type.element, depth) ?? missing(type));
    case "fixed":
    case "class":
      return placeOf(world, type, depth) ?? missing(type);
  }
}

/** Each of the ways to write one of the type, with literals where they do. */
export function literals(world: World, type: EnumType | TaggedType | MaybeType, depth: number): string[] {
  switch (type.kind) {
    case "enum":
      return type.members.map(({ name }) => `${type.name}.${name}`);
    case "tagged":
      return type.variants.map((variant) => literalOf(world, variant, depth, [`kind: ${JSON.stringify(variant.tag)}`]));
    case "maybe":
      return ["null", value(world, type.of, depth)];
  }
}

/** One of the type: something that is there, a literal, or a choice between two, which may be of two kinds. */
function choiceOf(world: World, type: EnumType | TaggedType | MaybeType, depth: number): string {
  const { random } = world;
  const inner = Math.max(0, depth - 1);
  if (depth > 0 && random.chance(25)) {
    return `(${condition(world, inner)} ? ${choiceOf(world, type, inner)} : ${choiceOf(world, type, inner)})`;
  }
  const literal = (): string => random.pick(literals(world, type, inner));
  return random.chance(35) ? literal() : (existing(world, type, depth) ?? literal());
}

const REALS = ["0.5", "0.1", "2.5", "1e-7", "1e21", "4294967296.5", "(-0.75)", "1e308", "5e-324"];

/** An `f64`, which may be −0, infinite or NaN. */
export function real(world: World, depth: number): string {
  const { random } = world;
  const inner = (): string => real(world, depth - 1);
  if (depth <= 0) {
    return random.chance(40) ? random.pick(REALS) : (place(world, isReal)?.text ?? random.pick(REALS));
  }
  return random.weighted<() => string>([
    [4, () => existing(world, FLOAT, depth) ?? inner()],
    [3, () => `(${inner()} ${random.pick(["+", "-", "*", "/", "%"])} ${inner()})`],
    [2, () => `((${inner()} + 0.5) * ${plain(world, 1).text})`],
    [1, () => `(${plain(world, depth - 1).text} + 0.25)`],
    [1, () => `Math.${random.pick(["floor", "ceil", "trunc", "abs"])}(${inner()} / ${inner()})`],
    [1, () => `Math.${random.pick(["floor", "ceil", "trunc", "abs", "sqrt"])}(${inner()} + 0.25)`],
    [1, () => `Math.${random.pick(["min", "max"])}(${inner()}, ${inner()} * 0.5)`],
    [1, () => `(${condition(world, depth - 1)} ? ${inner()} : ${inner()} - 0.5)`],
    [1, () => `(-(${inner()} + 0.5))`],
  ])();
}

function isReal({ kind }: Type): boolean {
  return kind === "float";
}

function missing(type: Type): string {
  throw new Error(`a program that has no ${type.name}`);
}

/** A variable or field of a type. */
export function place(world: World, test: (type: Type) => boolean): Path | undefined {
  const paths = world.paths(test);
  return paths.length === 0 ? undefined : world.random.pick(paths);
}

/** What \`make\` gives for a value that is there, by a path, a call, or an element of an array. */
function existing(world: World, type: Type, depth: number): string | undefined {
  const { random } = world;
  const ways: (() => string | undefined)[] = [() => place(world, (each) => sameType(each, type))?.text];
  if (depth > 0) {
    ways.push(
      () => called(world, type, depth - 1),
      () => elementOf(world, type, depth - 1),
    );
  }
  return random.pick(ways)() ?? ways[0]();
}

function called(world: World, type: Type, depth: number): string | undefined {
  const found = calls(world, (returns) => sameType(returns, type));
  const call = found.length === 0 ? undefined : world.random.pick(found);
  if (call === undefined || !world.affords(call.called)) {
    return undefined;
  }
  return `${call.receiver}${call.called.name}(${argumentsOf(world, call.called, depth)})`;
}

function elementOf(world: World, type: Type, depth: number): string | undefined {
  const array = place(world, (each) => each.kind === "fixed" && sameType(each.element, type));
  if (array === undefined) {
    return undefined;
  }
  const isCopied = !["class", "maybe"].includes(type.kind);
  return isCopied && world.random.chance(35)
    ? `(${array.text}[${plain(world, depth).text}] ?? ${value(world, type, Math.max(0, depth - 1))})`
    : `${array.text}[${index(world, (array.type as FixedType).length, depth)}]`;
}

/** A boolean. */
export function condition(world: World, depth: number): string {
  const { random } = world;
  const inner = depth - 1;
  if (depth <= 0) {
    return place(world, (type) => type.kind === "bool")?.text ?? comparison(world, 0);
  }
  return random.weighted<() => string>([
    [10, () => comparison(world, inner)],
    [5, () => `(${condition(world, inner)} ${random.pick(["&&", "||"])} ${condition(world, inner)})`],
    [2, () => `!${condition(world, inner)}`],
    [3, () => existing(world, { kind: "bool", name: "boolean" }, inner) ?? comparison(world, inner)],
    [2, () => sameness(world, inner)],
    [1, () => `(${condition(world, inner)} ? ${condition(world, inner)} : ${condition(world, inner)})`],
    [1, () => random.pick(["true", "false"])],
    [1, () => known(world, inner) ?? comparison(world, inner)],
    [1, () => `(${real(world, inner)} ${random.pick(["<=", ">", ">="])} (${real(world, inner)} + 0))`],
    [2, () => tested(world) ?? comparison(world, inner)],
  ])();
}

/** Now and then a test that can't fail, or can't hold, of something that has an effect. */
function known(world: World, depth: number): string | undefined {
  const able = calls(world, (returns) => returns.kind === "int");
  const call = able.length === 0 ? undefined : world.random.pick(able);
  if (call === undefined || !world.affords(call.called)) {
    return undefined;
  }
  const { min, max } = call.called.returns as IntType;
  const [operator, edge] = world.random.pick([
    [">=", min],
    ["<", min],
    ["<=", max],
    [">", max],
    ["===", min - 1],
  ]);
  return `(${call.receiver}${call.called.name}(${argumentsOf(world, call.called, depth)}) ${operator} (${String(edge)}))`;
}

function comparison(world: World, depth: number): string {
  const { random } = world;
  const operator = random.pick(["<", "<=", ">", ">=", "===", "!=="]);
  const [a, b] = [integer(world, depth), integer(world, depth)];
  const isEquality = operator.length === 3;
  const isName = /^[a-z][\w.]*(?<!length)$/i.test(a.text) && /^[a-z]/i.test(b.text);
  // tsc knows the values of literals, and refuses to compare those that differ.
  const left = isEquality && !isName ? `(${a.text} + 0)` : a.text;
  // `a < (b > …` could be the beginning of type arguments.
  return operator === "<" && b.text.startsWith("(") ? `(${b.text} > ${left})` : `(${left} ${operator} ${b.text})`;
}

/** `===` on what is no integer. */
function sameness(world: World, depth: number): string {
  const { random } = world;
  const operator = random.pick(["===", "!=="]);
  const nullable = world.variables((variable) => variable.isNullable);
  if (nullable.length > 0 && random.chance(30)) {
    return `(${random.pick(nullable).name} ${operator} null)`;
  }
  if (world.unions.length > 0 && random.chance(60)) {
    const type = random.pick(world.unions);
    const one = existing(world, type, depth);
    return one === undefined ? comparison(world, depth) : `(${one} ${operator} ${unionSide(world, type, depth)})`;
  }
  const one = place(world, (type) => type.kind === "text")?.text;
  if (one !== undefined && random.chance(60)) {
    return `(${one} ${operator} ${text(world, depth)})`;
  }
  return `(${comparison(world, depth)} ${operator} ${comparison(world, depth)})`;
}

function unionSide(world: World, type: UnionType, depth: number): string {
  const quoted = JSON.stringify(world.random.pick(type.members));
  return world.random.chance(60) ? quoted : (existing(world, type, depth) ?? quoted);
}

export function text(world: World, depth: number): string {
  const { random } = world;
  if (random.chance(35)) {
    return `"${random.pick(TEXTS)}"`;
  }
  if (depth > 0 && random.chance(20)) {
    return `(${condition(world, depth - 1)} ? ${text(world, depth - 1)} : ${text(world, depth - 1)})`;
  }
  const type = world.unions.length > 0 && random.chance(40) ? random.pick(world.unions) : undefined;
  return existing(world, type ?? { kind: "text", name: "string" }, depth) ?? `"${random.pick(TEXTS)}"`;
}

/** A member of a union: by a call where one is there, since tsc believes a literal for longer than it should. */
export function union(world: World, type: UnionType, depth: number): string {
  const { random } = world;
  const quoted = (): string => JSON.stringify(random.pick(type.members));
  if (depth > 0 && random.chance(15)) {
    return `(${condition(world, depth - 1)} ? ${union(world, type, depth - 1)} : ${union(world, type, depth - 1)})`;
  }
  return random.chance(35) ? quoted() : (existing(world, type, depth) ?? quoted());
}

/** One of a type that is a choice, by what is declared as one. */
export function openChoice(world: World, type: Type, depth: number): string {
  const chooser = calls(world, (returns) => sameType(returns, type)).find(({ called: { name } }) =>
    name.startsWith("choose"),
  );
  return chooser === undefined
    ? (existing(world, type, depth) ?? value(world, type, depth))
    : `${chooser.called.name}(${argumentsOf(world, chooser.called, Math.max(0, depth - 1))})`;
}

function record(world: World, type: RecordType, depth: number): string {
  const one = world.random.chance(45) ? existing(world, type, depth) : undefined;
  if (one !== undefined) {
    return one;
  }
  return literalOf(world, type, depth, []);
}

/** A literal of a record, with its fields in any order. */
function literalOf(world: World, type: RecordType, depth: number, more: readonly string[]): string {
  const fields = type.fields.map((field) => {
    const named = world.variables(
      (each) => each.name === field.name && !each.isNullable && sameType(each.type, field.type),
    );
    return named.length > 0 ? field.name : `${field.name}: ${value(world, field.type, Math.max(0, depth - 1))}`;
  });
  const all = [...more, ...fields];
  const ordered = world.random.chance(30) ? all.toReversed() : all;
  return `{ ${ordered.join(", ")} }`;
}

/** `Bytes`: what is read-only already, a view that can be written, or a text's bytes. */
function bytes(world: World, depth: number): string {
  const { random } = world;
  if (random.chance(25)) {
    return `utf8(${text(world, Math.max(0, depth - 1))})`;
  }
  const one = place(world, (type) => type.kind === "view" && type.name === "Bytes");
  if (one !== undefined && random.chance(50)) {
    return random.chance(30) ? `${one.text}.subarray(${ends(world, depth)})` : one.text;
  }
  return viewOf(world, { name: "u8" }, depth) ?? `utf8("${random.pick(TEXTS)}")`;
}

/** A typed array of the element, or a part of one. */
export function viewOf(world: World, element: Pick<IntType, "name">, depth: number): string | undefined {
  const view = place(
    world,
    (type) => type.kind === "view" && type.name !== "Bytes" && type.element.name === element.name,
  );
  if (view === undefined) {
    return undefined;
  }
  if (depth > 0 && world.random.chance(40)) {
    return `${view.text}.subarray(${ends(world, depth)})`;
  }
  return view.text;
}

/** The arguments of `subarray`, near the ends of what there is. */
export function ends(world: World, depth: number): string {
  const { random } = world;
  const near = (): string =>
    random.chance(60)
      ? fitting(world, { min: -10, max: 20 }, Math.min(1, depth)).text
      : plain(world, Math.min(1, depth)).text;
  return random.pick([() => "", near, () => `${near()}, ${near()}`])();
}

/** An instance or array: a path to it, an element, a choice between two, a call. */
function placeOf(world: World, type: ClassType | FixedType, depth: number): string | undefined {
  if (depth > 0 && world.random.chance(25)) {
    const [a, b] = [placeOf(world, type, 0), placeOf(world, type, depth - 1)];
    return a === undefined || b === undefined ? a : `(${condition(world, depth - 1)} ? ${a} : ${b})`;
  }
  return existing(world, type, depth);
}
