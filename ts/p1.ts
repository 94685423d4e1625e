/** The reader for programs of others: as an npm package, and as a component for ESP-IDF (tools/library/). The device does without. */

import { type Bytes, type Writer, type range, type u32 } from "ts2c";
import { type Country } from "./meter/country.ts";
import { Meter, writeValue } from "./meter/meter.ts";
import { writeEntry } from "./meter/write.ts";
import { type TagVerdict } from "./p1/encryption.ts";
import { DatedList } from "./p1/list.ts";
import { writeCode } from "./p1/obis.ts";
import { type Crc, type Outcome } from "./p1/outcome.ts";
import { reasonText } from "./p1/reason.ts";
import { type SkippedLine, type StagedReading } from "./p1/staging.ts";
import { TelegramReader } from "./p1/telegram.ts";
import { NO_TIME, writeTime } from "./p1/timestamp.ts";

/**
 * Finds telegrams in the bytes of one P1 port, and says what their readings are. What it gives of a telegram is valid from the
 * outcome "telegram" to the next call of {@link read} or {@link silence}.
 */
export class Reader {
  private readonly telegrams: TelegramReader = new TelegramReader();
  private readonly meter: Meter = new Meter();
  private readonly list: DatedList = new DatedList();

  /**
   * Sets the key, 16 bytes, and the additional data, at most 64 with the security byte, of the encrypted frames that follow; with an empty
   * key they are told as "encrypted".
   */
  unlock(key: Bytes, additional: Bytes): void {
    this.telegrams.encryption.configure(key, additional);
  }

  /**
   * Takes bytes from `bytes[from …]` until a telegram has ended, well or not, or the chunk has. Returns the index of the first
   * byte that was not taken; {@link outcome} says why it stopped.
   */
  read(bytes: Bytes, from: u32): u32 {
    const at = this.telegrams.read(bytes, from);
    this.learn();
    return at;
  }

  /** The line was silent for half a second, or there are no more bytes: what was begun is over, and may be a telegram. */
  silence(): void {
    this.telegrams.silence();
    this.learn();
  }

  private learn(): void {
    if (this.telegrams.outcome === "telegram") {
      this.meter.take(this.telegrams.staged, this.telegrams.identification());
    }
  }

  /** What the last call came to. */
  outcome(): Outcome {
    return this.telegrams.outcome;
  }

  /** Which CRC the telegram had. */
  crc(): Crc {
    return this.telegrams.crc;
  }

  /** What the tag of an encrypted frame said. A wrong one does not spoil a telegram whose CRC is right. */
  tag(): TagVerdict {
    return this.telegrams.tag;
  }

  /** The telegram's identification, without its `/`. */
  identification(): Bytes {
    return this.telegrams.identification();
  }

  /** Whose meter sent the telegram. */
  country(): Country {
    return this.meter.country;
  }

  /** How many readings the telegram has. */
  count(): range<0, 96> {
    return this.telegrams.staged.count;
  }

  /** The reading at an index; null behind the last one. */
  reading(index: u32): StagedReading | null {
    const staged = this.telegrams.staged;
    return index < staged.count && index < staged.readings.length ? staged.readings[index] : null;
  }

  /** Writes a reading's OBIS code: `1-0:1.8.1`. */
  writeObis(writer: Writer, reading: StagedReading): void {
    writeCode(writer, reading.code);
  }

  /** Writes what a reading is called, with its unit: `total/consumption_low_tariff_kWh`; `other/<code>` where nobody knows. */
  writeTopic(writer: Writer, reading: StagedReading): void {
    this.meter.writeTopic(writer, this.telegrams.staged, reading);
  }

  /** Writes a number with the meter's decimals, a text, or a time in UTC. Nothing for a list, whose entries have values. */
  writeValue(writer: Writer, reading: StagedReading): void {
    writeValue(writer, this.telegrams.staged, reading);
  }

  /** Writes the unit of a number as the meter spells it; nothing where it has none. */
  writeUnit(writer: Writer, reading: StagedReading): void {
    if (reading.kind === "number" && reading.unit === "other") {
      writer.bytes(this.telegrams.staged.textOf(reading));
    } else if (reading.kind === "number" && reading.unit !== "none") {
      writer.text(reading.unit);
    }
  }

  /** Writes when a number was read, where the meter says so: `2020-09-09T20:00:00Z`. */
  writeTime(writer: Writer, reading: StagedReading): void {
    if (reading.kind === "number" && reading.time !== NO_TIME) {
      writeTime(writer, reading.time);
    }
  }

  /** Goes to the first entry of a list; false where it has none. */
  firstEntry(reading: StagedReading): boolean {
    this.list.start();
    return this.nextEntry(reading);
  }

  /** Goes to the next entry of the same list; false behind the last one. */
  nextEntry(reading: StagedReading): boolean {
    return reading.kind === "list" && this.list.next(this.telegrams.staged.textOf(reading));
  }

  /** Writes the entry as JSON: `{"time":"2024-01-12T14:24:15Z","value":"240","unit":"s"}`. */
  writeEntry(writer: Writer, reading: StagedReading): void {
    writeEntry(writer, this.list, this.telegrams.staged.textOf(reading));
  }

  /** How many lines gave no reading. */
  skippedCount(): u32 {
    return this.telegrams.staged.skippedCount;
  }

  /** The line without a reading at an index; null behind the last one that is kept. */
  skipped(index: u32): SkippedLine | null {
    const staged = this.telegrams.staged;
    return index < staged.skippedKept && index < staged.skipped.length ? staged.skipped[index] : null;
  }

  /** Writes why a line gave no reading. */
  writeReason(writer: Writer, skipped: SkippedLine): void {
    writer.text(reasonText(skipped.why));
  }
}
