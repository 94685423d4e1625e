/** Slips: what people write in TypeScript that static TypeScript has not, each beside what it has instead. */

/** Lines at the top level and lines of the function, once as ts2c refuses them and once as it takes them. */
interface Slip {
  readonly top?: readonly string[];
  readonly inside: readonly string[];
}

/** By the code that the first of the two raises. */
export const SLIPS: Readonly<Record<string, { readonly wrong: Slip; readonly right: Slip }>> = {
  TS2C0001: {
    wrong: { inside: ["var kept = n > 1 ? 3 : 4;", "return kept;"] },
    right: { inside: ["const kept = n > 1 ? 3 : 4;", "return kept;"] },
  },
  TS2C0101: {
    wrong: { top: ['import "./shared.ts";'], inside: ["return 1;"] },
    right: { top: ['import { LIMIT } from "./shared.ts";'], inside: ["return LIMIT;"] },
  },
  TS2C0103: {
    wrong: { top: [...constantly("readAll", "2"), ...constantly("read_all", "3")], inside: ["return readAll(n);"] },
    right: { top: [...constantly("readAll", "2"), ...constantly("readEach", "3")], inside: ["return readEach(n);"] },
  },
  TS2C0105: {
    wrong: { inside: ["return isNaN(n) ? 1 : 2;"] },
    right: { inside: ["return n > 9 ? 1 : 2;"] },
  },
  TS2C0106: {
    wrong: { inside: ["const NaN = 3;", "return NaN;"] },
    right: { inside: ["const none = 3;", "return none;"] },
  },
  TS2C0201: {
    wrong: { inside: ["const kept: number = 3;", "return kept > 2 ? 1 : 2;"] },
    right: { inside: ["const kept: u8 = 3;", "return kept > 2 ? 1 : 2;"] },
  },
  TS2C0202: {
    wrong: { top: ['const REST = utf8("rest").subarray(1);'], inside: ["return REST[0] ?? 1;"] },
    right: { top: ['const REST: Bytes = utf8("rest").subarray(1);'], inside: ["return REST[0] ?? 1;"] },
  },
  TS2C0203: {
    wrong: { inside: ["const other: FixedArray<int, 0> = none;", "return other.length;"], top: empty() },
    right: { inside: ["const other: FixedArray<u8, 0> = none;", "return other.length;"], top: empty() },
  },
  TS2C0204: {
    wrong: {
      top: ["interface Open {", "  at: u8;", "}"],
      inside: ["const open: Open = { at: 3 };", "return open.at;"],
    },
    right: {
      top: ["interface Open {", "  readonly at: u8;", "}"],
      inside: ["const open: Open = { at: 3 };", "return open.at;"],
    },
  },
  TS2C0205: {
    wrong: { inside: ["const part = { from: 1, to: 2 };", "return part.to;"] },
    right: { inside: ["const part: Span = { from: 1, to: 2 };", "return part.to;"] },
  },
  TS2C0206: {
    wrong: { inside: ["const own = new Uint8Array(b.length);", "return own.length;"] },
    right: { inside: ["const own = new Uint8Array(5);", "return own.length;"] },
  },
  TS2C0207: {
    wrong: { inside: ["if (n) {", "  return 1;", "}", "return 2;"] },
    right: { inside: ["if (n !== 0) {", "  return 1;", "}", "return 2;"] },
  },
  TS2C0208: {
    wrong: { inside: ["return b === c ? 1 : 2;"] },
    right: { inside: ["return s === t ? 1 : 2;"] },
  },
  TS2C0209: {
    wrong: { inside: ['return (n > 1 ? "a" : "b") > "a" ? 1 : 2;'] },
    right: { inside: ["return (n > 1 ? 1 : 2) > 1 ? 1 : 2;"] },
  },
  TS2C0210: {
    wrong: {
      top: holder(),
      inside: ["if (holder.span === null) {", "  return 3;", "}", "return holder.clear() + holder.span.to;"],
    },
    right: {
      top: holder(),
      inside: ["const span = holder.span;", "return span === null ? 3 : holder.clear() + span.to;"],
    },
  },
  TS2C0211: {
    wrong: {
      top: [...constantly("three", "3"), ...called("interface Call {", "  (n: int): u8;", "}")],
      inside: callThree(),
    },
    right: { top: [...constantly("three", "3"), ...called("type Call = (n: int) => u8;")], inside: callThree() },
  },
  TS2C0212: {
    wrong: { top: choice(), inside: ["return either(1, 2, n > 1);"] },
    right: { top: choice(), inside: ["return either<u8>(1, 2, n > 1);"] },
  },
  TS2C0213: {
    wrong: { top: chain("Box<T>"), inside: ["return chain.next === null ? 1 : 2;"] },
    right: { top: chain("T"), inside: ["return chain.next === null ? 1 : 2;"] },
  },
  TS2C0214: {
    wrong: { top: lamps("return light;"), inside: ['return lamp(n > 1 ? "red" : "green") === "red" ? 1 : 2;'] },
    right: {
      top: lamps('return light === "red" ? "red" : "green";'),
      inside: ['return lamp(n > 1 ? "red" : "green") === "red" ? 1 : 2;'],
    },
  },
  TS2C0307: {
    wrong: { inside: ["return u8(n) / 2;"] },
    right: { inside: ["return Math.trunc(u8(n) / 2);"] },
  },
  TS2C0402: {
    wrong: { top: keeper("bytes"), inside: ["return keep.bytes.length;"] },
    right: { top: keeper("readonly bytes"), inside: ["return keep.bytes.length;"] },
  },
  TS2C0403: {
    wrong: { top: turns("turn(left - 1)"), inside: ["return turn(u8(n));"] },
    right: { top: turns("left - 1"), inside: ["return turn(u8(n));"] },
  },
  TS2C0404: {
    wrong: {
      top: ["function make(): Uint8Array {", "  const own = new Uint8Array(2);", "  return own;", "}"],
      inside: ["return make().length;"],
    },
    right: {
      top: ["function make(own: Uint8Array): Uint8Array {", "  own.fill(3);", "  return own;", "}"],
      inside: ["return make(b).length;"],
    },
  },
  TS2C0405: {
    wrong: { inside: ["let later: u8;", "later = 3;", "return later;"] },
    right: { inside: ["let later: u8 = 0;", "later = 3;", "return later;"] },
  },
  TS2C0406: {
    wrong: { top: pair('console.log("early");', "this.first = 1;"), inside: ["return own.first;"] },
    right: { top: pair("this.first = 1;", 'console.log("late");'), inside: ["return own.first;"] },
  },
  TS2C0407: {
    wrong: { top: ["let total = 0;"], inside: ["total = 3;", "return total;"] },
    right: { inside: ["let total = 0;", "total = 3;", "return total;"] },
  },
  TS2C0501: {
    wrong: {
      inside: ["switch (u8(n)) {", "  case 0:", "    touch(s);", "  case 1:", "    return 2;", "}", "return 3;"],
    },
    right: {
      inside: [
        "switch (u8(n)) {",
        "  case 0:",
        "    touch(s);",
        "    break;",
        "  case 1:",
        "    return 2;",
        "}",
        "return 3;",
      ],
    },
  },
  TS2C0502: {
    wrong: { inside: ["let kept = 3;", "return kept++;"] },
    right: { inside: ["let kept = 3;", "kept++;", "return kept;"] },
  },
  TS2C0503: {
    wrong: { inside: ["return n == 3 ? 1 : 2;"] },
    right: { inside: ["return n === 3 ? 1 : 2;"] },
  },
  TS2C0504: {
    wrong: { inside: ["let kept = 0;", "return (kept = 3);"] },
    right: { inside: ["let kept = 0;", "kept = 3;", "return kept;"] },
  },
  TS2C0601: {
    wrong: { inside: ["b.reverse();", "return b[0] ?? 4;"] },
    right: { inside: ["b.fill(3);", "return b[0] ?? 4;"] },
  },
  TS2C0602: {
    wrong: { inside: ["return u8(Math.max());"] },
    right: { inside: ["return u8(Math.max(n));"] },
  },
  TS2C0603: {
    wrong: { inside: ['console.log("%d", n);', "return 1;"] },
    right: { inside: ['console.log("n", n);', "return 1;"] },
  },
  TS2C0701: {
    wrong: { top: ["const CHANCE: u8 = constant(() => Math.floor(Math.random() * 200));"], inside: ["return CHANCE;"] },
    right: { top: ["const CHANCE: u8 = constant(() => Math.floor(Math.sqrt(200)));"], inside: ["return CHANCE;"] },
  },
  TS2C0702: {
    wrong: { top: ["const LARGE: u8 = constant(() => 256);"], inside: ["return LARGE;"] },
    right: { top: ["const LARGE: u8 = constant(() => 255);"], inside: ["return LARGE;"] },
  },
};

function constantly(name: string, value: string): string[] {
  return [`function ${name}(n: int): u8 {`, `  return n > 5 ? ${value} : 0;`, "}"];
}

function empty(): string[] {
  return ["const none: FixedArray<u8, 0> = array(0, 1);"];
}

/** tsc keeps what it knows of `holder.span` over the call. */
function holder(): string[] {
  return [
    "class Holder {",
    "  span: Span | null = { from: 1, to: 2 };",
    "  clear(): u8 {",
    "    this.span = null;",
    "    return 1;",
    "  }",
    "}",
    "const holder = new Holder();",
  ];
}

function called(...declaration: readonly string[]): string[] {
  return [...declaration, "function use(call: Call): u8 {", "  return call(7);", "}"];
}

function callThree(): string[] {
  return ["return use(three);"];
}

function choice(): string[] {
  return ["function either<T>(a: T, b: T, first: boolean): T {", "  return first ? a : b;", "}"];
}

function chain(next: string): string[] {
  return [
    "class Box<T> {",
    "  count: u8 = 0;",
    "}",
    "class Chain<T> {",
    `  readonly next: Chain<${next}> | null = null;`,
    "}",
    "const chain = new Chain<u8>();",
  ];
}

function lamps(last: string): string[] {
  return [
    'type Light = "red" | "green";',
    'type Lamp = "off" | "red" | "green";',
    "function lamp(light: Light): Lamp {",
    `  ${last}`,
    "}",
  ];
}

function keeper(field: string): string[] {
  return [
    "class Keep {",
    `  ${field}: Uint8Array;`,
    "  constructor(bytes: Uint8Array) {",
    "    this.bytes = bytes;",
    "  }",
    "}",
    "const keep = new Keep(data);",
  ];
}

function turns(last: string): string[] {
  return ["function turn(left: u8): u8 {", `  return left === 0 ? 0 : ${last};`, "}"];
}

function pair(...lines: readonly string[]): string[] {
  return [
    "class Pair {",
    "  first: u8;",
    "  constructor() {",
    ...lines.map((line) => `    ${line}`),
    "  }",
    "}",
    "const own = new Pair();",
  ];
}
