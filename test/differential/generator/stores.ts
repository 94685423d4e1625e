/** Random stores: assignments to locals, fields and elements. */
import { log } from "./statements.ts";
import { fitted, fitting, index, items, plain } from "./integers.ts";
import { I32, isChoice, type FixedType, type IntType, type Type, type ViewType } from "./model.ts";
import { openChoice, place, value, viewOf } from "./values.ts";
import type { Path, World } from "./world.ts";

/** Something that can be assigned to: how it is written and its type. */
export function target(world: World, test: (type: Type) => boolean): { text: string; type: Type } | undefined {
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
export function fieldOfElement(
  world: World,
  test: (type: Type) => boolean,
): (() => { text: string; type: Type }) | undefined {
  const { random } = world;
  const able = world.classes.filter((type) => type.fields.some((field) => field.isMutable && test(field.type)));
  const type = able.length === 0 ? undefined : random.pick(able);
  if (type === undefined || place(world, (each) => each === type) === undefined) {
    return undefined;
  }
  const field = random.pick(type.fields.filter((each) => each.isMutable && test(each.type)));
  return () => ({ text: `${value(world, type, 2)}.${field.name}`, type: field.type });
}

export function isTable(type: Type): boolean {
  return type.name === "Bytes" || type.name.startsWith("readonly ");
}

export function isReadonly(world: World, array: string): boolean {
  return world.paths(isTable).some((path) => path.text === array);
}

export function assignment(world: World): string[] {
  const to = target(world, (type) => type.kind !== "view" && type.kind !== "class" && type.kind !== "fixed");
  const view = world.variables((each) => each.isMutable && each.type.kind === "view");
  if (view.length > 0 && world.random.chance(25)) {
    const { name, type } = world.random.pick(view);
    return [`${name} = ${viewOf(world, (type as ViewType).element, 2) ?? name};`];
  }
  return to === undefined ? log(world) : [`${to.text} = ${stored(world, to.type, 3)};`];
}

/** The value of a variable or field: of a union or the like no literal, since tsc would take the variable for that member alone. */
export function stored(world: World, type: Type, depth: number): string {
  return isChoice(type) ? openChoice(world, type, depth) : value(world, type, depth);
}

export const WRAPPING = ["^=", "|=", "&=", ">>>=", "<<=", ">>=", "+=", "-=", "*=", "%="];

/** `a op= b`, where the result fits whatever the values are. */
export function compound(world: World): string[] {
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
export function sum(world: World, to: string, { min, max }: { min: number; max: number }, operator: string): string[] {
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

export function step(world: World): string[] {
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
