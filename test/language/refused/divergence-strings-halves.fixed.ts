import { constant } from "ts2c";

const NAMES: readonly string[] = constant(() => ["\ud83d\ude00", "\ud83e\udd80"]);

function same(a: string, b: string): boolean {
  return a === "\ud83d\ude00" || b === "\u{1f980}" || a === b;
}

/** What an object of constants holds is no better. */
const HALF = { first: "\u{1f600}", second: "whole" } as const;

console.log("same", same(NAMES[0], NAMES[1]), same(NAMES[1], NAMES[0]), HALF.first, HALF.second);
