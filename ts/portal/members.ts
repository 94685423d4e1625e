/** Reads a JSON object of texts, numbers and truth values (RFC 8259), member after member. */

import { Writer, type Bytes, type range, type u32, type u8, utf8 } from "ts2c";
import { hexValue } from "../p1/ascii.ts";

/**
 * What came next. `end`: the object is over, and nothing stands behind it. `wrong`: it is no such object.
 */
export type Step = "member" | "end" | "wrong";

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** The letters behind a backslash, and what they stand for. */
const ESCAPES: Bytes = utf8('"\\/bfnrt');
const ESCAPED: readonly u8[] = [0x22, 0x5c, 0x2f, 0x08, 0x0c, 0x0a, 0x0d, 0x09];

const FIRST_SURROGATE = 0xd800;
const FIRST_LOW_SURROGATE = 0xdc00;
const BEHIND_SURROGATES = 0xe000;

/** A walk through one object. */
export class Members {
  private at: u32 = 0;
  private started: boolean = false;
  private readonly nameMemory: Uint8Array = new Uint8Array(64);
  private readonly valueMemory: Uint8Array = new Uint8Array(256);
  /**
   * The name of the member at which the walk stands, and its value: a text without its quotes, or a word as it is written. What is
   * longer than any that is allowed is cut.
   */
  readonly name: Writer = new Writer(this.nameMemory);
  readonly value: Writer = new Writer(this.valueMemory);

  /** Begins a walk. */
  start(): void {
    this.at = 0;
    this.started = false;
  }

  /** Goes to the next member of `text`. */
  next(text: Bytes): Step {
    this.name.clear();
    this.value.clear();
    const isFirst = !this.started;
    this.started = true;
    if (isFirst && !this.take(text, OPEN)) {
      return "wrong";
    }
    if (this.take(text, CLOSE)) {
      return this.skipSpace(text) === text.length ? "end" : "wrong";
    }
    if (!isFirst && !this.take(text, COMMA)) {
      return "wrong";
    }
    const isMember = this.takeString(text, this.name) && this.take(text, COLON) && this.takeValue(text);
    return isMember ? "member" : "wrong";
  }

  /** Where the next token begins. */
  private skipSpace(text: Bytes): u32 {
    while (this.at < text.length && isSpace(text[this.at])) {
      this.at++;
    }
    return this.at;
  }

  /** Goes over a sign, if it is the next token. */
  private take(text: Bytes, sign: u8): boolean {
    const at = this.skipSpace(text);
    if (at < text.length && text[at] === sign) {
      this.at = at + 1;
      return true;
    }
    return false;
  }

  private takeValue(text: Bytes): boolean {
    const at = this.skipSpace(text);
    if (at < text.length && text[at] === QUOTE) {
      return this.takeString(text, this.value);
    }
    while (this.at < text.length && isOfWord(text[this.at])) {
      this.value.byte(text[this.at]);
      this.at++;
    }
    return this.value.length() > 0;
  }

  /** Reads a text with its quotes. */
  private takeString(text: Bytes, into: Writer): boolean {
    if (!this.take(text, QUOTE)) {
      return false;
    }
    while (this.at < text.length) {
      const byte = text[this.at];
      this.at++;
      if (byte === QUOTE) {
        return true;
      }
      if (byte < 0x20) {
        return false;
      }
      if (byte !== BACKSLASH) {
        into.byte(byte);
      } else if (!this.takeEscape(text, into)) {
        return false;
      }
    }
    return false;
  }

  /** Reads what stands behind a backslash. */
  private takeEscape(text: Bytes, into: Writer): boolean {
    if (this.at >= text.length) {
      return false;
    }
    const letter = text[this.at];
    this.at++;
    if (letter !== 0x75) {
      const place = ESCAPES.indexOf(letter);
      if (place < 0 || place >= ESCAPED.length) {
        return false;
      }
      into.byte(ESCAPED[place]);
      return true;
    }
    const unit = this.takeHex(text);
    if (unit < 0 || (unit >= FIRST_LOW_SURROGATE && unit < BEHIND_SURROGATES)) {
      return false;
    }
    if (unit < FIRST_SURROGATE || unit >= BEHIND_SURROGATES) {
      writeUtf8(into, unit);
      return true;
    }
    if (this.at + 1 >= text.length || text[this.at] !== BACKSLASH || text[this.at + 1] !== 0x75) {
      return false;
    }
    this.at = Math.min(this.at + 2, text.length);
    const low = this.takeHex(text);
    if (low < FIRST_LOW_SURROGATE || low >= BEHIND_SURROGATES) {
      return false;
    }
    writeUtf8(into, Math.min(0x10000 + (((unit & 0x3ff) << 10) | (low & 0x3ff)), 0x10ffff));
    return true;
  }

  /** Reads four hexadecimal digits; −1 where they are none. */
  private takeHex(text: Bytes): range<-1, 0xffff> {
    let unit: range<0, 0xffff> = 0;
    for (let i = 0; i < 4; i++) {
      if (this.at >= text.length) {
        return -1;
      }
      const digit = hexValue(text[this.at]);
      if (digit > 15) {
        return -1;
      }
      unit = ((unit << 4) | digit) & 0xffff;
      this.at++;
    }
    return unit;
  }
}

function isSpace(byte: u8): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

/** Whether a byte may stand in a number or in `true` and `false`. */
function isOfWord(byte: u8): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e;
}

/** Writes a character as UTF-8 (RFC 3629). */
function writeUtf8(out: Writer, point: range<0, 0x10ffff>): void {
  if (point < 0x80) {
    out.byte(point);
  } else if (point < 0x800) {
    out.byte(0xc0 | (point >> 6));
    out.byte(0x80 | (point & 0x3f));
  } else if (point < 0x10000) {
    out.byte(0xe0 | (point >> 12));
    out.byte(0x80 | ((point >> 6) & 0x3f));
    out.byte(0x80 | (point & 0x3f));
  } else {
    out.byte(0xf0 | (point >> 18));
    out.byte(0x80 | ((point >> 12) & 0x3f));
    out.byte(0x80 | ((point >> 6) & 0x3f));
    out.byte(0x80 | (point & 0x3f));
  }
}
