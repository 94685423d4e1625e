import { type Bytes, type range, type u32 } from "ts2c";
import { CLOSE, OPEN, SLASH } from "./ascii.ts";
import { isHolley } from "./identification.ts";
import { CODE_WINDOW } from "./obis.ts";
import { LINE_LIMIT } from "./row.ts";

/**
 * The line that is being read. A line that begins with `(` continues the one before (DSMR 2.2 and 3 put the gas reading on
 * a line of its own), so that an object may be made of several lines as sent; what was sent as one is called a row here.
 */
export class LineBuffer {
  private readonly bytes: Uint8Array = new Uint8Array(LINE_LIMIT + CODE_WINDOW);
  private used: range<0, 2100> = 0;
  /** Where the present row begins. */
  private row: range<0, 2100> = 0;
  /** Where the last `/` of the present row stands; the row's beginning when it has none behind that. */
  private slash: range<0, 2100> = 0;

  clear(): void {
    this.used = 0;
    this.row = 0;
    this.slash = 0;
  }

  isEmpty(): boolean {
    return this.used === 0;
  }

  /** Whether the present row has no byte yet. */
  isAtRowStart(): boolean {
    return this.used === this.row;
  }

  /** Whether the present row is the line's first. */
  isFirstRow(): boolean {
    return this.row === 0;
  }

  /** The whole line so far. */
  view(): Bytes {
    return this.bytes.subarray(0, this.used);
  }

  /** The same, with whatever lies behind it. */
  padded(): Bytes {
    return this.bytes;
  }

  /** How many bytes fit. */
  room(): range<0, 2100> {
    return LINE_LIMIT - this.used;
  }

  /** Adds bytes that hold no `/` and no line end, at most as many as there is {@link room} for. */
  add(part: Bytes): void {
    const used = this.used;
    if (part.length <= LINE_LIMIT - used) {
      this.bytes.set(part, used);
      this.used = used + part.length;
    }
  }

  /** Adds a `/`. False when it does not fit. */
  addSlash(): boolean {
    const used = this.used;
    if (used >= LINE_LIMIT) {
      return false;
    }
    this.bytes[used] = SLASH;
    if (used - this.slash !== 5 || !isHolley(this.bytes.subarray(this.slash + 1, used))) {
      this.slash = used;
    }
    this.used = used + 1;
    return true;
  }

  /** Ends the present row; what is added from now on is the next one. */
  endRow(): void {
    this.row = this.used;
    this.slash = this.used;
  }

  /**
   * Whether a telegram begins in the middle of the present row: behind its last `/` stands no bracket, as in an
   * identification and in no other row.
   */
  holdsStart(): boolean {
    if (this.slash <= this.row) {
      return false;
    }
    for (let at: u32 = this.slash; at < this.used; at++) {
      const byte = this.bytes[at];
      if (byte === OPEN || byte === CLOSE) {
        return false;
      }
    }
    return true;
  }

  /** Drops what stands before the last `/` of the present row, which becomes the whole line, and says how much it was. */
  dropBeforeSlash(): u32 {
    const dropped = this.slash;
    this.bytes.copyWithin(0, dropped, this.used);
    this.used = dropped <= this.used ? this.used - dropped : 0;
    this.row = 0;
    this.slash = 0;
    return dropped;
  }
}
