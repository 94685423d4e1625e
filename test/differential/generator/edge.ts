/**
 * Programs near the edge of what ts2c can prove: a guard that is off by one, in the wrong place or not there, and something
 * between the guard and what it should guard. ts2c may refuse each of them; what it accepts has to do the same in C.
 */
import { Random } from "../random.ts";

/** The names that a pattern speaks of, with the integers that are given to the parameters. */
interface Setting {
  readonly random: Random;
  readonly type: string;
  readonly inputs: readonly number[];
  /** How long `b` and `s.buf` are. */
  readonly length: number;
}

const TYPES = [
  ["u8", 0, 255],
  ["i8", -128, 127],
  ["range<0, 20>", 0, 20],
  ["range<-2, 9>", -2, 9],
  ["u32", 0, 4294967295],
  ["i32", -2147483648, 2147483647],
  ["int", -9007199254740991, 9007199254740991],
] as const;

type Pattern = (setting: Setting) => string[];

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
];

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
  const body = random.weighted(PATTERNS)({ random, type, inputs, length });
  const other = inputs.filter(() => random.chance(40));
  const calls = inputs.flatMap((i) => [...other, 0].map((n) => call(i, n)));
  return [
    'import { array, assert, i32, u8, u32, type Bytes, type FixedArray, type i8, type int, type range } from "ts2c";',
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
    `function edge(i: ${type}, n: ${type}, s: S, t: S, b: Uint8Array, c: Uint8Array): int {`,
    ...body.map((line) => `  ${line}`),
    "  return 0;",
    "}",
    "export function run(): void {",
    "  for (const byte of table) {",
    "    data.fill(byte, 1);",
    "  }",
    ...calls.map((line) => `  ${line}`),
    '  console.log("end", one.at, one.n, two.at, two.n, data.indexOf(1), small[0] ?? 0, fixed[0] ?? 0, one.span.to);',
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

/** Off by nothing, mostly, or by one or two. */
function off({ random }: Setting): string {
  return random.weighted([
    [24, ""],
    [3, " + 1"],
    [2, " - 1"],
    [1, " + 2"],
    [1, " - 2"],
  ]);
}

const INDEXES = ["i", "i", "n", "s.at", "s.n", "i + 1", "i - 1", "i + n", "s.n + i", "s.span.from", "(i & 7)", "at"];

/** What may stand between a guard and what it guards. */
function between({ random }: Setting): string[] {
  return random.weighted<string[]>([
    [40, []],
    [1, ["s.at = 255;"]],
    [1, ["t.at = 255;"]],
    [1, ["t.n = 255;"]],
    [1, ["touch(s);"]],
    [1, ["touch(t);"]],
    [1, ["t.bump();"]],
    [1, ["t.span = { from: 200, to: 3 };"]],
    [1, ["b = b.subarray(1);"]],
    [1, ["b = c;"]],
    [1, ["s = t;"]],
    [1, ["b.fill(255);"]],
    [1, ["i = n;"]],
    [1, ["if (s.n > 3) {", "  b = c;", "}"]],
    [1, ["if (n > 2) {", "  touch(t);", "}"]],
  ]);
}

/** `inside` behind a test of `test`, in one of the ways to write that. */
function guard(setting: Setting, test: string, contrary: string, inside: readonly string[]): string[] {
  const { random } = setting;
  const block = inside.map((line) => `  ${line}`);
  return random.weighted<() => string[]>([
    [6, () => [`if (${test}) {`, ...block, "}"]],
    [2, () => [`if (${contrary}) {`, "  return -1;", "}", ...inside]],
    [2, () => [`if (!(${contrary})) {`, ...block, "}"]],
    [2, () => [`if (${contrary}) {`, "  return -1;", "} else {", ...block, "}"]],
    [2, () => [`while (${test}) {`, ...block, "  break;", "}"]],
    [2, () => [`if (n > 1 && ${test}) {`, ...block, "}"]],
    [1, () => [`if (n > 1 || ${test}) {`, ...block, "}"]],
    [1, () => [`assert(${test});`, ...inside]],
    [1, () => inside.slice()],
  ])();
}

/** The test that an index lies below a bound, and its contrary. */
function below(setting: Setting, index: string, bound: string): [string, string] {
  const by = off(setting);
  return setting.random.weighted<[string, string]>([
    [6, [`${index} < ${bound}${by}`, `${index} >= ${bound}${by}`]],
    [2, [`${bound}${by} > ${index}`, `${bound}${by} <= ${index}`]],
    [2, [`${index} <= ${bound} - 1${by}`, `${index} > ${bound} - 1${by}`]],
    [2, [`${index} + 1 <= ${bound}${by}`, `${index} + 1 > ${bound}${by}`]],
    [1, [`${bound} - ${index} > 0${by}`, `${bound} - ${index} <= 0${by}`]],
    [1, [`${index} !== ${bound}${by}`, `${index} === ${bound}${by}`]],
    [1, [`${index} <= ${bound}${by}`, `${index} > ${bound}${by}`]],
  ]);
}

function array({ random }: Setting): string {
  return random.pick(["b", "b", "s.buf", "table", "fixed", "data", "c"]);
}

/** Mostly the test that something is not negative; now and then none, or one that is wrong. */
function notNegative({ random }: Setting, index: string): string[] {
  const left = random.weighted([
    [8, "< 0"],
    [1, "< -1"],
    [1, "< 1"],
    [1, ""],
  ]);
  return left === "" ? [] : [`if (${index} ${left}) {`, "  return -2;", "}"];
}

function prepared(setting: Setting): [string, string[]] {
  const index = setting.random.pick(INDEXES);
  return index === "at"
    ? ["at", [`let at = ${setting.random.pick(["i", "n + 1", "s.at", "b.length", "b.indexOf(4)"])};`]]
    : [index, []];
}

function guardedIndex(setting: Setting): string[] {
  const [index, front] = prepared(setting);
  const items = array(setting);
  const [test, contrary] = below(setting, index, `${items}.length`);
  const use =
    setting.random.chance(70) || items === "table"
      ? [`return ${items}[${index}${off(setting)}];`]
      : [`${items}[${index}${off(setting)}] = 9;`];
  return [...front, ...notNegative(setting, index), ...guard(setting, test, contrary, [...between(setting), ...use])];
}

/** `this.buf[this.n] = x; this.n++`. */
function guardedCursor(setting: Setting): string[] {
  const field = setting.random.pick(["n", "n", "at"]);
  const [test, contrary] = below(setting, `s.${field}`, "s.buf.length");
  const step = setting.random.pick([
    `s.${field}++;`,
    `s.${field} += 1;`,
    `s.${field} = s.${field} + 2;`,
    `t.${field}++;`,
  ]);
  const [store, read] = [`s.buf[s.${field}${off(setting)}] = 1;`, `return s.buf[s.${field}${off(setting)}];`];
  const inside = setting.random.pick([
    [store, step],
    [step, store],
    [step, read],
    [store, step, read],
  ]);
  return [
    ...(field === "at" ? notNegative(setting, "s.at") : []),
    ...guard(setting, test, contrary, [...between(setting), ...inside]),
  ];
}

function guardedSet(setting: Setting): string[] {
  const at = setting.random.pick(["i", "s.n", "s.at", "0"]);
  const by = off(setting);
  const [test, contrary] = setting.random.pick<[string, string]>([
    [`b.length - ${at} >= c.length${by}`, `b.length - ${at} < c.length${by}`],
    [`${at} + c.length <= b.length${by}`, `${at} + c.length > b.length${by}`],
    [`${at} <= b.length && c.length <= b.length - ${at}${by}`, `${at} > b.length || c.length > b.length - ${at}${by}`],
  ]);
  const use = [`b.set(c, ${at});`, `return b[${at}] ?? 3;`];
  return [...notNegative(setting, at), ...guard(setting, test, contrary, [...between(setting), ...use])];
}

function countedLoop(setting: Setting): string[] {
  const { random } = setting;
  const items = array(setting);
  const start = random.pick(["0", "0", "1", "s.n", "i"]);
  const end = random.pick([
    `${items}.length${off(setting)}`,
    `n`,
    "s.n",
    `Math.min(n, ${items}.length${off(setting)})`,
  ]);
  const more = random.pick(["", "", ` && k < ${items}.length${off(setting)}`]);
  const step = random.pick(["k++", "k++", "k += 2", "k = k + 1"]);
  const limit = random.chance(40) ? [`if (n > ${items}.length${off(setting)}) {`, "  return -3;", "}"] : [];
  return [
    ...notNegative(setting, start),
    ...limit,
    "let sum: int = 0;",
    `for (let k: int = ${start}; k < ${end}${more}; ${step}) {`,
    ...between(setting).map((line) => `  ${line}`),
    "  if (sum > 1000) {",
    "    break;",
    "  }",
    `  sum += ${items}[k${off(setting)}];`,
    "}",
    "return sum;",
  ];
}

function backwardLoop(setting: Setting): string[] {
  const items = array(setting);
  const last = setting.random.pick([">= 0", "> 0", ">= 1", "> -1", ">= -1"]);
  return [
    "let sum: int = 0;",
    `for (let k = ${items}.length - 1${off(setting)}; k ${last}; k--) {`,
    `  sum = u32(sum + ${items}[k${off(setting)}]);`,
    ...between(setting).map((line) => `  ${line}`),
    "}",
    "return sum;",
  ];
}

function shrinkingView(setting: Setting): string[] {
  const by = 1 + setting.random.below(2);
  return [
    "let rest = b;",
    "let sum: u32 = 0;",
    `while (rest.length > ${String(setting.random.below(3))}) {`,
    `  sum = u32(sum * 3 + rest[${String(setting.random.below(3))}]);`,
    ...between(setting).map((line) => `  ${line}`),
    `  rest = rest.subarray(${String(by)}${setting.random.chance(30) ? ", rest.length" : ""});`,
    `  sum = u32(sum + ${setting.random.pick(["rest.length", `rest[${String(setting.random.below(2))}] ?? 1`, "rest[0]"])});`,
    "}",
    "return sum;",
  ];
}

/** Decimals that are added up behind a test. */
function accumulation(setting: Setting): string[] {
  const most = setting.random.pick([1000, 429496729, 900719925474098, 900719925474099]);
  const type = setting.random.pick(["u32", "int", "range<0, 99999>"]);
  return [
    `let value: ${type} = 0;`,
    "for (const byte of b) {",
    `  if (value > ${String(most)}${off(setting)}) {`,
    "    return -1;",
    "  }",
    ...between(setting).map((line) => `  ${line}`),
    `  value = value * 10 + ${setting.random.pick(["(byte & 7)", "byte % 10", "byte"])};`,
    "}",
    "return value;",
  ];
}

function narrowing(setting: Setting): string[] {
  const [a, b] = setting.random.pick([
    ["i", "n"],
    ["s.n", "i"],
    ["s.at", "s.n"],
    ["i", "3"],
  ]);
  const by = off(setting);
  const [wanted, test, contrary] = setting.random.pick([
    ["u32", `${a} >= ${b}${by}`, `${a} < ${b}${by}`],
    ["u8", `${a} >= ${b} && ${a} <= ${b} + 255${by}`, `${a} < ${b} || ${a} > ${b} + 255${by}`],
    ["range<0, 100>", `${a} - ${b} >= 0 && ${a} - ${b} < 101${by}`, `${a} - ${b} < 0 || ${a} - ${b} >= 101${by}`],
  ]);
  return guard(setting, test, contrary, [...between(setting), `const d: ${wanted} = ${a} - ${b};`, "return d;"]);
}

function divisor(setting: Setting): string[] {
  const by = setting.random.pick(["i", "s.n", "s.at", "n", "(i & 3)", "b.length"]);
  const limit = setting.random.pick(["0", "0", "0", "1", "-1"]);
  const operation = setting.random.pick([
    `Math.abs(n) % ${by}`,
    `((s.at / ${by}) | 0)`,
    `Math.trunc(100 / ${by}${off(setting)}) + 0`,
  ]);
  const [test, contrary] = setting.random.pick([
    [`${by} !== ${limit}`, `${by} === ${limit}`],
    [`${by} > ${limit}`, `${by} <= ${limit}`],
  ]);
  return guard(setting, test, contrary, [...between(setting), `return ${operation};`]);
}

/** −0, which prints. */
function sign(setting: Setting): string[] {
  const value = setting.random.pick([
    "-i",
    "i * -1",
    "i * n",
    "Math.trunc(i / 7)",
    "i % 5",
    "-s.n",
    "Math.min(-i, 0)",
    "(-i | 0)",
    "-i + 0",
    "0 - i",
  ]);
  const test = setting.random.pick(["i > 0", "i !== 0", "i < 0", "i >= 0", "i > 0 && n > 0", "n !== 0"]);
  return [
    `if (${test} && i < 99999 && i > -99999 && n < 99999 && n > -99999) {`,
    `  console.log("sign", ${value});`,
    "}",
  ];
}

/** Instances that may be null. */
function nothing(setting: Setting): string[] {
  const { random } = setting;
  const again = random.weighted([
    [4, ""],
    [1, "found = pick(u8(i));"],
    [1, "found = null;"],
    [1, "if (n > 1) {\n    found = null;\n  }"],
  ]);
  const use = random.pick(["return found.n;", "found.at = 4;", "return found.bump();", "return found.buf[0];"]);
  const [test, contrary] = random.pick([
    ["found !== null", "found === null"],
    ["found === null", "found !== null"],
    ["found !== null && i > 1", "found === null || i <= 1"],
    ["found !== null || i > 1", "found === null && i <= 1"],
  ]);
  return [
    "let found: S | null = pick(u8(n));",
    ...guard(setting, test, contrary, [...(again === "" ? [] : [again]), ...between(setting), use]),
  ];
}

function ring(setting: Setting): string[] {
  const { random, length } = setting;
  const size = String(
    length +
      random.weighted([
        [6, 0],
        [1, 1],
        [1, -1],
      ]),
  );
  const index = random.pick([
    `s.n % ${size === "0" ? "1" : size}`,
    `u32(i) % ${size === "0" ? "1" : size}`,
    `(i & ${String(length - 1)})`,
    `(s.n & ${String(length)})`,
    `u8(i) % b.length`,
    `(u32(i) + s.n) % ${array(setting)}.length`,
    `(u32(i) >>> ${String(26 + random.below(7))})`,
  ]);
  const items = random.pick(["b", "s.buf", "table", "fixed"]);
  return [`const at = ${index};`, ...between(setting), `return ${items}[at${off(setting)}];`];
}

function limits(setting: Setting): string[] {
  const items = array(setting);
  const value = setting.random.pick([
    `Math.min(i, ${items}.length - 1${off(setting)})`,
    `Math.max(0, Math.min(i, ${items}.length - 1${off(setting)}))`,
    `Math.min(Math.max(i, 0), ${items}.length${off(setting)})`,
    `(i >= 0 && i < ${items}.length${off(setting)} ? i : 0)`,
    `(i < 0 ? 0 : i > ${items}.length - 1${off(setting)} ? ${items}.length - 1 : i)`,
  ]);
  const front = setting.random.chance(50) ? [`if (${items}.length === 0) {`, "  return -4;", "}"] : [];
  return [
    ...front,
    `const at = ${value};`,
    ...notNegative(setting, "at"),
    ...between(setting),
    `return ${items}[at${off(setting)}];`,
  ];
}

/** Halving, with every line of it now and then a little wrong. */
function search(setting: Setting): string[] {
  const items = setting.random.pick(["table", "b", "fixed"]);
  const middle = setting.random.pick([
    "(low + high) >> 1",
    "(low + high) >> 1",
    "Math.trunc((low + high) / 2)",
    "low + ((high - low) >> 1)",
  ]);
  return [
    "let low = 0;",
    `let high = ${items}.length${off(setting)};`,
    `for (let turn = 0; turn < 20 && low ${setting.random.chance(85) ? "<" : "<="} high; turn++) {`,
    `  const middle = ${middle};`,
    `  if (${items}[middle${off(setting)}] < 9) {`,
    `    low = middle + 1;`,
    "  } else {",
    `    high = middle${setting.random.chance(90) ? "" : " - 1"};`,
    "  }",
    "}",
    "return low;",
  ];
}

/** Sums and products near 2^53 and the ends of the 32-bit types. */
function exactness(setting: Setting): string[] {
  const { random } = setting;
  const [low, high] = random.pick([
    [-94906265, 94906265],
    [-94906266, 94906266],
    [0, 4503599627370495],
    [0, 4503599627370496],
    [-2147483648, 2147483647],
    [0, 65536],
  ]);
  const value = random.pick([
    "i * n",
    "i + n",
    "i - n",
    "(i + n) % 10",
    "u32(i * n)",
    "Math.imul(i, n)",
    "i * 2 + 1",
    "Math.abs(i)",
    "(i << 3) >> 2",
    "~i >>> 1",
  ]);
  const test = (name: string): string => `${name} >= ${String(low)} && ${name} <= ${String(high)}`;
  return guard(setting, `${test("i")} && ${test("n")}`, `!(${test("i")}) || !(${test("n")})`, [
    ...between(setting),
    `return (${value}) + 0;`,
  ]);
}

/** Memory that ends before its last use would. */
function memory({ random }: Setting): string[] {
  return random.pick([
    [
      "let view: Uint8Array = b;",
      "if (n > 1) {",
      "  const own = new Uint8Array(4);",
      "  own[1] = 5;",
      "  view = own;",
      "}",
      "return view[1] ?? 0;",
    ],
    [
      "const own = new Uint8Array(4);",
      "let view: Uint8Array = b;",
      "if (n > 1) {",
      "  own[1] = 5;",
      "  view = own;",
      "}",
      "return view[1] ?? 0;",
    ],
    ["const own = new S();", "const which = n > 1 ? own : s;", "which.n = 6;", "touch(which);", "return own.n;"],
    [
      "let view: Bytes = b;",
      "for (let k = 0; k < 3; k++) {",
      "  const own = new Uint8Array(4);",
      "  own[k] = 5;",
      "  view = own;",
      "}",
      "return view[1] ?? 0;",
    ],
  ]);
}

/** Records are copies; what is known of one lasts, of its place not. */
function records(setting: Setting): string[] {
  const of = setting.random.pick(["s.span", "span", "span"]);
  const [test, contrary] = below(setting, `${of}.from`, "b.length");
  const inside = [
    ...between(setting),
    setting.random.pick(["t.span = { from: 250, to: 1 };", ""]),
    `return b[${of}.from${off(setting)}];`,
  ];
  const front = ["t.span = { from: u8(i), to: u8(n) };", "const span = s.span;"];
  return [
    ...front,
    ...guard(
      setting,
      test,
      contrary,
      inside.filter((line) => line !== ""),
    ),
  ];
}
