/** Functions as values and for several types. */
import { plain } from "../integers.ts";
import { condition } from "../values.ts";
import type { World } from "../world.ts";
import { cut, shown } from "./showing.ts";

export function functionValues(world: World): string[] {
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

export function generics(world: World): string[] {
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
