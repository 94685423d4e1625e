// TS2C0001 at 11:16
// TS2C0001 at 11:34
// TS2C0702 at 8:7
// TS2C0702 at 15:7
import { constant } from "ts2c";

/** Halves of characters all are the same in UTF-8. */
const NAMES: readonly string[] = constant(() => ["\ud83d", "\ud83e"]);

function same(a: string, b: string): boolean {
  return a === "\ud83d" || b === "\ud83e" || a === b;
}

/** What an object of constants holds is no better. */
const HALF = { first: "\ud83d", second: "whole" } as const;

console.log("same", same(NAMES[0], NAMES[1]), HALF.first, HALF.second);
