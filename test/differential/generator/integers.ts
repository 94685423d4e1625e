/** Random integer expressions. */
import { combined, either, int, isExact, type Int } from "./intervals.ts";
import {
  ELEMENTS,
  I32,
  INT,
  U8,
  type EnumType,
  type FixedType,
  type IntType,
  type Type,
  type ViewType,
} from "./model.ts";
import { condition, place, real, viewOf } from "./values.ts";
import { argumentsOf, calls } from "./calls.ts";
import type { Path, World } from "./world.ts";

const EDGES = [
  0, 1, 2, 3, 7, 31, 32, 100, 127, 128, 255, 256, 1000, 32767, 32768, 65535, 65536, 2147483646, 2147483647, 2147483648,
  4294967294, 4294967295, 4294967296, 9007199254740990, 9007199254740991,
];

type Maker = (world: World, depth: number) => Int;

/** Any integer. */
export function integer(world: World, depth: number): Int {
  const { random } = world;
  if (depth <= (world.isBrief && random.chance(60) ? 1 : 0)) {
    return random.chance(30) ? literal(world) : named(world);
  }
  const make = random.weighted<Maker>([
    [2, literal],
    [10, named],
    [14, arithmetic],
    [12, bits],
    [4, quotient],
    [4, remainder],
    [4, unary],
    [5, conversion],
    [7, mathematics],
    [4, conditional],
    [world.isPure ? 0 : 8, called],
    [8, element],
    [4, elementOrElse],
    [3, length],
    [2, found],
  ]);
  return make(world, depth - 1);
}

/** An integer without −0, for where that could be seen. */
export function plain(world: World, depth: number): Int {
  return withoutNegativeZero(world, integer(world, depth));
}

function withoutNegativeZero(world: World, given: Int): Int {
  if (!given.negativeZero) {
    return given;
  }
  const text = world.random.chance(50) ? `(${given.text} + 0)` : `(0 + ${given.text})`;
  return int(text, given.min, given.max);
}

/** An integer that fits the type, made to where it doesn't by itself. */
export function fitting(world: World, type: { readonly min: number; readonly max: number }, depth: number): Int {
  const { random } = world;
  if (random.chance(12)) {
    return literalIn(world, type);
  }
  return fitted(world, plain(world, depth), type);
}

export function fitted(world: World, given: Int, type: { readonly min: number; readonly max: number }): Int {
  const { min, max } = type;
  if (given.min >= min && given.max <= max) {
    return given;
  }
  const { random } = world;
  const element = ELEMENTS.find((each) => each.min === min && each.max === max);
  if (element !== undefined && random.chance(75)) {
    const text = random.chance(75) ? `${element.name}(${given.text})` : `${element.name}.clamp(${given.text})`;
    return int(text, min, max);
  }
  const isMask = min === 0 && Number.isInteger(Math.log2(max + 1)) && max <= 2147483647;
  if (isMask && random.chance(60)) {
    return int(`(${given.text} & ${random.chance(50) ? `0x${max.toString(16)}` : String(max)})`, min, max);
  }
  if (random.chance(30) && max - min < 2147483647 && min + 0 >= -2147483648) {
    return int(`(((${given.text} >>> 0) % ${String(max - min + 1)}) + ${written(min)})`, min, max);
  }
  return random.chance(50)
    ? int(`Math.min(${String(max)}, Math.max(${given.text}, ${written(min)}))`, min, max)
    : int(`Math.max(Math.min(${given.text}, ${String(max)}), ${written(min)})`, min, max);
}

/** A number in the source; a negative one is an operation there, and never −0. */
export function written(number: number): string {
  return number < 0 ? `(-${String(-number)})` : String(number);
}

export function literal(world: World): Int {
  return literalIn(world, world.random.chance(80) ? I32 : INT);
}

export function literalIn(world: World, { min, max }: { readonly min: number; readonly max: number }): Int {
  const { random } = world;
  const near = [min, max, min + 1, max - 1, ...EDGES, ...EDGES.map((edge) => 0 - edge)].filter(
    (edge) => edge >= min && edge <= max,
  );
  const chosen = random.chance(70) ? random.pick(near) : random.between(min, max);
  const hex = chosen >= 0 && random.chance(20);
  return int(hex ? `0x${chosen.toString(16)}` : written(chosen), chosen, chosen);
}

function isInt(type: Type): type is IntType {
  return type.kind === "int";
}

function named(world: World): Int {
  const paths = world.paths((type) => isInt(type) || type.kind === "enum");
  if (paths.length === 0) {
    return literal(world);
  }
  const { text, type } = world.random.pick(paths) as Path & { type: IntType | EnumType };
  if (type.kind === "enum") {
    const values = type.members.map((member) => member.value);
    return int(text, Math.min(...values), Math.max(...values));
  }
  return int(text, type.min, type.max);
}

/** `integer`, cut to 32 bits where the operation on both would leave the exact integers. */
function arithmetic(world: World, depth: number): Int {
  const operator = world.random.pick(["+", "+", "-", "-", "*"]);
  const [a, b] = [integer(world, depth), integer(world, depth)];
  const result = combined(operator, a, b);
  if (isExact(result)) {
    return result;
  }
  const [c, d] = [
    narrowed(world, a),
    operator === "*" ? fitted(world, b, { min: -65536, max: 65535 }) : narrowed(world, b),
  ];
  return combined(operator, c, d);
}

function narrowed(world: World, given: Int): Int {
  return given.min >= I32.min && given.max <= I32.max ? given : fitted(world, given, I32);
}

function bits(world: World, depth: number): Int {
  const { random } = world;
  const operator = random.pick(["&", "&", "|", "^", "<<", ">>", ">>>"]);
  const a = integer(world, depth);
  const shifts = operator.length > 1;
  const given = shifts && random.chance(60) ? int(String(random.below(32)), 0, 31) : integer(world, depth);
  // `f() << (a > (b))` could be the beginning of type arguments.
  const b = operator === "<<" && given.text.startsWith("(") ? { ...given, text: `~~${given.text}` } : given;
  if (operator === "^" && [a, b].some((side) => side.min === side.max && (side.min | 0) === -1)) {
    return int(`(~${integer(world, depth).text})`, I32.min, I32.max); // gcc warns of a complement that is hard to see.
  }
  if (operator === "|" && random.chance(20)) {
    return int(`(${a.text} | 0)`, I32.min, I32.max);
  }
  return combined(operator, a, b);
}

/** An integer that is not 0. */
function divisor(world: World, depth: number): Int {
  const { random } = world;
  if (random.chance(40)) {
    const edge = random.pick(EDGES.slice(1));
    return random.chance(30) ? int(`(-${String(edge)})`, -edge, -edge) : int(String(edge), edge, edge);
  }
  const given = integer(world, depth);
  const positive = fitted(world, withoutNegativeZero(world, given), { min: 0, max: 255 });
  return random.chance(70)
    ? int(`(${positive.text} + 1)`, positive.min + 1, positive.max + 1)
    : int(`(${positive.text} - 256)`, positive.min - 256, positive.max - 256);
}

function quotient(world: World, depth: number): Int {
  const [a, b] = [integer(world, depth), divisor(world, depth)];
  if (world.random.chance(50)) {
    return int(`((${a.text} / ${b.text}) | 0)`, I32.min, I32.max);
  }
  const most = Math.max(Math.abs(a.min), Math.abs(a.max));
  const isPositive = a.min >= 0 && !a.negativeZero && b.min > 0;
  return int(`Math.trunc(${a.text} / ${b.text})`, isPositive ? 0 : -most, most, !isPositive);
}

function remainder(world: World, depth: number): Int {
  return combined("%", integer(world, depth), divisor(world, depth));
}

function unary(world: World, depth: number): Int {
  const given = integer(world, depth);
  switch (world.random.below(3)) {
    case 0:
      return int(`(~${given.text})`, I32.min, I32.max);
    case 1:
      return int(`(0 - ${given.text})`, 0 - given.max, 0 - given.min);
    default:
      return int(`(-${given.text})`, 0 - given.max, 0 - given.min, true);
  }
}

function conversion(world: World, depth: number): Int {
  const type = world.random.pick(ELEMENTS);
  if (world.random.chance(15)) {
    return int(`${type.name}(${real(world, depth)} * 1.5)`, type.min, type.max);
  }
  const given = plain(world, depth);
  const text = world.random.chance(60) ? `${type.name}(${given.text})` : `${type.name}.clamp(${given.text})`;
  return int(text, type.min, type.max);
}

function mathematics(world: World, depth: number): Int {
  const { random } = world;
  const a = integer(world, depth);
  switch (random.below(6)) {
    case 0: {
      const most = Math.max(Math.abs(a.min), Math.abs(a.max));
      return int(`Math.abs(${a.text})`, 0, most);
    }
    case 1:
      return int(`Math.imul(${a.text}, ${integer(world, depth).text})`, I32.min, I32.max);
    case 2:
      return int(`Math.clz32(${a.text})`, 0, 32);
    case 3:
      return int(`Math.trunc(${a.text})`, a.min, a.max, a.negativeZero);
    default: {
      const name = random.pick(["min", "max"]);
      const others = Array.from({ length: 1 + random.below(2) }, () => integer(world, depth));
      return others.reduce(
        (all, each, index) =>
          either(
            index === others.length - 1 ? `Math.${name}(${all.text}, ${each.text})` : `${all.text}, ${each.text}`,
            all,
            each,
          ),
        a,
      );
    }
  }
}

function conditional(world: World, depth: number): Int {
  const test = condition(world, depth);
  const [a, b] = [integer(world, depth), integer(world, depth)];
  return either(`(${test} ? ${a.text} : ${b.text})`, a, b);
}

function called(world: World, depth: number): Int {
  const call = world.random.pick([...calls(world, (type) => type.kind === "int"), undefined]);
  if (call === undefined || !world.affords(call.called)) {
    return element(world, depth);
  }
  const { min, max } = call.called.returns as IntType;
  return int(`${call.receiver}${call.called.name}(${argumentsOf(world, call.called, depth)})`, min, max);
}

/** An array with elements that are integers: how it is written, what they are, and how many there surely are. */
interface Items {
  readonly text: string;
  readonly element: IntType;
  readonly length: number;
}

export function items(world: World): Items[] {
  return world
    .paths((type) => type.kind === "view" || (type.kind === "fixed" && isInt(type.element)))
    .map((path) => {
      const type = path.type as ViewType | (FixedType & { element: IntType });
      const length = type.kind === "fixed" ? type.length : (path.length ?? 0);
      return { text: path.text, element: type.element, length };
    });
}

/** An index that is surely inside. */
export function index(world: World, count: number, depth: number): string {
  if (count > 1 && world.random.chance(12)) {
    return String(world.random.below(count));
  }
  return fitted(world, plain(world, depth), { min: 0, max: count - 1 }).text;
}

function element(world: World, depth: number): Int {
  const known = items(world).filter(({ length }) => length > 0);
  if (known.length === 0) {
    return named(world);
  }
  const { text, element: type, length } = world.random.pick(known);
  return int(`${text}[${index(world, length, depth)}]`, type.min, type.max);
}

function elementOrElse(world: World, depth: number): Int {
  const known = items(world);
  const computed = world.random.chance(30) ? viewOf(world, U8, depth) : undefined;
  if (known.length === 0 && computed === undefined) {
    return named(world);
  }
  const { text, element: type } = computed === undefined ? world.random.pick(known) : { text: computed, element: U8 };
  const at = world.random.chance(40) ? fitted(world, plain(world, depth), { min: -2, max: 20 }) : plain(world, depth);
  const other = integer(world, depth);
  return either(`(${text}[${at.text}] ?? ${other.text})`, int("", type.min, type.max), other);
}

function length(world: World, depth: number): Int {
  const known = items(world);
  const computed = world.random.chance(30) ? viewOf(world, U8, depth) : undefined;
  const text = computed ?? (known.length > 0 ? world.random.pick(known).text : undefined);
  return text === undefined ? literal(world) : int(`${text}.length`, 0, 2147483647);
}

function found(world: World, depth: number): Int {
  const view = place(world, (type) => type.kind === "view");
  if (view === undefined) {
    return length(world, depth);
  }
  const wanted = world.random.chance(50)
    ? fitted(world, plain(world, depth), (view.type as ViewType).element)
    : plain(world, depth);
  const from = world.random.chance(40) ? `, ${plain(world, depth).text}` : "";
  return int(`${view.text}.indexOf(${wanted.text}${from})`, -1, 2147483646);
}
