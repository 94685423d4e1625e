/** The newest reading of each code, and what of it was published last. */

import { Writer, array, type Bytes, type FixedArray, type range, u32 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { type Entry } from "../meter/catalogue.ts";
import { writeTopicUnit } from "../meter/write.ts";
import { type StagedReading } from "../p1/staging.ts";
import { NO_TIME } from "../p1/timestamp.ts";
import { KeptReading, UNSEEN } from "./kept-reading.ts";

/** How many readings are kept: those of the longest telegram, and its identification. */
export const PLACES = 97;

/** How many bytes a topic below the root may have: the longest of the catalogue has 47. */
export const TOPIC_SIZE = 64;

/** How many telegrams without a reading, and for how many milliseconds, tell that it stays away: some come once an hour. */
const OVERDUE = 3;
const OVERDUE_MS = 7200000;

/**
 * How many bytes all topics and texts may have together: the texts of one telegram and its identification, and 32 for each topic.
 * The longest known telegram's topics take 29 each.
 */
const WORDS_SIZE = 5280;

/**
 * The kept readings. There is room for all readings of one telegram; where the room ends, those that the last telegram no
 * longer had are forgotten.
 */
export class Kept {
  readonly readings: FixedArray<KeptReading, 97> = array(PLACES, () => new KeptReading());
  /** The topics and texts, one behind the other. */
  private readonly words: Uint8Array = new Uint8Array(WORDS_SIZE);
  private wordsUsed: range<0, typeof WORDS_SIZE> = 0;
  private telegram: u32 = 0;
  private now: u32 = 0;
  private readonly unitBuffer: Uint8Array = new Uint8Array(24);
  private readonly unit: Writer = new Writer(this.unitBuffer);

  /** A telegram begins: its readings follow with {@link keep}. */
  begin(now: u32): void {
    this.telegram = (this.telegram + 1) >>> 0;
    this.now = now;
  }

  /** The number of the last telegram. */
  telegramNumber(): u32 {
    return this.telegram;
  }

  /** Whether a reading stays away though telegrams come. */
  isOverdue(reading: KeptReading): boolean {
    return u32(this.telegram - reading.telegram) >= OVERDUE && u32(this.now - reading.heardAt) >= OVERDUE_MS;
  }

  /** Makes every reading of the last telegram one that is to be published, whether it changed or not. */
  forgetPublished(): void {
    for (const reading of this.readings) {
      if (reading.used && reading.telegram === this.telegram) {
        reading.published = false;
      }
    }
  }

  /** The topic of a reading, below the root. */
  topicOf(index: range<0, 96>): Bytes {
    const reading = this.readings[index];
    return this.words.subarray(reading.wordsFrom, reading.wordsFrom + reading.topicLength);
  }

  /** The topic of a reading without its unit. */
  nameOf(index: range<0, 96>): Bytes {
    const reading = this.readings[index];
    const topic = this.topicOf(index);
    this.unit.clear();
    this.unit.text("_");
    writeTopicUnit(this.unit, reading.unit, this.textOf(reading));
    const unit = this.unit.view();
    if (unit.length > 1 && unit.length <= topic.length) {
      const end = topic.length - unit.length;
      if (sameBytes(topic.subarray(end), unit)) {
        return topic.subarray(0, end);
      }
    }
    return topic;
  }

  /** The text of a reading, the groups of a list, or the spelling of an "other" unit. */
  textOf(reading: KeptReading): Bytes {
    const start = reading.wordsFrom + reading.topicLength;
    return this.words.subarray(start, start + reading.textLength);
  }

  /**
   * Keeps a reading of the telegram with what the catalogue knows of it, its topic and its text. `hint` is where to look
   * first. Says where it is kept, so that the next one is probably behind it.
   */
  keep(staged: StagedReading, entry: Entry, topic: Bytes, text: Bytes, hint: range<0, 96>): range<0, 96> {
    const index = this.place(staged.code, hint);
    const reading = this.readings[index];
    reading.telegram = this.telegram;
    reading.heardAt = this.now;
    const otherTopic = !sameBytes(this.topicOf(index), topic);
    const otherText = !sameBytes(this.textOf(reading), text);
    if (reading.kind !== staged.kind || reading.unit !== staged.unit || otherTopic) {
      reading.kind = staged.kind;
      reading.unit = staged.unit;
      reading.behaves = entry.kind;
      reading.device = entry.device;
      reading.shown = entry.shown;
      reading.published = false;
      reading.announced = false;
      reading.unseen = UNSEEN;
    }
    reading.textChanged = reading.textChanged || otherText;
    reading.unseen = otherText ? UNSEEN : reading.unseen;
    if (otherTopic || otherText) {
      this.keepWords(reading, topic, text);
    }
    if ((reading.time === NO_TIME) !== (staged.time === NO_TIME)) {
      reading.announced = false;
    }
    if (reading.value !== staged.value || reading.decimals !== staged.decimals || reading.time !== staged.time) {
      reading.unseen = UNSEEN;
    }
    reading.value = staged.value;
    reading.decimals = staged.decimals;
    reading.time = staged.time;
    return index;
  }

  /** Whether the meter says a code. */
  has(code: u32): boolean {
    for (const reading of this.readings) {
      if (reading.code === code && reading.isCurrent()) {
        return true;
      }
    }
    return false;
  }

  /** The reading of `code` leaves: the next telegram's is a new one. */
  leave(code: u32): void {
    for (const reading of this.readings) {
      if (reading.code === code) {
        reading.leave();
      }
    }
  }

  /** Nobody was told of those that leave. */
  dropLeaving(): void {
    for (let i = 0; i < PLACES; i++) {
      if (this.readings[i].leaving) {
        this.drop(i);
      }
    }
  }

  /** Frees the place of a reading. */
  drop(index: range<0, 96>): void {
    const reading = this.readings[index];
    this.dropWords(reading);
    reading.used = false;
    reading.leaving = false;
  }

  /** Where the reading of `code` is kept; a place is made for a new one. */
  private place(code: u32, hint: range<0, 96>): range<0, 96> {
    if (this.readings[hint].isCurrent() && this.readings[hint].code === code) {
      return hint;
    }
    for (let i = 0; i < PLACES; i++) {
      if (this.readings[i].isCurrent() && this.readings[i].code === code) {
        return i;
      }
    }
    const free = this.free();
    if (free < PLACES) {
      this.readings[free].claim(code);
      return free;
    }
    this.forget();
    const freed = Math.min(this.free(), PLACES - 1);
    this.readings[freed].claim(code);
    return freed;
  }

  private free(): range<0, 97> {
    for (let i = 0; i < PLACES; i++) {
      if (!this.readings[i].used) {
        return i;
      }
    }
    return PLACES;
  }

  /** Forgets the readings that this telegram has not had so far. Those that still come are taken for new ones. */
  private forget(): void {
    for (let i = 0; i < PLACES; i++) {
      const reading = this.readings[i];
      if (reading.used && (reading.leaving || reading.telegram !== this.telegram)) {
        this.drop(i);
      }
    }
  }

  /** A reading for whose words there is no room even then is not kept. */
  private keepWords(reading: KeptReading, topic: Bytes, text: Bytes): void {
    this.dropWords(reading);
    if (topic.length + text.length > WORDS_SIZE - this.wordsUsed) {
      this.forget();
    }
    const used = this.wordsUsed;
    const behind = used + topic.length;
    if (topic.length > TOPIC_SIZE || behind > WORDS_SIZE || text.length > WORDS_SIZE - behind) {
      reading.used = false;
      return;
    }
    this.words.set(topic, used);
    this.words.set(text, behind);
    reading.wordsFrom = used;
    reading.topicLength = topic.length;
    reading.textLength = text.length;
    this.wordsUsed = behind + text.length;
  }

  /** Takes a reading's topic and text out of the words; those behind them move up. */
  private dropWords(reading: KeptReading): void {
    const from = reading.wordsFrom;
    const length = reading.topicLength + reading.textLength;
    reading.topicLength = 0;
    reading.textLength = 0;
    const used = this.wordsUsed;
    if (length === 0 || length > used) {
      return;
    }
    this.words.copyWithin(from, from + length, used);
    this.wordsUsed = used - length;
    for (const other of this.readings) {
      const start = other.wordsFrom;
      if (start > from && start >= length) {
        other.wordsFrom = start - length;
      }
    }
  }
}
