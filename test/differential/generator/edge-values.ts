/** Patterns near the edge of what is proven of values: intervals, signs, null, memory and records. */
import { type Setting, off, between, guard, below, array, notNegative } from "./edge-parts.ts";

/** Decimals that are added up behind a test. */
export function accumulation(setting: Setting): string[] {
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

export function narrowing(setting: Setting): string[] {
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

export function divisor(setting: Setting): string[] {
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
export function sign(setting: Setting): string[] {
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
export function nothing(setting: Setting): string[] {
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

export function limits(setting: Setting): string[] {
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

/** Sums and products near 2^53 and the ends of the 32-bit types. */
export function exactness(setting: Setting): string[] {
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
export function memory({ random }: Setting): string[] {
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
export function records(setting: Setting): string[] {
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
