/** What the patterns near the edge are made of: guards, and what comes between a guard and its use. */
import { Random } from "../random.ts";

/** The names that a pattern speaks of, with the integers that are given to the parameters. */
export interface Setting {
  readonly random: Random;
  readonly type: string;
  readonly inputs: readonly number[];
  /** How long `b` and `s.buf` are. */
  readonly length: number;
}

export type Pattern = (setting: Setting) => string[];

/** Off by nothing, mostly, or by one or two. */
export function off({ random }: Setting): string {
  return random.weighted([
    [24, ""],
    [3, " + 1"],
    [2, " - 1"],
    [1, " + 2"],
    [1, " - 2"],
  ]);
}

export const INDEXES = [
  "i",
  "i",
  "n",
  "s.at",
  "s.n",
  "i + 1",
  "i - 1",
  "i + n",
  "s.n + i",
  "s.span.from",
  "(i & 7)",
  "at",
];

/** What may stand between a guard and what it guards. */
export function between({ random }: Setting): string[] {
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
export function guard(setting: Setting, test: string, contrary: string, inside: readonly string[]): string[] {
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
export function below(setting: Setting, index: string, bound: string): [string, string] {
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

export function array({ random }: Setting): string {
  return random.pick(["b", "b", "s.buf", "table", "fixed", "data", "c"]);
}

/** Mostly the test that something is not negative; now and then none, or one that is wrong. */
export function notNegative({ random }: Setting, index: string): string[] {
  const left = random.weighted([
    [8, "< 0"],
    [1, "< -1"],
    [1, "< 1"],
    [1, ""],
  ]);
  return left === "" ? [] : [`if (${index} ${left}) {`, "  return -2;", "}"];
}

export function prepared(setting: Setting): [string, string[]] {
  const index = setting.random.pick(INDEXES);
  return index === "at"
    ? ["at", [`let at = ${setting.random.pick(["i", "n + 1", "s.at", "b.length", "b.indexOf(4)"])};`]]
    : [index, []];
}
