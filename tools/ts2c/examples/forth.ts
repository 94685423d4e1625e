/** A tiny Forth: words over a stack of 32-bit integers, with a bound on the steps. */
import { i32, utf8, Writer, type Bytes, type range, type u32 } from "ts2c";

type Result = "ok" | "unknown" | "underflow" | "overflow" | "division" | "steps";

const STACK = 16;

export class Forth {
  private readonly stack = new Int32Array(STACK);
  private depth: range<0, 16> = 0;
  private readonly output: Writer;
  private steps: u32 = 0;

  constructor(output: Writer) {
    this.output = output;
  }

  run(source: Bytes): Result {
    this.depth = 0;
    this.steps = 0;
    this.output.clear();
    let at = 0;
    while (at < source.length) {
      let end = source.indexOf(32, at);
      if (end < 0) {
        end = source.length;
      }
      if (end > at) {
        const result = this.word(source.subarray(at, end));
        if (result !== "ok") {
          return result;
        }
        this.steps++;
        if (this.steps > 1000) {
          return "steps";
        }
      }
      at = end + 1;
    }
    return "ok";
  }

  private push(value: i32): Result {
    if (this.depth === STACK) {
      return "overflow";
    }
    this.stack[this.depth] = value;
    this.depth++;
    return "ok";
  }

  private word(word: Bytes): Result {
    if (isNumber(word)) {
      return this.push(toNumber(word));
    }
    if (equal(word, utf8("dup"))) {
      return this.depth < 1 ? "underflow" : this.push(this.stack[this.depth - 1]);
    }
    if (equal(word, utf8("."))) {
      if (this.depth < 1) {
        return "underflow";
      }
      this.depth--;
      this.output.int(this.stack[this.depth]);
      this.output.text(" ");
      return "ok";
    }
    return this.binary(word);
  }

  private binary(word: Bytes): Result {
    if (word.length !== 1 || utf8("+-*/%").indexOf(word[0]) < 0) {
      return "unknown";
    }
    if (this.depth < 2) {
      return "underflow";
    }
    const b = this.stack[this.depth - 1];
    const a = this.stack[this.depth - 2];
    this.depth--;
    switch (word[0]) {
      case 43:
        this.stack[this.depth - 1] = i32(a + b);
        return "ok";
      case 45:
        this.stack[this.depth - 1] = i32(a - b);
        return "ok";
      case 42:
        this.stack[this.depth - 1] = Math.imul(a, b);
        return "ok";
      default:
        if (b === 0) {
          return "division";
        }
        this.stack[this.depth - 1] = i32(word[0] === 47 ? Math.trunc(a / b) : a % b);
        return "ok";
    }
  }
}

function isNumber(word: Bytes): boolean {
  const first = (word[0] ?? 0) === 45 ? 1 : 0;
  if (first === word.length) {
    return false;
  }
  for (let i = first; i < word.length; i++) {
    if (word[i] < 48 || word[i] > 57) {
      return false;
    }
  }
  return true;
}

function toNumber(word: Bytes): i32 {
  let value = 0;
  for (const byte of word) {
    if (byte !== 45) {
      value = (Math.imul(value, 10) + byte - 48) | 0;
    }
  }
  return (word[0] ?? 0) === 45 ? i32(-value) : value;
}

function equal(a: Bytes, b: Bytes): boolean {
  if (a.length !== b.length) {
    return false;
  }
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) {
      return false;
    }
  }
  return true;
}

const memory = new Uint8Array(64);
const output = new Writer(memory);
const forth = new Forth(output);

const SOURCES: readonly string[] = [
  "1 2 + .",
  "2 3 4 * + dup . .",
  "7 -2 / . 7 -2 % . -7 2 % .",
  "2147483647 1 + .",
  "-2147483648 -1 / .",
  "+",
  "1 0 /",
  "1 2 frob",
  "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
];

for (const source of SOURCES) {
  const result = forth.run(utf8(source));
  console.log("forth:", source, result, output.length(), output.view()[0] ?? 0);
}
