/** Numbers with fractions: a function that computes with them and prints what comes out, to the last digit. */
import { plain } from "../integers.ts";
import { inScope, register } from "./showing.ts";
import { I32 } from "../model.ts";
import type { World } from "../world.ts";

const VALUES = ["0.1", "0.5", "2.5", "1e-7", "1e21", "123456789.125", "4294967296.5", "1e308", "5e-324", "3"];

/** `f64` in a record-free function, its conversions to integers, and what `Math` does with it. */
export function floats(world: World): string[] {
  const { random } = world;
  const show = world.name("show");
  const given = [
    ["a", I32],
    ["b", I32],
  ] as const;
  const lines = inScope(world, given, () => [
    `const TABLE${show}: readonly f64[] = [${Array.from({ length: 4 }, () => random.pick(VALUES)).join(", ")}];`,
    `function ${show}(a: i32, b: i32): i32 {`,
    "let x: f64 = a;",
    `const y: f64 = ${real(world, 2)};`,
    ...Array.from({ length: 1 + random.below(4) }, () => step(world)),
    `for (const each of TABLE${show}) {`,
    `x = ${random.pick(["x + each", "x * each", "each - x", "x / 2 + each", "x % each"])};`,
    "}",
    `console.log("real", x, y, ${real(world, 3)}, x < y, x === y);`,
    `return ${random.pick(["i32(x)", "i32(u32(x))", "i32(y)", "u8(x)", "x > y ? a : b"])};`,
    "}",
  ]);
  register(world, show, 12);
  return lines;
}

function step(world: World): string {
  const operator = world.random.pick(["=", "+=", "-=", "*=", "/=", "="]);
  return `x ${operator} ${real(world, 2)};`;
}

function real(world: World, depth: number): string {
  const { random } = world;
  if (depth <= 0) {
    return random.pick(["x", "x", "0.5", random.pick(VALUES)]);
  }
  const inner = (): string => real(world, depth - 1);
  return random.pick([
    () => `(${inner()} ${random.pick(["+", "-", "*", "/", "%"])} ${inner()})`,
    () => `((${inner()} + 0.5) * ${plain(world, 1).text})`,
    () => `Math.${random.pick(["floor", "ceil", "trunc", "abs", "sqrt"])}(${inner()} + 0.5)`,
    () => `Math.${random.pick(["min", "max"])}(${inner()}, ${inner()})`,
    () => `(${inner()} < ${inner()} ? ${inner()} : ${inner()})`,
    () => `(-${inner()})`,
    inner,
  ])();
}
