/** Everything that is built in, as the page tells it. A test holds it against what the transpiler knows. */

export interface BuiltIn {
  /** As it is called. */
  readonly written: string;
  /** What it means, where a reader of JavaScript does not know already. */
  readonly meaning: string;
  readonly inC: string;
}

const ELEMENTS = ["u8", "i8", "u16", "i16", "u32", "i32"];

export const BUILT_INS: readonly BuiltIn[] = [
  ...ELEMENTS.map((type) => ({
    written: `${type}(x)`,
    meaning: "wraps an integer, or cuts an `f64` and wraps it as `x | 0` and `x >>> 0` do",
    inC: "a cast, by way of `uint32_t`",
  })),
  ...ELEMENTS.map((type) => ({
    written: `${type}.clamp(x)`,
    meaning: "the nearest value of the type",
    inC: "`ts_clamp`",
  })),
  {
    written: "assert(condition)",
    meaning:
      "stops where the condition is false: throws in Node, calls `ts_panic` with the TypeScript line in C. The checker relies on it afterwards",
    inC: "`TS_ASSERT`",
  },
  { written: "utf8(text)", meaning: "the bytes of a text", inC: "nothing: a text is its bytes" },
  {
    written: "array(n, x)",
    meaning: "makes a `FixedArray`: `n` times the value, or what `() => new C()` makes. Only as an initialiser",
    inC: "an array, and a loop that fills it",
  },
  {
    written: "constant(() => …)",
    meaning: "a value that is computed while transpiling, with all of TypeScript but clock, chance, files and drivers",
    inC: "constant data",
  },
  {
    written: "Math.min(a, …)",
    meaning: "of integers or of `f64`",
    inC: "`ts_min_i32`, `…_u32`, `…_i64`, `ts_min_double`",
  },
  { written: "Math.max(a, …)", meaning: "likewise", inC: "`ts_max_…`" },
  { written: "Math.abs(x)", meaning: "of an integer or an `f64`", inC: "`ts_abs`, `fabs`" },
  { written: "Math.trunc(a / b)", meaning: "the division of integers; of an `f64` its whole part", inC: "`/`" },
  {
    written: "Math.floor(a / b)",
    meaning: "likewise, rounded down",
    inC: "`/`, corrected where the signs differ",
  },
  { written: "Math.ceil(a / b)", meaning: "likewise, rounded up", inC: "`/`, corrected" },
  {
    written: "Math.round(a / b)",
    meaning: "likewise, to the nearest, halves up; of integers only",
    inC: "`/`, corrected",
  },
  { written: "Math.imul(a, b)", meaning: "the product's low 32 bits, signed", inC: "`ts_imul`" },
  { written: "Math.clz32(x)", meaning: "the zeros before the highest of 32 bits", inC: "`ts_clz32`" },
  { written: "Math.sqrt(x)", meaning: "the square root, an `f64`", inC: "`sqrt`" },
  { written: "view.length", meaning: "of views, fixed arrays and tables", inC: "a member, or the number itself" },
  {
    written: "view.subarray(from, to)",
    meaning: "a view of a part; both ends are clamped, negative ones count from the end",
    inC: "`ts_bytes_subarray`, `ts_span_…_subarray`",
  },
  {
    written: "view.set(source, at)",
    meaning: "copies as if through a buffer. It must be proven that the source fits",
    inC: "`memmove`",
  },
  { written: "view.fill(x, from, to)", meaning: "ends as in `subarray`", inC: "a loop" },
  { written: "view.copyWithin(to, from, until)", meaning: "ends as in `subarray`", inC: "`memmove`" },
  { written: "view.indexOf(x, from)", meaning: "−1 where it is not found", inC: "a loop" },
  {
    written: "console.log(a, …)",
    meaning: "integers, `f64`, booleans and texts. On a host only: the device's drivers have its log",
    inC: "`ts_print_…`",
  },
];
