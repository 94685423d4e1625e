import { utf8, type Bytes, type int, type range, type u32, type u8 } from "./core.ts";

const HEX: Bytes = utf8("0123456789abcdef");

/** Ten to the power of the index, as far as an `int` goes. */
const POWERS: readonly int[] = [
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000,
  10000000000000, 100000000000000, 1000000000000000,
];

/**
 * Builds text in a caller's bytes. What does not fit is left out, and `full` stays set from then on: a reader of the
 * result checks it once, at the end.
 */
export class Writer {
  private readonly target: Uint8Array;
  private used: u32 = 0;
  private overflowed: boolean = false;

  constructor(target: Uint8Array) {
    this.target = target;
  }

  /** Whether something did not fit since the last `clear` (or since the mark that was reset to). */
  full(): boolean {
    return this.overflowed;
  }

  /** How many bytes are written. */
  length(): u32 {
    return this.used;
  }

  /** What is written so far, as a view of the caller's bytes. */
  view(): Bytes {
    return this.target.subarray(0, this.used);
  }

  /** Forgets everything. */
  clear(): void {
    this.used = 0;
    this.overflowed = false;
  }

  /** Where the writer stands, for {@link reset}. */
  mark(): u32 {
    return this.used;
  }

  /** Takes back what was written since the mark, and that it did not fit. */
  reset(mark: u32): void {
    if (mark <= this.used) {
      this.used = mark;
      this.overflowed = false;
    }
  }

  byte(value: u8): void {
    if (this.used < this.target.length) {
      this.target[this.used] = value;
      this.used++;
    } else {
      this.overflowed = true;
    }
  }

  /** Writes all of `value`, or nothing of it. */
  bytes(value: Bytes): void {
    const used = this.used;
    if (used <= this.target.length && value.length <= this.target.length - used) {
      this.target.set(value, used);
      this.used = used + value.length;
    } else {
      this.overflowed = true;
    }
  }

  /** Writes a text as UTF-8. */
  text(value: string): void {
    this.bytes(utf8(value));
  }

  /** Writes an integer in decimal digits. */
  int(value: int): void {
    this.decimal(value, 0);
  }

  /** Writes `value` / 10^`decimals` with exactly that many decimals: `decimal(-1205, 3)` gives `-1.205`. */
  decimal(value: int, decimals: range<0, 15>): void {
    if (value < 0) {
      this.byte(45);
    }
    const magnitude: int = value < 0 ? 0 - value : value;
    let digits: range<1, 16> = 1;
    while (digits < 16 && magnitude >= POWERS[digits]) {
      digits++;
    }
    if (digits <= decimals) {
      digits = decimals + 1;
    }
    for (let place = digits - 1; place >= 0; place--) {
      this.byte(48 + (Math.trunc(magnitude / POWERS[place]) % 10));
      if (place === decimals && place > 0) {
        this.byte(46);
      }
    }
  }

  /** Writes two hexadecimal digits for each byte. */
  hex(value: Bytes): void {
    for (const byte of value) {
      this.byte(HEX[byte >> 4] ?? 0);
      this.byte(HEX[byte & 15] ?? 0);
    }
  }

  /**
   * Writes a JSON string with its quotes. Bytes of UTF-8 pass; quotes, backslashes and control characters are escaped.
   * What is no UTF-8 is the caller's to mend before.
   */
  jsonString(value: Bytes): void {
    this.byte(34);
    for (const byte of value) {
      if (byte === 34 || byte === 92) {
        this.byte(92);
        this.byte(byte);
      } else if (byte < 32) {
        this.text("\\u00");
        this.byte(HEX[byte >> 4] ?? 0);
        this.byte(HEX[byte & 15] ?? 0);
      } else {
        this.byte(byte);
      }
    }
    this.byte(34);
  }
}
