/**
 * Programs near the edge of what ts2c can prove: a guard that is off by one, in the wrong place or not there, and something
 * between the guard and what it should guard. ts2c may refuse each of them; what it accepts has to do the same in C.
 */
import { Random } from "../random.ts";
import { type Pattern } from "./edge-parts.ts";
import {
  guardedIndex,
  guardedCursor,
  guardedSet,
  countedLoop,
  backwardLoop,
  shrinkingView,
  ring,
  search,
} from "./edge-bounds.ts";
import { CHOICES, choices } from "./edge-choices.ts";
import { SLIPS } from "./edge-slips.ts";
import { accumulation, narrowing, divisor, sign, nothing, limits, exactness, memory, records } from "./edge-values.ts";

const TYPES = [
  ["u8", 0, 255],
  ["i8", -128, 127],
  ["range<0, 20>", 0, 20],
  ["range<-2, 9>", -2, 9],
  ["u32", 0, 4294967295],
  ["i32", -2147483648, 2147483647],
  ["int", -9007199254740991, 9007199254740991],
] as const;

const PATTERNS: readonly (readonly [number, Pattern])[] = [
  [10, guardedIndex],
  [6, guardedCursor],
  [5, guardedSet],
  [5, countedLoop],
  [3, backwardLoop],
  [3, shrinkingView],
  [3, accumulation],
  [4, narrowing],
  [3, divisor],
  [3, sign],
  [3, nothing],
  [3, ring],
  [3, limits],
  [3, search],
  [2, exactness],
  [2, memory],
  [2, records],
  [22, choices],
];

/** Every so many programs, one shows a slip: wrong, or as it should be written. */
const SLIPS_EVERY = 3;

/** The slip of a seed: all of them in turn, then all of them written as they should be. */
function slipOf(seed: number): { readonly top?: readonly string[]; readonly inside: readonly string[] } | undefined {
  if (seed % SLIPS_EVERY !== 0) {
    return undefined;
  }
  const all = Object.values(SLIPS);
  const turn = seed / SLIPS_EVERY;
  const { wrong, right } = all[turn % all.length];
  return Math.floor(turn / all.length) % 2 === 0 ? wrong : right;
}

/** The program of a seed. */
export function generateEdge(seed: number): string {
  const random = new Random(seed);
  const [type, min, max] = random.pick(TYPES);
  const length = 1 + random.below(9);
  const near = [
    min,
    min + 1,
    -1,
    0,
    1,
    length - 1,
    length,
    length + 1,
    2 * length,
    max - 1,
    max,
    random.between(min, max),
  ];
  const inputs = [...new Set(near.filter((value) => value >= min && value <= max))];
  const slip = slipOf(seed);
  const body = slip?.inside ?? random.weighted(PATTERNS)({ random, type, inputs, length });
  const other = inputs.filter(() => random.chance(40));
  const calls = inputs.flatMap((i) => [...other, 0].map((n) => call(i, n)));
  return [
    'import { array, assert, constant, i32, u8, u32, utf8, type Bytes, type f64, type FixedArray, type i8, type int, type range } from "ts2c";',
    "interface Span {",
    "  readonly from: u8;",
    "  readonly to: u8;",
    "}",
    "class S {",
    "  at: int = 0;",
    "  n: u8 = 0;",
    "  span: Span = { from: 0, to: 0 };",
    `  readonly buf = new Uint8Array(${String(length)});`,
    "  bump(): u8 {",
    "    this.at = this.at < 1000 ? this.at + 1 : 0;",
    "    this.n = u8(this.n + 1);",
    "    return this.n;",
    "  }",
    "}",
    "const one = new S();",
    "const two = new S();",
    `const data = new Uint8Array(${String(length)});`,
    `const small = new Uint8Array(${String(Math.max(1, length - random.below(3)))});`,
    `const table: readonly u8[] = [${Array.from({ length }, (_, index) => String(index * 3 + 1)).join(", ")}];`,
    `const fixed: FixedArray<u8, ${String(length)}> = array(${String(length)}, 7);`,
    "function pick(n: u8): S | null {",
    "  return n > 3 ? one : n > 1 ? two : null;",
    "}",
    "function touch(s: S): u8 {",
    "  s.at = 255;",
    "  s.n = 255;",
    "  return 1;",
    "}",
    ...CHOICES,
    ...(slip?.top ?? []),
    `function edge(i: ${type}, n: ${type}, s: S, t: S, b: Uint8Array, c: Uint8Array): int {`,
    ...body.map((line) => `  ${line}`),
    "  return 0;",
    "}",
    "export function run(): void {",
    "  for (const byte of table) {",
    "    data.fill(byte, 1);",
    "  }",
    ...calls.map((line) => `  ${line}`),
    '  console.log("end", one.at, one.n, two.at, two.n, data.indexOf(1), small[0] ?? 0, fixed[0] ?? 0, one.span.to, kept.gear, kept.wide, kept.mode, spare.other, spare.shape.kind, kept.real, spare.maybe === null);',
    "}",
    "",
  ].join("\n");
}

/** One call, where the places are now and then the same. */
function call(i: number, n: number): string {
  const kind = Math.abs(i + 3 * n) % 4;
  const [s, t] = kind % 2 === 0 ? ["one", "one"] : ["one", "two"];
  const [b, c] = kind < 2 ? ["data", "small"] : ["data", "data.subarray(1)"];
  return `console.log("${String(i)} ${String(n)}", edge(${String(i)}, ${String(n)}, ${s}, ${t}, ${b}, ${c}));`;
}
