/** The types, as the page tells them, with the kinds of syntax that each is written in. */

export interface DocumentedType {
  readonly kinds: readonly string[];
  readonly written: string;
  readonly meaning: string;
  readonly inC: string;
}

export const TYPES: readonly DocumentedType[] = [
  {
    kinds: ["TypeReference"],
    written: "`u8` `i8` `u16` `i16` `u32` `i32` `int` `range<0, 15>`",
    meaning: "an integer that is always in its range; `int` is ±(2^53 − 1)",
    inC: "the narrowest of `uint8_t` … `int64_t`",
  },
  {
    kinds: [],
    written: "`f64`",
    meaning: "a number with a fraction, IEEE 754, the same bit for bit",
    inC: "`double`",
  },
  { kinds: ["BooleanKeyword"], written: "`boolean`", meaning: "true or false", inC: "`bool`" },
  {
    kinds: ["StringKeyword"],
    written: "`string`",
    meaning: "a text that stands in the program: compared, given on, `utf8(text)`",
    inC: "`ts_bytes`",
  },
  { kinds: ["VoidKeyword"], written: "`void`", meaning: "what a function returns that returns nothing", inC: "`void`" },
  {
    kinds: ["LiteralType", "UnionType", "ParenthesizedType"],
    written: '`type Mode = "off" | "on"`',
    meaning: "one of these texts, under a name",
    inC: "an `enum`",
  },
  {
    kinds: ["IndexedAccessType", "TypeQuery"],
    written: "`0 | 1 | 2`, `(typeof Level)[keyof typeof Level]`",
    meaning: "the range of these integers",
    inC: "as a range",
  },
  { kinds: [], written: "`enum Level { low, high }`", meaning: "integers with names", inC: "the narrowest integer" },
  {
    kinds: [],
    written: "`interface R { readonly a: u8 }`",
    meaning: "a record: a value, all of whose fields are `readonly`. It never holds itself",
    inC: "a `struct` by value",
  },
  {
    kinds: ["TypeLiteral"],
    written: "`type R = { readonly a: u8 }`",
    meaning: "the same",
    inC: "likewise",
  },
  {
    kinds: [],
    written: "`type Input = Press | Turn`",
    meaning: "one of these records, told apart by a field that each has with a text of its own",
    inC: "a tag and a `union`",
  },
  {
    kinds: [],
    written: "`T | null`",
    meaning: "a value or nothing; an instance of a class, or a function, or nothing",
    inC: "a flag beside the value; a pointer",
  },
  {
    kinds: [],
    written: "`class C { … }`",
    meaning: "a place: one thing with an identity, never copied",
    inC: "a pointer to a `struct`",
  },
  {
    kinds: [],
    written: "`Bytes`",
    meaning: "a read-only view of bytes",
    inC: "`ts_bytes`: address and length",
  },
  {
    kinds: [],
    written: "`Uint8Array` `Int8Array` `Uint16Array` … `Int32Array`",
    meaning: "a view of integers, or where it is made their memory",
    inC: "`ts_span_u8` …; an array",
  },
  {
    kinds: [],
    written: "`FixedArray<T, 16>`",
    meaning: "sixteen of them, where they are made; elsewhere the same ones",
    inC: "an array; a pointer",
  },
  {
    kinds: ["TypeOperator", "ArrayType"],
    written: "`readonly T[]`",
    meaning: "a table: a constant of the module, or a view of one",
    inC: "`static const`; address and length",
  },
  {
    kinds: ["FunctionType"],
    written: "`type Filter = (value: u16) => u16`",
    meaning: "a top-level function as a value, under a name",
    inC: "a pointer to a function",
  },
];
