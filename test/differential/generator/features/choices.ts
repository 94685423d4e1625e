/** Values that are one of several: enums, constant objects, tagged unions, values that may be null. */
import { plain } from "../integers.ts";
import { condition } from "../values.ts";
import type { World } from "../world.ts";
import { cut, shown } from "./showing.ts";

export function enumeration(world: World): string[] {
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

export function constants(world: World): string[] {
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

export function tagged(world: World): string[] {
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

export function nullableValues(world: World): string[] {
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

export function nullableList(world: World): string[] {
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
