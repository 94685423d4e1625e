/**
 * Which of two versions of the firmware is the older one. A version is two or three numbers with dots between, and may have a `v` in front;
 * what follows says whether it comes before the numbers' release (`-rc.1`, as Semantic Versioning 2.0.0, 11, has it) or after it
 * (`-12-gabcdef0`: so many commits, as `git describe` writes it). `-dirty` and what follows a `+` say nothing of the order.
 */

import { utf8, type Bytes, type int, type range, type u32 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { isDigit } from "../p1/ascii.ts";

/** How a version stands to another one; `unknown`: one of them is a bare commit, say, and nobody can tell. */
export type Order = "older" | "same" | "newer" | "unknown";

const LETTER_V = 0x76;
const DOT = 0x2e;
const HYPHEN = 0x2d;
const PLUS = 0x2b;
const DIRTY = "-dirty";

/** What a number of a version, and a number behind it, may be at most. */
type Part = range<0, 99999>;
const LARGEST: Part = 99999;

/** Before, at and after the release that the numbers name. */
const BEFORE = 0;
const RELEASE = 1;
const AFTER = 2;

interface Version {
  readonly known: boolean;
  /** The three numbers as one. */
  readonly numbers: int;
  readonly stage: range<0, 2>;
  /** How many commits came after the release. */
  readonly commits: Part;
  readonly rest: Bytes;
}

/** How `version` stands to `other`. */
export function orderOf(version: Bytes, other: Bytes): Order {
  const a = parse(version);
  const b = parse(other);
  if (sameBytes(version, other)) {
    return "same";
  }
  if (!a.known || !b.known) {
    return "unknown";
  }
  if (a.numbers !== b.numbers) {
    return a.numbers < b.numbers ? "older" : "newer";
  }
  if (a.stage !== b.stage) {
    return order(a.stage - b.stage);
  }
  if (a.stage !== AFTER) {
    return order(compareRests(a.rest, b.rest));
  }
  if (a.commits !== b.commits) {
    return order(a.commits - b.commits);
  }
  return sameBytes(a.rest, b.rest) ? "same" : "unknown"; // As many commits, on two branches.
}

/** Whether a version can be compared with others. */
export function isOrdered(version: Bytes): boolean {
  return parse(version).known;
}

function order(difference: int): Order {
  return difference < 0 ? "older" : difference > 0 ? "newer" : "same";
}

function parse(version: Bytes): Version {
  let text = without(version, utf8(DIRTY));
  if (text.length > 0 && text[0] === LETTER_V) {
    text = text.subarray(1);
  }
  let numbers: int = 0;
  let count: range<0, 3> = 0;
  while (count < 3 && text.length > 0 && isDigit(text[0])) {
    const end = digitsOf(text);
    numbers = Math.min(numbers, 9999999999) * 100000 + numberOf(text.subarray(0, end));
    count++;
    text = text.subarray(end);
    if (count === 3 || text.length === 0 || text[0] !== DOT) {
      break;
    }
    text = text.subarray(1);
  }
  if (count === 2) {
    numbers = Math.min(numbers, 9999999999) * 100000;
  }
  const plus = text.indexOf(PLUS);
  const rest = plus < 0 ? text : text.subarray(0, plus);
  const commits = commitsOf(rest);
  const known = count >= 2 && (rest.length === 0 || rest[0] === HYPHEN);
  return { known, numbers, stage: commits > 0 ? AFTER : rest.length > 0 ? BEFORE : RELEASE, commits, rest };
}

function without(version: Bytes, ending: Bytes): Bytes {
  const end = version.length - ending.length;
  return end >= 0 && sameBytes(version.subarray(end), ending) ? version.subarray(0, end) : version;
}

/** How many digits a text begins with. */
function digitsOf(text: Bytes): u32 {
  let end: u32 = 0;
  while (end < text.length && isDigit(text[end])) {
    end++;
  }
  return end;
}

function numberOf(digits: Bytes): Part {
  let number: Part = 0;
  for (const digit of digits) {
    number = Math.min(number * 10 + Math.max(0, digit - 48), LARGEST);
  }
  return number;
}

/** The commits in `-12-gabcdef0`; 0 where it is something else. */
function commitsOf(rest: Bytes): Part {
  const end = digitsOf(rest.subarray(1));
  const behind = rest.subarray(1 + end);
  return end > 0 && sameBytes(behind.subarray(0, 2), utf8("-g")) ? numberOf(rest.subarray(1, 1 + end)) : 0;
}

/** Compares what stands behind the numbers before a release: byte for byte, and numbers by what they count. */
function compareRests(a: Bytes, b: Bytes): int {
  let left = a;
  let right = b;
  while (left.length > 0 && right.length > 0) {
    const ours = digitsOf(left);
    const theirs = digitsOf(right);
    if (ours > 0 && theirs > 0) {
      const difference = numberOf(left.subarray(0, ours)) - numberOf(right.subarray(0, theirs));
      if (difference !== 0) {
        return difference;
      }
      left = left.subarray(ours);
      right = right.subarray(theirs);
    } else {
      const difference = left[0] - right[0];
      if (difference !== 0) {
        return difference;
      }
      left = left.subarray(1);
      right = right.subarray(1);
    }
  }
  return left.length - right.length;
}
