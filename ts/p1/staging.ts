import { array, u32, type Bytes, type FixedArray, type int, type range, type u16, type u8 } from "ts2c";
import { TextStore } from "./text.ts";
import { NO_TIME } from "./timestamp.ts";
import { type Quantity, type Unit } from "./value.ts";

/** How many readings of one telegram are kept. The longest known telegram has 62. */
export const READINGS = 96;
/** How many lines of one telegram that gave no reading are kept with their reason; the rest are counted. */
export const SKIPPED_LINES = 32;

/**
 * What a reading is: a number with its decimals and unit, a text, a time (the meter's clock), or a list of dated numbers
 * (the power failures, the peaks of the last months).
 */
export type ReadingKind = "number" | "text" | "time" | "list";

/**
 * Why a line gave no reading: it begins with no OBIS code; a bracket is missing; it has no value; a number or a time is
 * wanted and is not there; its list can't be read; it is the place of an M-Bus device that is not there; the telegram had
 * the code before; there was no place left.
 */
export type SkipReason = "code" | "brackets" | "empty" | "number" | "time" | "list" | "absent" | "twice" | "full";

/** One reading of a telegram. Which fields count is said by `kind`. */
export class StagedReading {
  /** The number without its decimal point: `value` / 10^`decimals` `unit`. */
  value: int = 0;
  /** The OBIS code, as in obis.ts. */
  code: u32 = 0;
  /** Of a time: itself. Of a number: when it was read, where the meter says so. Seconds since 1970, 0 for none. */
  time: u32 = NO_TIME;
  /** Of a text: where it lies in the store. Of a list: its groups as sent. Of a number with an "other" unit: the unit. */
  textFrom: u16 = 0;
  textLength: u16 = 0;
  kind: ReadingKind = "number";
  decimals: range<0, 15> = 0;
  unit: Unit = "none";
}

/** A line that gave no reading, and why. */
export class SkippedLine {
  /** Its OBIS code, 0 where it has none. */
  code: u32 = 0;
  /** The line of the telegram, 1 for the identification; beyond 65535 it is that. */
  line: u16 = 0;
  why: SkipReason = "code";
}

/**
 * What the lines of one telegram gave, until its CRC is known to be right. Its memory is fixed: what does not fit is
 * skipped as "full".
 */
export class Staging {
  count: range<0, 96> = 0;
  skippedKept: range<0, 32> = 0;
  /** How many lines gave no reading, those that are not kept included. */
  skippedCount: u32 = 0;
  /** Marks of the codes seen, a bit each, so that only a code whose mark is set is looked for among the readings. */
  private readonly marks: Uint32Array = new Uint32Array(8);
  readonly readings: FixedArray<StagedReading, 96> = array(READINGS, () => new StagedReading());
  readonly skipped: FixedArray<SkippedLine, 32> = array(SKIPPED_LINES, () => new SkippedLine());
  readonly text: TextStore = new TextStore();

  clear(): void {
    this.count = 0;
    this.skippedKept = 0;
    this.skippedCount = 0;
    this.text.clear();
    this.marks.fill(0);
  }

  /**
   * Adds a number, read at `time` (0 for not known). The texts since `mark` are the spelling of its "other" unit. Says
   * whether there was place.
   */
  addNumber(code: u32, line: u32, number: Quantity, time: u32, mark: u16): boolean {
    const index = this.count;
    if (!this.place(code, "number", line, mark) || index >= READINGS) {
      return false;
    }
    const reading = this.readings[index];
    reading.value = number.value;
    reading.decimals = number.decimals;
    reading.unit = number.unit;
    reading.time = time;
    return true;
  }

  /** Adds a number that {@link isNew}, with a known unit or none. False, and nothing added or skipped, where there is no place. */
  addShort(code: u32, value: u32, decimals: range<0, 15>, unit: Unit, time: u32): boolean {
    const index = this.count;
    if (index >= READINGS) {
      return false;
    }
    const reading = this.readings[index];
    reading.code = code;
    reading.kind = "number";
    reading.value = value;
    reading.decimals = decimals;
    reading.unit = unit;
    reading.time = time;
    reading.textFrom = 0;
    reading.textLength = 0;
    this.count = index + 1;
    return true;
  }

  /** Adds a text or the groups of a list: the texts since `mark`. Says whether there was place. */
  addText(code: u32, line: u32, kind: ReadingKind, mark: u16): boolean {
    return this.place(code, kind, line, mark);
  }

  /** Adds the meter's clock. Says whether there was place. */
  addTime(code: u32, line: u32, time: u32): boolean {
    const index = this.count;
    if (!this.place(code, "time", line, this.text.mark()) || index >= READINGS) {
      return false;
    }
    this.readings[index].time = time;
    return true;
  }

  /** Takes the next place, with the texts since `mark`. Where there is none, those texts are taken back. */
  private place(code: u32, kind: ReadingKind, line: u32, mark: u16): boolean {
    if (this.count >= READINGS) {
      this.text.reset(mark);
      this.skip(line, code, "full");
      return false;
    }
    const end = this.text.mark();
    const reading = this.readings[this.count];
    reading.code = code;
    reading.kind = kind;
    reading.value = 0;
    reading.decimals = 0;
    reading.unit = "none";
    reading.time = NO_TIME;
    reading.textFrom = mark;
    reading.textLength = end >= mark ? end - mark : 0;
    this.count++;
    this.isNew(code);
    return true;
  }

  /** Whether the telegram surely gave no reading of `code` before; from now on it may have. */
  isNew(code: u32): boolean {
    const mark = markOf(code);
    const marks = this.marks[mark >> 5];
    this.marks[mark >> 5] = (marks | (1 << (mark & 31))) >>> 0;
    return ((marks >>> (mark & 31)) & 1) === 0;
  }

  /** Notes that a line gave no reading. */
  skip(line: u32, code: u32, why: SkipReason): void {
    if (this.skippedKept < SKIPPED_LINES) {
      const skipped = this.skipped[this.skippedKept];
      skipped.line = Math.min(line, 65535);
      skipped.code = code;
      skipped.why = why;
      this.skippedKept++;
    }
    this.skippedCount = u32(this.skippedCount + 1);
  }

  /** Whether the telegram already gave a reading of `code`. */
  has(code: u32): boolean {
    const mark = markOf(code);
    return ((this.marks[mark >> 5] >>> (mark & 31)) & 1) !== 0 && this.find(code) < this.count;
  }

  /** The index of the reading of `code`, or `count` when there is none. */
  find(code: u32): range<0, 96> {
    for (let i = 0; i < this.count && i < READINGS; i++) {
      if (this.readings[i].code === code) {
        return i;
      }
    }
    return this.count;
  }

  /** The text of a reading, the groups of a list, or the spelling of an "other" unit. */
  textOf(reading: StagedReading): Bytes {
    return this.text.view(reading.textFrom, reading.textLength);
  }
}

/** A code's place among the marks. By this factor, two codes of one telegram hardly ever have the same. */
function markOf(code: u32): u8 {
  return Math.imul(code, 0x872e0bdb) >>> 24;
}
