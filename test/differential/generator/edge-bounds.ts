/** Patterns near the edge of what is proven of indexes, lengths and loops. */
import { type Setting, off, between, guard, below, array, notNegative, prepared } from "./edge-parts.ts";

export function guardedIndex(setting: Setting): string[] {
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
export function guardedCursor(setting: Setting): string[] {
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

export function guardedSet(setting: Setting): string[] {
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

export function countedLoop(setting: Setting): string[] {
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

export function backwardLoop(setting: Setting): string[] {
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

export function shrinkingView(setting: Setting): string[] {
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

export function ring(setting: Setting): string[] {
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

/** Halving, with every line of it now and then a little wrong. */
export function search(setting: Setting): string[] {
  const items = setting.random.pick(["table", "b", "fixed"]);
  const middle = setting.random.pick([
    "(low + high) >> 1",
    "(low + high) >> 1",
    "Math.trunc((low + high) / 2)",
    "low + ((high - low) >> 1)",
    "low + Math.trunc((high - low) / 2)",
    "Math.trunc((high - low) / 2) + low",
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
