/** Patterns near the edge of what is known of enums, unions, variants, values that may be null, and choices between kinds. */
import { type Setting, array, between, guard } from "./edge-parts.ts";

/** What a program needs beside its class, for the fields that these patterns test and store to. */
export const CHOICES = [
  "enum Gear {",
  "  low = 1,",
  "  high = 6,",
  "}",
  "enum Wide {",
  "  under = -3,",
  "  far = 70000,",
  "}",
  'type Mode = "off" | "slow" | "fast";',
  'type Other = "fast" | "off" | "slow";',
  'type Some = "off" | "slow";',
  "interface Dot {",
  '  readonly kind: "dot";',
  "  readonly v: u8;",
  "  readonly w: int;",
  "}",
  "interface Line {",
  '  readonly kind: "line";',
  "  readonly w: u8;",
  "  readonly v: int;",
  "}",
  "interface None {",
  '  readonly kind: "none";',
  "}",
  "type Shape = Dot | Line | None;",
  "class Kept {",
  "  gear: Gear = Gear.low;",
  "  wide: Wide = Wide.far;",
  '  mode: Mode = "off";',
  '  other: Other = "fast";',
  '  shape: Shape = { kind: "dot", v: 3, w: 300 };',
  "  maybe: u8 | null = 4;",
  "  far: int | null = null;",
  "  real: f64 = 0.5;",
  "  readonly gears: FixedArray<Gear, 3> = array(3, Gear.high);",
  "  readonly maybes: FixedArray<u8 | null, 3> = array(3, null);",
  "}",
  "const kept = new Kept();",
  "const spare = new Kept();",
  "function change(k: Kept): u8 {",
  "  k.gear = k.gear === Gear.low ? Gear.high : Gear.low;",
  '  k.mode = k.mode === "off" ? "fast" : "off";',
  '  k.shape = k.shape.kind === "dot" ? { kind: "line", v: -9000, w: 200 } : { kind: "dot", v: 250, w: 5 };',
  "  k.maybe = k.maybe === null ? 200 : null;",
  "  k.far = k.far === null ? 9000000000 : null;",
  "  return 2;",
  "}",
  "function modeOf(n: int): Mode {",
  '  return n > 3 ? "off" : n > 1 ? "slow" : "fast";',
  "}",
  "function shown(mode: Mode): u8 {",
  "  switch (mode) {",
  '    case "off":',
  "      return 1;",
  '    case "slow":',
  "      return 2;",
  '    case "fast":',
  "      return 3;",
  "  }",
  "}",
  "function wideOf(n: int): Wide {",
  "  return n > 1 ? Wide.far : Wide.under;",
  "}",
];

/** `k` is `kept` or `spare`; `l` is one of both, too. */
const HEAD = ["const k = i > 1 ? kept : spare;", "const l = n > 1 ? kept : spare;"];

/** What may stand between a test of a choice and what it is good for. */
function meanwhile(setting: Setting): string[] {
  return setting.random.weighted<string[]>([
    [20, between(setting)],
    [2, ["change(k);"]],
    [2, ["change(l);"]],
    [1, ["l.gear = Gear.high;"]],
    [1, ["k.gear = l.gear;"]],
    [1, ['l.shape = { kind: "line", v: 70000, w: 9 };']],
    [1, ["k.shape = l.shape;"]],
    [1, ["l.maybe = null;"]],
    [1, ["k.maybe = l.maybe;"]],
    [1, ["l.far = -5;"]],
    [1, ["if (n > 0) {", "  change(l);", "}"]],
    [1, ["for (let turn = 0; turn < 2; turn++) {", "  change(l);", "}"]],
  ]);
}

export function choices(setting: Setting): string[] {
  const { random } = setting;
  const test = random.pick([choiceOfGear, choiceOfMode, choiceOfShape, choiceOfMaybe, mixed, mixed, stored]);
  return [...HEAD, ...test(setting)];
}

function choiceOfGear(setting: Setting): string[] {
  const { random } = setting;
  const where = random.pick(["k.gear", "l.gear", "k.gears[n & 1]", "gear"]);
  const items = array(setting);
  const uses = random.pick([`${items}[${where}] ?? ${where}`, `${items}[${where}]`, `${where} + 1`, `100 % ${where}`]);
  const local = where === "gear" ? [`let gear = ${random.pick(["k.gear", "l.gears[0]"])};`] : [];
  const member = random.pick(["low", "high"]);
  return random.chance(40)
    ? [
        ...local,
        `switch (${where}) {`,
        `  case Gear.${member}:`,
        `    return ${uses};`,
        "  default:",
        `    return 100 % ${where};`,
        "}",
      ]
    : [
        ...local,
        ...guard(setting, `${where} === Gear.${member}`, `${where} !== Gear.${member}`, [
          ...meanwhile(setting),
          `return ${uses};`,
        ]),
      ];
}

function choiceOfMode(setting: Setting): string[] {
  const { random } = setting;
  const where = random.pick(["k.mode", "l.mode", "mode", "k.other"]);
  const local = where === "mode" ? ["let mode = modeOf(n);"] : [];
  const use = random.pick([
    `console.log("mode", shown(${where}));`,
    `k.mode = ${where};`,
    `k.other = ${where};`,
    `const part: Some = ${where};`,
    `console.log("same", ${where} === l.mode);`,
  ]);
  return [...local, ...guard(setting, `${where} !== "fast"`, `${where} === "fast"`, [...meanwhile(setting), use])];
}

function choiceOfShape(setting: Setting): string[] {
  const { random } = setting;
  const where = random.pick(["k.shape", "shape", "l.shape"]);
  const local = where === "shape" ? [`${random.pick(["let", "const"])} shape = k.shape;`] : [];
  const kind = random.pick(["dot", "line", "none"]);
  const items = array(setting);
  const uses = random.pick([
    `return ${where}.v;`,
    `return ${where}.w;`,
    `const small: u8 = ${where}.v;`,
    `return ${items}[${where}.w] ?? ${where}.v;`,
    `k.shape = ${where};`,
    `return ${where}.w < 9 ? ${items}[${where}.w] ?? 3 : 5;`,
  ]);
  if (random.chance(40)) {
    const then = [...meanwhile(setting), uses].map((line) => `      ${line}`);
    return [
      ...local,
      `switch (${where}.kind) {`,
      `    case "${kind}": {`,
      ...then,
      "      break;",
      "    }",
      "    default:",
      "      break;",
      "}",
    ];
  }
  const contrary = random.pick([`${where}.kind !== "${kind}"`, `${where}.kind === "none" || ${where}.kind === "dot"`]);
  return [...local, ...guard(setting, `${where}.kind === "${kind}"`, contrary, [...meanwhile(setting), uses])];
}

function choiceOfMaybe(setting: Setting): string[] {
  const { random } = setting;
  const where = random.pick(["k.maybe", "l.maybe", "k.far", "maybe", "k.maybes[n & 1]"]);
  const local = where === "maybe" ? [`let maybe = ${random.pick(["k.maybe", "k.far", "l.maybes[1]"])};`] : [];
  const use = random.pick([
    `return ${where};`,
    `return ${where} + 1;`,
    `const small: u8 = ${where};`,
    `k.maybe = ${where};`,
    `k.far = ${where};`,
    `return data[${where}] ?? ${where};`,
  ]);
  const inside = [...meanwhile(setting), use];
  return [...local, ...guard(setting, `${where} !== null`, `${where} === null`, inside)];
}

/** What is one of two kinds: an enum or an integer, one union or another, a value or null. */
const MIXED = [
  ["Gear", "k.gear", "Gear.low", "k.gears[i]", "i"],
  ["int", "k.gear", "i", "k.gears[n]", "k.wide", "table[i]"],
  ["Wide", "k.wide", "wideOf(n)", "Wide.under", "k.gear"],
  ["u8", "k.gear", "s.n", "table[n]", "k.gears[i]", "fixed[n]"],
  ["Mode", "k.mode", "l.other", '"off"', '"fast"', "modeOf(n)"],
  ["Other", "k.other", "l.mode", '"slow"', "modeOf(i)"],
  ["Some", "k.mode", '"off"', '"slow"'],
  ["u8 | null", "k.maybe", "null", "s.n", "k.maybes[i]", "k.far", "k.gear"],
  ["int | null", "k.far", "null", "i", "k.maybe", "k.maybes[n]", "k.gear"],
  ["f64", "k.real", "i", "k.gear", "0.5", "s.at"],
  ["Shape", "k.shape", '{ kind: "none" }', '{ kind: "line", v: i, w: s.n }'],
] as const;

function mixed(setting: Setting): string[] {
  const { random } = setting;
  const [type, ...sides] = random.pick(MIXED);
  const [a, b, c] = [random.pick(sides), random.pick(sides), random.pick(sides)];
  const given = random.pick([
    `n > 1 ? ${a} : ${b}`,
    `n > 1 ? ${a} : i > 2 ? ${b} : ${c}`,
    `${a} ?? ${b}`,
    `(${a} ?? ${b}) ?? ${c}`,
    `i > 0 ? (${a} ?? ${b}) : ${c}`,
  ]);
  const isAnnotated = random.chance(75);
  const lines = [`${random.pick(["let", "const"])} one${isAnnotated ? `: ${type}` : ""} = ${given};`];
  return [...lines, ...show(type, "one")];
}

/** Prints what is in a variable of the type. */
function show(type: string, name: string): string[] {
  if (type.endsWith("null")) {
    return [
      `if (${name} === null) {`,
      '  console.log("null");',
      "} else {",
      `  console.log("one", ${name}, ${name} + 1);`,
      "}",
    ];
  }
  return type === "Shape" ? [`console.log("one", ${name}.kind);`] : [`console.log("one", ${name});`];
}

/** A choice is stored to a field, and what is known of the field is used. */
function stored(setting: Setting): string[] {
  const { random } = setting;
  const [type, ...sides] = random.pick(MIXED);
  const fields: Readonly<Record<string, string>> = { Gear: "gear", Wide: "wide", Mode: "mode", Other: "other" };
  const rest: Readonly<Record<string, string>> = {
    "u8 | null": "maybe",
    "int | null": "far",
    f64: "real",
    Shape: "shape",
  };
  const field = `${random.pick(["k", "l"])}.${fields[type] ?? rest[type] ?? "gear"}`;
  const given = random.pick([random.pick(sides), `n > 1 ? ${random.pick(sides)} : ${random.pick(sides)}`]);
  const copy = field.endsWith("maybe") || field.endsWith("far") ? `const one = ${field};` : `let one = ${field};`;
  const shownType =
    field.endsWith("maybe") || field.endsWith("far") ? "int | null" : field.endsWith("shape") ? "Shape" : "int";
  return [`${field} = ${given};`, ...meanwhile(setting), copy, ...show(shownType, "one")];
}
