import { u32, type Bytes } from "ts2c";
import { CLOSE, COLON, OPEN, SLASH, SPACE, STAR, trimEnd } from "./ascii.ts";

/** One bracketed group of a line, without its brackets; `ok` is false where no complete group begins. */
export interface Group {
  readonly ok: boolean;
  readonly from: u32;
  readonly to: u32;
  /** Where the next group begins, or the line's end. */
  readonly next: u32;
}

const NO_GROUP: Group = { ok: false, from: 0, to: 0, next: 0 };

/**
 * The group whose opening bracket stands at `at` in `text`. A group ends with a closing bracket before the
 * next opening one or the end of the line, so that `((ER11))` is one group.
 */
export function nextGroup(text: Bytes, at: u32): Group {
  if (at >= text.length || text[at] !== OPEN) {
    return NO_GROUP;
  }
  for (let close = at + 1; close < text.length; close++) {
    if (text[close] === CLOSE && (close + 1 >= text.length || text[close + 1] === OPEN)) {
      return { ok: true, from: at + 1, to: close, next: close + 1 };
    }
  }
  return NO_GROUP;
}

/** The groups of a whole line: how many, and those that readings are made of. */
export interface Groups {
  /** How many there are; 0 when a bracket is missing. */
  readonly count: u32;
  readonly first: Group;
  readonly last: Group;
  /** The group before the last; the first when there is one only. */
  readonly beforeLast: Group;
}

/** Splits `line[from … length)` into its groups. Spaces and NULs behind the last bracket are nothing. */
export function splitGroups(line: Bytes, from: u32, length: u32): Groups {
  const end = trimEnd(line, from, length);
  const text = line.subarray(0, end);
  const first = nextGroup(text, from);
  let last = first;
  let beforeLast = first;
  let count: u32 = first.ok ? 1 : 0;
  while (last.ok && last.next < end) {
    beforeLast = last;
    last = nextGroup(text, last.next);
    count = u32(count + 1);
  }
  return { count: last.ok ? count : 0, first, last, beforeLast };
}

/**
 * The index of the bracket that closes the group which `line[at]` opens, where that is the row's only one; 0 where it may have others.
 */
export function onlyGroupEnd(line: Bytes, at: u32): u32 {
  for (let close = u32(at + 1); close < line.length; close++) {
    const byte = line[close];
    if (byte <= SLASH && byte !== SPACE && (byte < STAR || byte === SLASH)) {
      return byte === CLOSE ? close : 0;
    }
  }
  return 0;
}

/** Whether a group holds an OBIS code and no value: it has a colon. */
export function isCode(line: Bytes, group: Group): boolean {
  return line.subarray(group.from, group.to).indexOf(COLON) >= 0;
}
