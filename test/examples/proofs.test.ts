/**
 * What the examples made the checker learn, from its other side: each program here looks like one that is proven and is
 * not, so it has to be refused, and each with the diagnostic of what would go wrong.
 */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { build } from "../../tools/ts2c/src/build.ts";

/** By what they show: the code that they get, and their text. */
const WRONG: Readonly<Record<string, readonly [code: string, text: string]>> = {
  "a stride ends where the body steps too": [
    "TS2C0301",
    `import { type u8 } from "ts2c";
export function f(odd: boolean): u8 {
  const bytes = new Uint8Array(32);
  let last: u8 = 0;
  for (let i = 0; i < 32; i += 4) {
    if (odd) {
      i++;
    }
    last = bytes[i + 3];
  }
  return last;
}`,
  ],
  "a stride needs a start that is known": [
    "TS2C0301",
    `import { type range, type u8 } from "ts2c";
export function f(start: range<0, 3>): u8 {
  const bytes = new Uint8Array(32);
  let last: u8 = 0;
  for (let i = start; i < 32; i += 4) {
    last = bytes[i + 3];
  }
  return last;
}`,
  ],
  "not 0 ends at a store": [
    "TS2C0304",
    `import { type i8 } from "ts2c";
export function f(a: i8, divisor: i8, other: i8): i8 {
  let b = divisor;
  if (b !== 0) {
    b = other;
    return (a % b) + 0 > 0 ? 1 : 0;
  }
  return 0;
}`,
  ],
  "not 0 ends at a call that stores": [
    "TS2C0304",
    `import { type i8 } from "ts2c";
export class Scale {
  divisor: i8 = -3;
  clear(): void {
    this.divisor = 0;
  }
  of(a: i8): boolean {
    if (this.divisor !== 0) {
      this.clear();
      return a % this.divisor > 0;
    }
    return false;
  }
}`,
  ],
  "not 0 on one way is not enough": [
    "TS2C0304",
    `import { type i8 } from "ts2c";
export function f(a: i8, b: i8, sure: boolean): boolean {
  if (sure) {
    if (b === 0) {
      return false;
    }
  }
  return a % b > 0;
}`,
  ],
  "not the length is not below it": [
    "TS2C0301",
    `import { type Bytes, type u32, type u8 } from "ts2c";
export function f(bytes: Bytes, at: u32): u8 {
  return at !== bytes.length ? bytes[at] : 0;
}`,
  ],
  "another name's length ends at a store": [
    "TS2C0301",
    `import { type u8 } from "ts2c";
export function f(other: Uint8Array): u8 {
  const own = new Uint8Array(8);
  let view: Uint8Array = own.subarray(0, 8);
  view = other;
  return view[7];
}`,
  ],
  "a loop's own test is no invariant by itself": [
    "TS2C0302",
    `import { type Bytes, type u8 } from "ts2c";
export function f(bytes: Bytes): u8 {
  let start = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (at - start === 255 && bytes[at] === 0) {
      start = at;
    }
  }
  return bytes.length - start;
}`,
  ],
  "rounding down can give one less": [
    "TS2C0302",
    `import { type i8, type range } from "ts2c";
export function f(a: i8): range<-42, 42> {
  return Math.floor(a / 3);
}`,
  ],
  "rounding up gives −0 below 0": [
    "TS2C0305",
    `import { type i8 } from "ts2c";
export function f(a: i8): i8 {
  return Math.ceil(a / 3);
}`,
  ],
  "a method before the last field has its value": [
    "TS2C0406",
    `import { type u8 } from "ts2c";
export class Counter {
  private readonly step: u8;
  private count: u8 = 0;
  constructor(step: u8) {
    this.clear();
    this.step = step;
  }
  clear(): void {
    this.count = this.step;
  }
}`,
  ],
  "what the build computes with touches nothing of the device": [
    "TS2C0701",
    `import { constant, type u8 } from "ts2c";
const memory = new Uint8Array(4);
function spoil(): number {
  memory[0] = 7;
  return 3;
}
const THREE: u8 = constant(() => spoil());
export function f(): u8 {
  return memory[THREE];
}`,
  ],
  "a step inside of an expression": [
    "TS2C0502",
    `import { type int } from "ts2c";
export function f(): int {
  let i = 0;
  const before: int = i++;
  return before + i;
}`,
  ],
};

const folder = mkdtempSync(join(tmpdir(), "ts2c-proofs-"));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

Object.values(WRONG).forEach(([, text], index) => {
  writeFileSync(join(folder, `wrong${String(index)}.ts`), `${text}\n`);
});

// A constant that can't be computed ends the look at a program, so that one is a program of its own.
const isAlone = (code: string): boolean => code === "TS2C0701";
const files = Object.values(WRONG).map(([code], index) => ({ code, file: join(folder, `wrong${String(index)}.ts`) }));
const errors = [
  files.filter(({ code }) => !isAlone(code)).map(({ file }) => file),
  ...files.filter(({ code }) => isAlone(code)).map(({ file }) => [file]),
].map((together) => build(together, { root: folder, lines: false }).errors);

Object.entries(WRONG).forEach(([name, [code]], index) => {
  test(name, () => {
    const own = errors
      .join("\n")
      .split("\n")
      .filter((line) => line.includes(`wrong${String(index)}.ts:`));
    const codes = own.map((line) => / error (TS2C\d+):/.exec(line)?.[1]);
    assert.deepEqual(codes, [code], own.join("\n"));
  });
});
