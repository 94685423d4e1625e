/**
 * A line of the console as words. Spaces part them; a word in `"…"` or `'…'` may have spaces, and the other kind of quote. Every other
 * byte stands for itself: none has a second meaning that a password would have to be guarded from.
 */

import { type Bytes, type range } from "ts2c";

const TAB = 9;
const SPACE = 32;
const DOUBLE = 34;
const SINGLE = 39;

/** `unclosed`: a quote has no end. `glued`: a word goes on behind its closing quote. */
export type Shape = "words" | "unclosed" | "glued";

/** The command, and the words behind it; those that are not there are empty. */
export interface Words {
  readonly shape: Shape;
  /** How many stand behind the command; of more than four 4. */
  readonly count: range<0, 4>;
  readonly command: Bytes;
  readonly first: Bytes;
  readonly second: Bytes;
  readonly third: Bytes;
}

/** The first word of a line, and what stands behind it. */
interface Piece {
  readonly isThere: boolean;
  readonly shape: Shape;
  readonly word: Bytes;
  readonly rest: Bytes;
}

/** Takes a line apart. */
export function wordsOf(line: Bytes): Words {
  const command = nextPiece(line);
  const first = nextPiece(command.rest);
  const second = nextPiece(first.rest);
  const third = nextPiece(second.rest);
  const fourth = nextPiece(third.rest);
  let count: range<0, 4> = 0;
  count += first.isThere ? 1 : 0;
  count += second.isThere ? 1 : 0;
  count += third.isThere ? 1 : 0;
  count += fourth.isThere ? 1 : 0;
  return {
    // Behind a word of the wrong shape there is none, so it is the last that is there.
    shape: worse(worse(command.shape, first.shape), worse(second.shape, worse(third.shape, fourth.shape))),
    count,
    command: command.word,
    first: first.word,
    second: second.word,
    third: third.word,
  };
}

function worse(one: Shape, other: Shape): Shape {
  return one === "words" ? other : one;
}

function nextPiece(line: Bytes): Piece {
  let start: range<0, 4294967295> = 0;
  while (start < line.length && isSpace(line[start])) {
    start++;
  }
  const text = line.subarray(start);
  if (text.length > 0 && (text[0] === DOUBLE || text[0] === SINGLE)) {
    return quoted(text.subarray(1), text[0]);
  }
  let end: range<0, 4294967295> = 0;
  while (end < text.length && !isSpace(text[end])) {
    end++;
  }
  return { isThere: end > 0, shape: "words", word: text.subarray(0, end), rest: text.subarray(end) };
}

/** A word whose opening quote is taken. */
function quoted(text: Bytes, quote: range<0, 255>): Piece {
  const end = text.indexOf(quote);
  const none = text.subarray(text.length);
  if (end < 0) {
    return { isThere: true, shape: "unclosed", word: text, rest: none };
  }
  const word = text.subarray(0, end);
  const rest = text.subarray(end + 1);
  return isSpace(rest[0] ?? SPACE)
    ? { isThere: true, shape: "words", word, rest }
    : { isThere: true, shape: "glued", word, rest: none };
}

function isSpace(byte: range<0, 255>): boolean {
  return byte === SPACE || byte === TAB;
}
