/** A whole random program: declarations, functions, and \`run\`, which prints everything that it computes. */
import { Random } from "../random.ts";
import {
  declareClass,
  declareConstant,
  declareFunction,
  declarePlace,
  declareRecord,
  declareUnion,
  localPlaces,
} from "./declarations.ts";
import { choosers, declareEnum, declareMaybe, declareTagged } from "./declare-choices.ts";
import { declareFeatures } from "./features/features.ts";
import { I32, TEXT, U8, type Callable, type Parameter, type Type } from "./model.ts";
import { statements } from "./statements.ts";
import { World, type Path } from "./world.ts";

const IMPORT = `import { array, assert, constant, i16, i32, i8, u16, u32, u8, utf8, Writer, type Bytes, type FixedArray, type f64, type int, type range } from "ts2c";`;

/** The program of a seed; a brief one has about a quarter of the length. */
export function generate(seed: number, isBrief = false): string {
  const world = new World(new Random(seed), isBrief);
  const { random } = world;
  const times = (most: number, make: (world: World) => string[]): string[] =>
    Array.from({ length: random.below(isBrief ? 2 : most + 1) }).flatMap(() => make(world));
  const lines = [
    IMPORT,
    ...(random.chance(30) ? importShared(world) : []),
    ...(random.chance(20) ? importDriver(world) : []),
    ...times(2, declareUnion),
    ...times(1, declareEnum),
    ...times(2, declareRecord),
    ...times(1, declareTagged),
    ...times(1, declareRecord),
    ...times(2, declareMaybe),
    ...times(1, declareTagged),
    ...times(4, declareConstant),
    ...times(2, declarePlace),
    ...times(2, declareClass),
    ...times(3, declarePlace),
    ...times(1, declareClass),
    ...times(2, declarePlace),
    ...declareFeatures(world),
    ...choosers(world),
    ...times(4, declareFunction),
    ...runFunction(world),
    ...(random.chance(20) ? topLevel(world) : []),
  ];
  return `${indented(lines)}\n`;
}

function importShared(world: World): string[] {
  const { scope } = world;
  const motion: Type = { kind: "union", name: "Motion", members: ["still", "slow", "fast"] };
  const point: Type = {
    kind: "record",
    name: "Point",
    fields: [
      { name: "x", type: I32 },
      { name: "y", type: I32 },
    ],
  };
  world.unions.push(motion);
  world.records.push(point);
  const declare = (name: string, type: Type): void => {
    scope.declare({ name, type, isMutable: false, length: undefined, isNullable: false });
  };
  declare("LIMIT", { ...U8, name: "int", min: 37, max: 37 });
  declare("FAR", { ...U8, name: "int", min: 4294967295, max: 4294967295 });
  declare("NAME", TEXT);
  declare("ORIGIN", point);
  declare("PRIMES", { kind: "fixed", name: "readonly u8[]", element: U8, length: 8 });
  declare("POINTS", { kind: "fixed", name: "readonly Point[]", element: point, length: 2 });
  const shared = (name: string, type: Type, returns: Type): Callable => ({
    name,
    parameters: [{ name: "given", type, isNullable: false }],
    returns,
    returnsNull: false,
    cost: 1,
  });
  world.functions.push(shared("sumOf", point, I32), shared("motionOf", U8, motion));
  world.classes.push({
    kind: "class",
    name: "Meter",
    fields: [{ name: "total", type: I32, isMutable: true, length: undefined, isNullable: false }],
    methods: [{ ...shared("move", motion, motion), returns: undefined }],
    takes: [U8],
  });
  const names = "FAR, LIMIT, Meter, NAME, ORIGIN, POINTS, PRIMES, motionOf, sumOf, type Motion, type Point";
  return [`import { ${names} } from "./shared.ts";`];
}

function importDriver(world: World): string[] {
  const bytes: Type = { kind: "view", name: "Bytes", element: U8 };
  world.functions.push(
    {
      name: "probe.sample",
      parameters: [{ name: "channel", type: U8, isNullable: false }],
      returns: I32,
      returnsNull: false,
      cost: 1,
    },
    {
      name: "probe.send",
      parameters: [{ name: "bytes", type: bytes, isNullable: false }],
      returns: undefined,
      returnsNull: false,
      cost: 20,
    },
  );
  return ['import * as probe from "#platform/probe";'];
}

/** At least 20 statements, then everything that is there. */
function runFunction(world: World): string[] {
  world.cost = 0;
  const depth = world.isBrief ? 1 : 3;
  const block = { depth, inLoop: false, inSwitch: false, returns: undefined, returnsNull: false };
  const everything = world.paths(() => true);
  const count = 20 + (world.isBrief ? 0 : world.random.below(10));
  const body = world.scope.within(() => [...localPlaces(world), ...statements(world, block, count)]);
  return ["export function run(): void {", ...body, ...everything.flatMap((path, index) => shown(path, index)), "}"];
}

/** Code that runs when the module does. */
function topLevel(world: World): string[] {
  const some = world.functions.filter((each) => each.returns !== undefined && each.parameters.every(isInt));
  const calls = some.map(({ name, parameters }) => `${name}(${parameters.map(() => "1").join(", ")})`);
  const numbers = calls.filter((_, index) => some[index].returns!.kind === "int");
  return ['console.log("top");', ...numbers.map((call) => `console.log("called", ${call});`)];
}

function isInt({ type }: Parameter): boolean {
  return type.kind === "int" && type.min <= 1 && type.max >= 1;
}

/** Prints what a path leads to; of a choice, which one it is and what is in it. */
function shown({ text, type }: Path, index: number): string[] {
  const name = `each${String(index)}`;
  switch (type.kind) {
    case "view":
    case "fixed":
      return type.kind === "fixed" && type.element.kind === "class"
        ? []
        : [
            `for (const ${name} of ${text}) {`,
            ...shownValue(name, type.kind === "fixed" ? type.element : U8, text),
            "}",
          ];
    case "class":
      return [];
    case "tagged":
    case "maybe":
      return [`const ${name} = ${text};`, ...shownValue(name, type, text)];
    default:
      return shownValue(text, type, text);
  }
}

/** `name` is a path that nothing changes meanwhile. */
function shownValue(name: string, type: Type, label: string): string[] {
  const quoted = JSON.stringify(label);
  switch (type.kind) {
    case "record":
      return type.fields.flatMap((field) => shownValue(`${name}.${field.name}`, field.type, label));
    case "maybe":
      return [
        `if (${name} === null) {`,
        `console.log(${quoted}, "is null");`,
        "} else {",
        ...shownValue(name, type.of, label),
        "}",
      ];
    case "tagged":
      return [
        `switch (${name}.kind) {`,
        ...type.variants.flatMap((variant) => [
          `case ${JSON.stringify(variant.tag)}:`,
          `console.log(${quoted}, ${name}.kind);`,
          ...shownValue(name, { ...variant, kind: "record" }, label),
          "break;",
        ]),
        "}",
      ];
    default:
      return [`console.log(${quoted}, ${name});`];
  }
}

function indented(lines: readonly string[]): string {
  let depth = 0;
  return lines
    .map((line) => {
      depth -= line.startsWith("}") ? 1 : 0;
      const shifted = `${"  ".repeat(Math.max(0, depth))}${line}`;
      depth += line.endsWith("{") ? 1 : 0;
      return shifted;
    })
    .join("\n");
}
