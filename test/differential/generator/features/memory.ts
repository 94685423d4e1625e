/** Memory of a function, and what it holds: a writer, tables, records taken apart. */
import type { Random } from "../../random.ts";
import { plain } from "../integers.ts";
import { I32, U8, type IntType } from "../model.ts";
import type { World } from "../world.ts";
import { cut, shown } from "./showing.ts";

export function writer(world: World): string[] {
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

export function ownMemory(world: World): string[] {
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

export function takenApart(world: World): string[] {
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

export function tables(world: World): string[] {
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
