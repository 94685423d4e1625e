/**
 * The parts of the language that a program shows in a function of its own: enums, constant objects, tagged unions, functions
 * as values, generics, values that may be null, memory of a function. The rest of the program calls that function.
 */
import type { Random } from "../random.ts";
import { plain } from "./integers.ts";
import { I32, U8, type IntType, type Type } from "./model.ts";
import { condition } from "./values.ts";
import { floats } from "./floats.ts";
import type { World } from "./world.ts";

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
  return FEATURES.filter(() => world.random.chance(18)).flatMap((feature) => feature(world));
}

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

const AB = [
  ["a", I32],
  ["b", I32],
] as const;

function cut(world: World, depth = 2): string {
  return `i32(${plain(world, depth).text})`;
}

/** A function of `a` and `b` in which these are the only names, and the lines before its last. */
function shown(world: World, lines: (name: string) => string[], cost = 5): string[] {
  const name = world.name("show");
  const all = inScope(world, AB, () => lines(name));
  register(world, name, cost);
  return all;
}

function enumeration(world: World): string[] {
  const name = `Mode${world.name("")}`;
  const values = world.random.pick([
    ["Off", "On", "Auto"],
    ["Off = 3", "On", "Auto = 1"],
    ["Off = -1", "On = 0x7f", "Auto = 400"],
  ]);
  return shown(world, (show) => [
    `enum ${name} {`,
    ...values.map((each) => `${each},`),
    "}",
    `function next${show}(mode: ${name}): ${name} {`,
    "switch (mode) {",
    `case ${name}.Off:`,
    `return ${name}.On;`,
    `case ${name}.On:`,
    `return ${name}.Auto;`,
    `case ${name}.Auto:`,
    `return ${name}.Off;`,
    "}",
    "}",
    `function ${show}(a: i32, b: i32): i32 {`,
    `let mode: ${name} = next${show}(a > b ? ${name}.Off : ${name}.Auto);`,
    `console.log("mode", mode, mode === ${name}.On);`,
    `mode = next${show}(mode);`,
    `return mode === ${name}.Off ? ${cut(world)} : mode;`,
    "}",
  ]);
}

function constants(world: World): string[] {
  const name = world.name("LIMITS").toUpperCase();
  const [most, least] = [world.random.between(0, 4294967295), world.random.between(-2147483648, 0)];
  return shown(world, (show) => [
    `const ${name} = { most: ${String(most)}, least: ${String(least)}, near: { word: "w?", on: ${String(world.random.chance(50))} } } as const;`,
    `function ${show}(a: i32, b: i32): i32 {`,
    `if (${name}.near.on && a > ${name}.least) {`,
    `return i32(${name}.most - b);`,
    "}",
    `console.log("limits", ${name}.near.word, ${name}.most, -${name}.most);`,
    `return ${cut(world)};`,
    "}",
  ]);
}

function tagged(world: World): string[] {
  const [shape, holder] = [`Shape${world.name("")}`, world.name("holder")];
  return shown(world, (show) => [
    `type ${shape} =`,
    '| { readonly kind: "dot" }',
    '| { readonly kind: "line"; readonly from: i32; readonly to: i32 }',
    '| { readonly kind: "dark area"; readonly size: u8; readonly isOpen: boolean };',
    `class Holder${show} {`,
    `shape: ${shape} = { kind: "dot" };`,
    "}",
    `const ${holder} = new Holder${show}();`,
    `function make${show}(a: i32, b: i32): ${shape} {`,
    `if (${condition(world, 2)}) {`,
    `return { kind: "line", from: a, to: ${cut(world)} };`,
    "}",
    `return a > b ? { kind: "dot" } : { kind: "dark area", size: u8(${plain(world, 2).text}), isOpen: ${condition(world, 1)} };`,
    "}",
    `function ${show}(a: i32, b: i32): i32 {`,
    `const before = ${holder}.shape;`,
    `${holder}.shape = make${show}(a, b);`,
    `const now = ${holder}.shape;`,
    `console.log("shape", before.kind, now.kind, now.kind === "line" && now.from > 3);`,
    'if (before.kind !== "line") {',
    `return before.kind === "dark area" && before.isOpen ? before.size : -1;`,
    "}",
    "switch (now.kind) {",
    'case "line":',
    "return i32(now.to - now.from);",
    'case "dark area":',
    "return now.size;",
    'case "dot":',
    "return before.to;",
    "}",
    "}",
  ]);
}

function functionValues(world: World): string[] {
  const [op, table] = [`Op${world.name("")}`, world.name("OPS").toUpperCase()];
  return shown(
    world,
    (show) => [
      `type ${op} = (a: i32, b: i32) => i32;`,
      `function one${show}(a: i32, b: i32): i32 {`,
      `return ${cut(world, 3)};`,
      "}",
      `function two${show}(a: i32, b: i32): i32 {`,
      `console.log("two", a, b);`,
      `return ${cut(world, 3)};`,
      "}",
      `const ${table}: readonly ${op}[] = [one${show}, two${show}];`,
      `function apply${show}(op: ${op}, a: i32, b: i32): i32 {`,
      "return op(a, op(b, 1));",
      "}",
      `function ${show}(a: i32, b: i32): i32 {`,
      `const op: ${op} = ${condition(world, 1)} ? one${show} : two${show};`,
      `return i32(apply${show}(op, a, b) + ${table}[${plain(world, 1).text} & 1](b, a) * 3);`,
      "}",
    ],
    12,
  );
}

function generics(world: World): string[] {
  return shown(
    world,
    (show) => [
      `interface Pair${show}<A, B> {`,
      "readonly first: A;",
      "readonly second: B;",
      "}",
      `function swap${show}<A, B>(pair: Pair${show}<A, B>): Pair${show}<B, A> {`,
      "return { first: pair.second, second: pair.first };",
      "}",
      `class Latest${show}<T> {`,
      "value: T;",
      "count: u16 = 0;",
      "constructor(value: T) {",
      "this.value = value;",
      "}",
      "put(value: T): T {",
      "const before = this.value;",
      "this.value = value;",
      "this.count = u16(this.count + 1);",
      "return before;",
      "}",
      "}",
      `const ints${show} = new Latest${show}<i32>(${String(world.random.between(-2147483648, 2147483647))});`,
      `const truths${show} = new Latest${show}<boolean>(false);`,
      `function ${show}(a: i32, b: i32): i32 {`,
      `const pair = swap${show}<i32, u8>({ first: a, second: u8(${plain(world, 2).text}) });`,
      `console.log("pair", pair.first, pair.second, truths${show}.put(${condition(world, 2)}), truths${show}.count);`,
      `return ints${show}.put(b);`,
      "}",
    ],
    12,
  );
}

function nullableValues(world: World): string[] {
  const { random } = world;
  const type = random.pick(["i32", "boolean", "u8"]);
  const some = type === "boolean" ? condition(world, 0) : undefined;
  const shownValue = (name: string): string => (type === "boolean" ? `(${name} ? 1 : 2)` : name);
  return shown(world, (show) => {
    const given = some === undefined ? `${type}(${plain(world, 2).text})` : condition(world, 2);
    return [
      `class Maybe${show} {`,
      `value: ${type} | null = null;`,
      "}",
      `const kept${show} = new Maybe${show}();`,
      `function maybe${show}(a: i32, b: i32): ${type} | null {`,
      `return ${condition(world, 2)} ? ${given} : null;`,
      "}",
      `function ${show}(a: i32, b: i32): i32 {`,
      `const before = kept${show}.value;`,
      `kept${show}.value = maybe${show}(a, b);`,
      `let now = maybe${show}(b, a);`,
      "if (now === null) {",
      `now = kept${show}.value;`,
      "}",
      'console.log("null", before === null, now !== null);',
      `return before !== null ? ${shownValue("before")} : now === null ? -1 : ${shownValue("now")};`,
      "}",
    ];
  });
}

/** Instances that lead to each other, the last of them to none. */
function nullableList(world: World): string[] {
  return shown(
    world,
    (show) => [
      `class Node${show} {`,
      "n: i32 = 0;",
      `readonly next: Node${show} | null;`,
      `constructor(next: Node${show} | null) {`,
      "this.next = next;",
      "}",
      "}",
      `const last${show} = new Node${show}(null);`,
      `const middle${show} = new Node${show}(last${show});`,
      `const first${show} = new Node${show}(middle${show});`,
      `function ${show}(a: i32, b: i32): i32 {`,
      `let at: Node${show} | null = a > b ? first${show} : b > 3 ? middle${show} : null;`,
      "let sum: i32 = 0;",
      "for (let turn = 0; turn < 5 && at !== null; turn++) {",
      `at.n = ${cut(world)};`,
      "sum = i32(sum + at.n);",
      "at = at.next;",
      "}",
      `console.log("list", at === null, first${show}.next === middle${show}, last${show}.next !== null);`,
      "return sum;",
      "}",
    ],
    20,
  );
}

function writer(world: World): string[] {
  const { random } = world;
  const calls = (): string[] =>
    Array.from({ length: 1 + random.below(5) }, () =>
      random.pick([
        () => `writer.int(${plain(world, 2).text});`,
        () => `writer.decimal(${plain(world, 1).text}, ${String(random.below(16))});`,
        () => `writer.byte(u8(${plain(world, 1).text}));`,
        () => `writer.text("caf\\u00e9 ${String(random.below(99))}");`,
        () => `writer.bytes(bytes.subarray(0, u8(${plain(world, 1).text}) % 5));`,
        () => `writer.hex(utf8("h?${String(random.below(99))}"));`,
        () => 'writer.jsonString(utf8("a\\"b\\\\c\\n\\u0001"));',
        () => "writer.reset(mark);",
      ])(),
    );
  return shown(
    world,
    (show) => [
      `function ${show}(a: i32, b: i32): i32 {`,
      `const bytes = new Uint8Array(${String(1 + random.below(40))});`,
      "const writer = new Writer(bytes);",
      "const mark = writer.mark();",
      ...calls(),
      "if (writer.full()) {",
      "writer.clear();",
      ...calls(),
      "}",
      "let sum: i32 = writer.length() & 255;",
      "for (const byte of writer.view()) {",
      "sum = i32(Math.imul(sum, 31) + byte);",
      "}",
      'console.log("written", writer.full(), sum, bytes[0]);',
      "return sum;",
      "}",
    ],
    60,
  );
}

/** Memory that lasts as long as the call. */
function ownMemory(world: World): string[] {
  const [array, element] = world.random.pick<[string, IntType]>([
    ["Uint8Array", U8],
    ["Int32Array", I32],
  ]);
  const length = 2 + world.random.below(7);
  return shown(
    world,
    (show) => [
      `class Own${show} {`,
      "n: i32 = 5;",
      `readonly cells = new ${array}(${String(length)});`,
      "}",
      `function ${show}(a: i32, b: i32): i32 {`,
      `const view = new ${array}(${String(length)});`,
      `const values: FixedArray<i32, 3> = array(3, ${String(world.random.below(9))});`,
      `const owns: FixedArray<Own${show}, 2> = array(2, () => new Own${show}());`,
      `const own = new Own${show}();`,
      `view[1] = ${element.name}(${plain(world, 2).text});`,
      `own.cells.set(view);`,
      `owns[a & 1].cells.set(own.cells.subarray(1), 1);`,
      `owns[b & 1].n = ${cut(world)};`,
      `values[u8(a) % 3] = ${cut(world)};`,
      "let sum = values[0];",
      "for (const each of owns) {",
      "sum = i32(sum * 3 + each.n + each.cells[1]);",
      "}",
      'console.log("own", sum, values[1], values[2], view.indexOf(own.cells[1]));',
      "return sum;",
      "}",
    ],
    12,
  );
}

function takenApart(world: World): string[] {
  return shown(world, (show) => [
    `interface Span${show} {`,
    "readonly from: i32;",
    "readonly to: i32;",
    "readonly isOpen: boolean;",
    "}",
    `function span${show}(from: i32, to: i32): Span${show} {`,
    `const isOpen = from < to;`,
    "return { from, to, isOpen };",
    "}",
    `function ${show}(a: i32, b: i32): i32 {`,
    `const { from, to: end, isOpen } = span${show}(b, ${cut(world)});`,
    'console.log("span", from, end, isOpen);',
    "return isOpen ? from : end;",
    "}",
  ]);
}

/** Tables that a function takes. */
function tables(world: World): string[] {
  const name = world.name("TABLE").toUpperCase();
  const values = (random: Random): string =>
    Array.from({ length: 1 + random.below(6) }, () => String(random.below(65536))).join(", ");
  return shown(
    world,
    (show) => [
      `const ${name}: readonly u16[] = [${values(world.random)}];`,
      `const more${name}: readonly u16[] = [${values(world.random)}];`,
      `function sum${show}(table: readonly u16[], at: i32): i32 {`,
      "let sum: i32 = table.length & 255;",
      "for (const each of table) {",
      "sum = i32(sum + each);",
      "}",
      "return i32(sum + (table[at] ?? -1));",
      "}",
      `function ${show}(a: i32, b: i32): i32 {`,
      `return i32(sum${show}(${name}, a) - sum${show}(a > b ? ${name} : more${name}, b));`,
      "}",
    ],
    30,
  );
}
