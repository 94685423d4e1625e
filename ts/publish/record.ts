/** The totals of one quarter of an hour, as they are stored. */

import { array, type Bytes, type FixedArray, type Writer, type int, type range, type u32, type u8 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { type StagedReading } from "../p1/staging.ts";
import { NO_TIME, writeTime } from "../p1/timestamp.ts";

/** How many different totals and peaks are kept, and how long the topic of one may be. */
const COLUMNS = 24;
const TOPIC_SIZE = 64;

const HEAD_SIZE = 5;
const ENTRY_SIZE = 12;
/** The size of a record with all columns. */
export const RECORD_SIZE = 293;

/** What a value has to stay below, to fit into six bytes. */
const VALUE_END: int = 281474976710656;
const TWO_32 = 4294967296;

/** The size of a record with that many totals. */
export function sizeFor(totals: range<0, 96>): range<1, 293> {
  return HEAD_SIZE + Math.min(totals, COLUMNS) * ENTRY_SIZE;
}

/** The topic of a total. */
class Column {
  readonly topic: Uint8Array = new Uint8Array(TOPIC_SIZE);
  length: range<0, 64> = 0;
}

/**
 * One record: time, count, and for each total its column, decimals, value and the time at which it was read. The topics
 * stand apart, since they are the same in all records.
 */
export class HistoryRecord {
  readonly bytes: Uint8Array = new Uint8Array(RECORD_SIZE);
  private used: range<0, 293> = 0;
  private readonly columns: FixedArray<Column, 24> = array(COLUMNS, () => new Column());
  private columnCount: range<0, 24> = 0;

  /** Begins the record of a time. */
  begin(time: u32): void {
    this.putWord(0, time);
    this.bytes[4] = 0;
    this.used = HEAD_SIZE;
  }

  /** The record so far. */
  view(): Bytes {
    return this.bytes.subarray(0, this.used);
  }

  /** Adds a total, if it fits into a record of `size` bytes. */
  add(topic: Bytes, reading: StagedReading, size: u32): boolean {
    const column = this.columnOf(topic);
    const at = this.used;
    const value = reading.value;
    if (column >= COLUMNS || at > RECORD_SIZE - ENTRY_SIZE || at + ENTRY_SIZE > size) {
      return false;
    }
    if (value < 0 || value >= VALUE_END) {
      return false;
    }
    this.bytes[at] = column;
    this.bytes[at + 1] = reading.decimals;
    this.putWord(at + 2, value % TWO_32);
    const high = Math.trunc(value / TWO_32);
    this.bytes[at + 6] = high & 0xff;
    this.bytes[at + 7] = high >> 8;
    this.putWord(at + 8, reading.time);
    this.used = at + ENTRY_SIZE;
    this.bytes[4] = (this.bytes[4] + 1) & 0xff;
    return true;
  }

  /** Writes what lies in `bytes` as JSON: `{"time":"2026-01-05T12:15:00Z","total/consumption_kWh":123.456}`. */
  writeJson(out: Writer): void {
    out.text('{"time":"');
    writeTime(out, this.word(0));
    out.text('"');
    const count = this.bytes[4];
    for (let i = 0; i < count && i < COLUMNS; i++) {
      this.writeEntry(out, HEAD_SIZE + i * ENTRY_SIZE);
    }
    out.text("}");
  }

  private writeEntry(out: Writer, at: range<0, 281>): void {
    const index = this.bytes[at];
    if (index >= COLUMNS) {
      return;
    }
    const column = this.columns[index];
    const topic = column.topic.subarray(0, column.length);
    const decimals = Math.min(this.bytes[at + 1], 15);
    const high = this.bytes[at + 6] | (this.bytes[at + 7] << 8);
    out.text(",");
    out.jsonString(topic);
    out.text(":");
    out.decimal(high * TWO_32 + this.word(at + 2), decimals);
    const time = this.word(at + 8);
    if (time !== NO_TIME) {
      out.text(',"');
      out.bytes(topic);
      out.text('_time":"');
      writeTime(out, time);
      out.text('"');
    }
  }

  /** The column of a topic, a new one for a topic that is not known; their number when there is none left. */
  private columnOf(topic: Bytes): u8 {
    for (let i = 0; i < this.columnCount && i < COLUMNS; i++) {
      if (sameBytes(this.columns[i].topic.subarray(0, this.columns[i].length), topic)) {
        return i;
      }
    }
    const index = this.columnCount;
    if (index >= COLUMNS || topic.length > TOPIC_SIZE) {
      return COLUMNS;
    }
    this.columns[index].topic.set(topic, 0);
    this.columns[index].length = topic.length;
    this.columnCount = index + 1;
    return index;
  }

  private putWord(at: range<0, 289>, value: u32): void {
    this.bytes[at] = value & 0xff;
    this.bytes[at + 1] = (value >>> 8) & 0xff;
    this.bytes[at + 2] = (value >>> 16) & 0xff;
    this.bytes[at + 3] = value >>> 24;
  }

  private word(at: range<0, 289>): u32 {
    const low = this.bytes[at] | (this.bytes[at + 1] << 8) | (this.bytes[at + 2] << 16);
    return (low | (this.bytes[at + 3] << 24)) >>> 0;
  }
}
