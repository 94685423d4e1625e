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

/** How many bytes all texts may have together: those of one telegram, and its identification. */
const TEXTS_SIZE = 2176;

/** How many bytes a topic below the root may have: the longest of the catalogue has 47. */
export const TOPIC_SIZE = 64;

/** Nobody has seen it. */
const UNSEEN = 0xff;

/** One reading. Which fields count is said by `kind`, as in {@link StagedReading}. */
export class KeptReading {
  /** Whether this place holds a reading. */
  used: boolean = false;
  code: u32 = 0;
  kind: ReadingKind = "number";
  value: int = 0;
  decimals: range<0, 15> = 0;
  unit: Unit = "none";
  time: u32 = NO_TIME;
  /** What the catalogue knows about it. */
  behaves: Kind = "word";
  device: DeviceClass = "none";
  shown: Shown = "main";
  /** Whether a setting says that it is not published. */
  leftOut: boolean = false;
  /** Whether Home Assistant knows of it as it is now. */
  announced: boolean = false;

  /** Whether what was published last is still known to whoever listens. */
  published: boolean = false;
  publishedValue: int = 0;
  publishedDecimals: range<0, 15> = 0;
  publishedTime: u32 = NO_TIME;
  /** Whether the text was another one at any time since it was published. */
  textChanged: boolean = false;

  /** What this publication has still to send of it: its value, its time, its part of the JSON array. */
  valueDue: boolean = false;
  timeDue: boolean = false;
  jsonDue: boolean = false;

  /** A bit for each stream whose client has not seen it as it is. */
  unseen: u8 = 0;

  /** The number of the last telegram that had it, and when that came. */
  telegram: u32 = 0;
  heardAt: u32 = 0;
  topicLength: u8 = 0;
  textFrom: u16 = 0;
  textLength: u16 = 0;

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
    if (leftOut !== this.leftOut) {
      this.leftOut = leftOut;
      this.published = false;
      this.announced = false;
      this.clearDue();
    }
  }

  /** Makes this the place of a reading that was never published. */
  claim(code: u32): void {
    this.used = true;
    this.unseen = UNSEEN;
    this.code = code;
    this.leftOut = false;
    this.announced = false;
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
  /** {@link TOPIC_SIZE} bytes for each reading. */
  private readonly topics: Uint8Array = new Uint8Array(6208);
  /** The texts, one behind the other. */
  private readonly texts: Uint8Array = new Uint8Array(TEXTS_SIZE);
  private textsUsed: range<0, 2176> = 0;
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
    const start = index * TOPIC_SIZE;
    return this.topics.subarray(start, start + this.readings[index].topicLength);
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
    return this.texts.subarray(reading.textFrom, reading.textFrom + reading.textLength);
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
    if (reading.kind !== staged.kind || reading.unit !== staged.unit || !sameBytes(this.topicOf(index), topic)) {
      reading.kind = staged.kind;
      reading.unit = staged.unit;
      reading.behaves = entry.kind;
      reading.device = entry.device;
      reading.shown = entry.shown;
      reading.published = false;
      reading.announced = false;
      reading.unseen = UNSEEN;
      this.keepTopic(index, topic);
    }
    if (!sameBytes(this.textOf(reading), text)) {
      reading.textChanged = true;
      reading.unseen = UNSEEN;
      this.keepText(reading, text);
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
        this.dropText(reading);
        reading.used = false;
      }
    }
  }

  private keepTopic(index: range<0, 96>, topic: Bytes): void {
    const start = index * TOPIC_SIZE;
    const length = topic.length;
    if (length <= TOPIC_SIZE && start + length <= this.topics.length) {
      this.topics.set(topic, start);
      this.readings[index].topicLength = length;
    }
  }

  private keepText(reading: KeptReading, text: Bytes): void {
    this.dropText(reading);
    if (text.length > TEXTS_SIZE - this.textsUsed) {
      this.forget();
    }
    const used = this.textsUsed;
    if (text.length <= TEXTS_SIZE - used) {
      this.texts.set(text, used);
      reading.textFrom = used;
      reading.textLength = text.length;
      this.textsUsed = used + text.length;
    }
  }

  /** Takes a reading's text out of the texts; those behind it move up. */
  private dropText(reading: KeptReading): void {
    const from = reading.textFrom;
    const length = reading.textLength;
    reading.textLength = 0;
    const used = this.textsUsed;
    if (length === 0 || length > used) {
      return;
    }
    this.texts.copyWithin(from, from + length, used);
    this.textsUsed = used - length;
    for (const other of this.readings) {
      const start = other.textFrom;
      if (other.textLength > 0 && start > from && start >= length) {
        other.textFrom = start - length;
      }
    }
  }
}
