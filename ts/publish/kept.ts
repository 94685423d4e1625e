/** The newest reading of each code, and what of it was published last. */

import { Writer, array, type Bytes, type FixedArray, type int, type range, type u16, type u32, type u8 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { type DeviceClass, type Entry, type Kind, type Shown } from "../meter/catalogue.ts";
import { writeTopicUnit } from "../meter/write.ts";
import { type ReadingKind, type StagedReading } from "../p1/staging.ts";
import { NO_TIME } from "../p1/timestamp.ts";
import { type Unit } from "../p1/value.ts";

/** How many readings are kept: those of the longest telegram, and its identification. */
export const PLACES = 97;

/** How many bytes a topic below the root may have: the longest of the catalogue has 47. */
export const TOPIC_SIZE = 64;

/** Nobody has seen it. */
const UNSEEN = 0xff;

/**
 * How many bytes all topics and texts may have together: the texts of one telegram and its identification, and 32 for each topic.
 * The longest known telegram's topics take 29 each.
 */
const WORDS_SIZE = 5280;

/** One reading. Which fields count is said by `kind`, as in {@link StagedReading}. There are many: the wide fields come first, so that no byte is lost between them. */
export class KeptReading {
  value: int = 0;
  publishedValue: int = 0;
  code: u32 = 0;
  time: u32 = NO_TIME;
  publishedTime: u32 = NO_TIME;
  /** The number of the last telegram that had it, and when that came. */
  telegram: u32 = 0;
  heardAt: u32 = 0;
  /** Where its topic lies among the words, and behind it its text. */
  wordsFrom: u16 = 0;
  textLength: u16 = 0;
  topicLength: u8 = 0;

  /** Whether this place holds a reading. */
  used: boolean = false;
  kind: ReadingKind = "number";
  decimals: range<0, 15> = 0;
  unit: Unit = "none";
  /** What the catalogue knows about it. */
  behaves: Kind = "word";
  device: DeviceClass = "none";
  shown: Shown = "main";
  /** Whether a setting says that it is not published. */
  leftOut: boolean = false;
  /** Whether it is about to get another topic, and Home Assistant has to forget the old one before. */
  moving: boolean = false;
  /** Whether Home Assistant knows of it as it is now. */
  announced: boolean = false;

  /** Whether what was published last is still known to whoever listens. */
  published: boolean = false;
  publishedDecimals: range<0, 15> = 0;
  /** Whether the text was another one at any time since it was published. */
  textChanged: boolean = false;

  /** What this publication has still to send of it: its value, its time, its part of the JSON array. */
  valueDue: boolean = false;
  timeDue: boolean = false;
  jsonDue: boolean = false;

  /** A bit for each stream whose client has not seen it as it is. */
  unseen: u8 = 0;

  /** Whether it differs from what was published last. */
  changed(): boolean {
    return (
      !this.published ||
      this.textChanged ||
      this.value !== this.publishedValue ||
      this.decimals !== this.publishedDecimals ||
      this.time !== this.publishedTime
    );
  }

  /** Notes that the value was published as it is now. */
  markPublished(): void {
    this.published = true;
    this.publishedValue = this.value;
    this.publishedDecimals = this.decimals;
    this.publishedTime = this.time;
    this.textChanged = false;
  }

  /** Nothing of it is to be sent any more. */
  clearDue(): void {
    this.valueDue = false;
    this.timeDue = false;
    this.jsonDue = false;
  }

  /** Whether it is power, which is published at a pace of its own. */
  isPower(): boolean {
    return this.device === "power" && this.behaves === "gauge";
  }

  /** A reading that is left out from now on is no longer sent; one that no longer is, is sent as if it were new. */
  leaveOut(leftOut: boolean): void {
    if (leftOut !== this.leftOut && !this.isHeldBack()) {
      this.leftOut = leftOut;
      this.published = false;
      this.announced = false;
      this.clearDue();
    }
  }

  /** Whether its old topic is still to be withdrawn. */
  isHeldBack(): boolean {
    return this.moving && !this.announced;
  }

  /** Makes this the place of a reading that was never published. */
  claim(code: u32): void {
    this.used = true;
    this.unseen = UNSEEN;
    this.code = code;
    this.leftOut = false;
    this.announced = false;
    this.moving = false;
    this.published = false;
    this.clearDue();
    this.topicLength = 0;
    this.textLength = 0;
  }
}

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
    reading.moving = reading.isHeldBack();
    if (reading.moving) {
      return index; // It is not published before its old topic is withdrawn.
    }
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

  /** The reading of `code` is to have another topic: it is withdrawn under the one that it has. */
  move(code: u32): void {
    for (const reading of this.readings) {
      if (reading.used && reading.code === code && reading.announced && !reading.leftOut) {
        reading.leaveOut(true);
        reading.moving = true;
      }
    }
  }

  /** Where the reading of `code` is kept; a place is made for a new one. */
  private place(code: u32, hint: range<0, 96>): range<0, 96> {
    if (this.readings[hint].used && this.readings[hint].code === code) {
      return hint;
    }
    for (let i = 0; i < PLACES; i++) {
      if (this.readings[i].used && this.readings[i].code === code) {
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
    for (const reading of this.readings) {
      if (reading.used && reading.telegram !== this.telegram) {
        this.dropWords(reading);
        reading.used = false;
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
