/** Random declarations: unions, records, classes, module constants and functions. */
import { literalIn } from "./integers.ts";
import {
  BOOL,
  BYTES,
  FLOAT,
  WRITER,
  TEXT,
  VIEWS,
  listName,
  someInt,
  type Callable,
  type ClassType,
  type Field,
  type Parameter,
  type RecordType,
  type Type,
  type UnionType,
} from "./model.ts";
import { returned, someType, statements } from "./statements.ts";
import { value } from "./values.ts";
import { MOST_COST, type World } from "./world.ts";

const WORDS = ["red", "green", "dark-blue", "not red", "x25", "", "caf\u00e9", "50%", "Light"];

export function declareUnion(world: World): string[] {
  const name = capital(world.name("union"));
  const members = WORDS.filter(() => world.random.chance(45));
  const type: UnionType = { kind: "union", name, members: members.length < 2 ? ["on", "off"] : members };
  world.unions.push(type);
  return [`type ${name} = ${type.members.map((member) => JSON.stringify(member)).join(" | ")};`];
}

export function capital(name: string): string {
  return name[0].toUpperCase() + name.slice(1);
}

export function declareRecord(world: World): string[] {
  const { random } = world;
  const name = capital(world.name("record"));
  const fields = Array.from({ length: 1 + random.below(4) }, () => ({ name: world.name("f"), type: someType(world) }));
  const type: RecordType = { kind: "record", name, fields };
  world.records.push(type);
  const lines = fields.map((field) => `readonly ${field.name}: ${field.type.name};`);
  return random.chance(50) ? [`interface ${name} {`, ...lines, "}"] : [`type ${name} = {`, ...lines, "};"];
}

/** Module constants of which the value is computed while transpiling. */
export function declareConstant(world: World): string[] {
  const { random } = world;
  const name = random.chance(50) ? world.name("C").toUpperCase() : world.name("c");
  const word = random.chance(20) ? "export const" : "const";
  const declare = (type: Type, length?: number): void => {
    world.scope.declare({ name, type, isMutable: false, length, isNullable: false });
  };
  const table = (element: Type): string => {
    const length = 1 + random.below(9);
    declare({ kind: "fixed", name: listName(element), element, length });
    const elements = Array.from({ length }, () => constantValue(world, element));
    return `${word} ${name}: ${listName(element)} = [${elements.join(", ")}];`;
  };
  const choices = [...world.unions, ...world.enums, ...world.tagged, ...world.maybes];
  switch (random.below(6)) {
    case 0: {
      const { text, min, max } = literalIn(world, someInt(random));
      declare({ kind: "int", name: "int", min, max });
      return [`${word} ${name}: int = ${text.replace(/^\(|\)$/g, "")};`];
    }
    case 1:
      return [table(someInt(random))];
    case 2:
      return [table(random.pick([BOOL, TEXT, FLOAT, ...choices, ...world.records]))];
    case 3: {
      const type = random.pick([TEXT, BOOL, FLOAT, ...world.records]);
      const given = constantValue(world, type);
      declare(type);
      return [`${word} ${name}: ${type.name} = ${given};`];
    }
    case 4: {
      const length = 1 + random.below(8);
      declare(BYTES, length);
      const elements = Array.from({ length }, () => String(random.below(256)));
      return [`${word} ${name}: Bytes = constant(() => Uint8Array.from([${elements.join(", ")}]));`];
    }
    default:
      declare(TEXT);
      return [`${word} ${name}: string = constant(() => ["a", "b"].map((each) => each + "\\u00e9").join("-"));`];
  }
}

/** A value that needs nothing but literals. */
export function constantValue(world: World, type: Type): string {
  if (type.kind === "int") {
    return literalIn(world, type).text.replace(/^\((.*)\)$/, "$1");
  }
  if (type.kind === "bool") {
    return String(world.random.chance(50));
  }
  return world.bare(() => value(world, type, 0));
}

/** `new Int16Array(8)`, `array(5, 0)`, `array(3, () => new C(…))`, `new C(…)` as a module constant. */
export function declarePlace(world: World): string[] {
  const { random } = world;
  const name = world.name("g");
  const declare = (type: Type, length?: number): void => {
    world.scope.declare({ name, type, isMutable: false, length, isNullable: false });
  };
  if (world.classes.length > 0 && random.chance(45)) {
    const type = random.pick(world.classes);
    const made = creationOf(world, type);
    if (random.chance(70)) {
      declare(type);
      return [`const ${name} = ${made};`];
    }
    const length = 1 + random.below(4);
    const fixed = `FixedArray<${type.name}, ${String(length)}>`;
    declare({ kind: "fixed", name: fixed, element: type, length });
    return [`const ${name}: ${fixed} = array(${String(length)}, () => ${made});`];
  }
  if (random.chance(60)) {
    const type = random.pick(VIEWS);
    const length = 1 + random.below(16);
    declare(type, length);
    return [`const ${name} = new ${type.name}(${String(length)});`];
  }
  const { type, text } = fixedArray(world);
  declare(type);
  return [`const ${name}: ${type.name} = ${text};`];
}

function fixedArray(world: World): { type: Type; text: string } {
  const element = someType(world);
  const length = 1 + world.random.below(8);
  const type: Type = { kind: "fixed", name: `FixedArray<${element.name}, ${String(length)}>`, element, length };
  const first =
    world.random.chance(40) && element.kind === "int" && element.min <= 0 ? "0" : constantValue(world, element);
  return { type, text: `array(${String(length)}, ${first})` };
}

function creationOf(world: World, type: ClassType): string {
  return `new ${type.name}(${type.takes.map((each) => (each.kind === "view" ? value(world, each, 0) : constantValue(world, each))).join(", ")})`;
}

/** A class with fields of all kinds, a constructor perhaps, and methods. */
export function declareClass(world: World): string[] {
  const { random } = world;
  const name = capital(world.name("class"));
  const [lines, fields, takes, sets]: [string[], Field[], Type[], string[]] = [[], [], [], []];
  const add = (type: Type, isMutable: boolean, text: string, length?: number): void => {
    const field: Field = { name: world.name("f"), type, isMutable, length, isNullable: false };
    fields.push(field);
    const word = isMutable ? "" : "readonly ";
    lines.push(`${random.chance(20) ? "public " : ""}${word}${field.name}: ${type.name}${text}`);
  };
  for (let count = 1 + random.below(4); count > 0; count--) {
    const type = someType(world);
    if (random.chance(20)) {
      add(type, random.chance(70), ";");
      sets.push(`this.${fields.at(-1)!.name} = p${String(takes.length)};`);
      takes.push(type);
    } else {
      add(type, random.chance(85), ` = ${constantValue(world, type)};`);
    }
  }
  if (random.chance(50)) {
    const [view, length] = [random.pick(VIEWS), 1 + random.below(12)];
    add(view, false, ` = new ${view.name}(${String(length)});`, length);
  }
  if (random.chance(35)) {
    const { type, text } = fixedArray(world);
    add(type, false, ` = ${text};`);
  }
  const simple = world.classes.filter((each) => each.takes.length === 0);
  if (simple.length > 0 && random.chance(40)) {
    const type = random.pick(simple);
    add(type, false, ` = new ${type.name}();`);
  }
  if (
    world.variables((each) => each.type.kind === "view" && each.type.name === "Uint8Array").length > 0 &&
    random.chance(25)
  ) {
    add(VIEWS[0], false, ";");
    sets.push(`this.${fields.at(-1)!.name} = p${String(takes.length)};`);
    takes.push(VIEWS[0]);
  }
  const parameters = takes.map((type, index) => `p${String(index)}: ${type.name}`).join(", ");
  const made = sets.length > 0 ? [`constructor(${parameters}) {`, ...sets, "}"] : [];
  const type: ClassType = { kind: "class", name, fields, methods: [], takes };
  const methods = Array.from({ length: random.below(3) }).flatMap(() => declareMethod(world, type));
  world.classes.push(type);
  return [`${random.chance(20) ? "export " : ""}class ${name} {`, ...lines, ...made, ...methods, "}"];
}

function declareMethod(world: World, owner: ClassType): string[] {
  world.self = owner;
  const { made, lines } = callable(world, world.random.pick(["", "public ", ""]), 2);
  world.self = undefined;
  owner.methods.push(made);
  return lines;
}

export function declareFunction(world: World): string[] {
  const word = world.random.chance(15) ? "export function " : "function ";
  const { made, lines } = callable(world, word, 2 + world.random.below(4));
  world.functions.push(made);
  return world.random.chance(20) ? ["/** Does\n * what it does. */", ...lines] : lines;
}

function callable(world: World, front: string, count: number): { made: Callable; lines: string[] } {
  const { random } = world;
  const name = world.name("do");
  const parameters = Array.from({ length: random.below(4) }, () => parameter(world));
  const places = world.classes.filter((type) => world.paths((each) => each === type).length > 0);
  const returnsPlace = places.length > 0 && random.chance(15);
  const returns = random.chance(20) ? undefined : returnsPlace ? random.pick(places) : resultType(world);
  const returnsNull = returnsPlace && returns !== undefined && random.chance(40);
  const made: Callable = { name, parameters, returns, returnsNull, cost: 0 };
  const lines = world.scope.within(() => {
    for (const { name: own, type, isNullable } of parameters) {
      const isMutable = type.kind === "int" && random.chance(50);
      world.scope.declare({ name: own, type, isMutable, length: undefined, isNullable });
    }
    world.cost = 0;
    const block = { depth: world.isBrief ? 1 : 2, inLoop: false, inSwitch: false, returns, returnsNull };
    const own = returnsPlace ? [] : localPlaces(world);
    const body = [...own, ...statements(world, block, count), ...(returns === undefined ? [] : returned(world, block))];
    return body;
  });
  made.cost = Math.min(world.cost + 1, MOST_COST);
  const given = parameters.map((each) => `${each.name}: ${each.type.name}${each.isNullable ? " | null" : ""}`);
  const result = returns === undefined ? "void" : `${returns.name}${returnsNull ? " | null" : ""}`;
  return { made, lines: [`${front}${name}(${given.join(", ")}): ${result} {`, ...lines, "}"] };
}

/** Memory of the function's own, of which the first elements are computed. */
export function localPlaces(world: World): string[] {
  const { random } = world;
  return Array.from({ length: random.chance(30) ? 1 + random.below(2) : 0 }).flatMap(() => {
    const name = world.name("l");
    const declare = (type: Type, length?: number): void => {
      world.scope.declare({ name, type, isMutable: false, length, isNullable: false });
    };
    if (random.chance(25)) {
      const length = 1 + random.below(12);
      declare(VIEWS[0], length);
      const writer = world.name("w");
      world.scope.declare({ name: writer, type: WRITER, isMutable: false, length: undefined, isNullable: false });
      return [`const ${name} = new Uint8Array(${String(length)});`, `const ${writer} = new Writer(${name});`];
    }
    const element = someType(world);
    const length = 1 + random.below(5);
    const type: Type = { kind: "fixed", name: `FixedArray<${element.name}, ${String(length)}>`, element, length };
    const first = value(world, element, 2);
    declare(type);
    return [`const ${name}: ${type.name} = array(${String(length)}, ${first});`];
  });
}

function parameter(world: World): Parameter {
  const { random } = world;
  const name = world.name("p");
  const hasView = (type: Type): boolean =>
    world.paths((each) => each.name === type.name && each.kind === "view").length > 0;
  const classes = world.classes.filter((type) => world.paths((each) => each === type).length > 0);
  if (classes.length > 0 && random.chance(25)) {
    return { name, type: random.pick(classes), isNullable: random.chance(40) };
  }
  if (random.chance(25)) {
    const views = [BYTES, ...VIEWS.filter(hasView)];
    return { name, type: random.pick(views), isNullable: false };
  }
  return { name, type: someType(world), isNullable: false };
}

function resultType(world: World): Type {
  return world.random.chance(50) ? someInt(world.random) : someType(world);
}
