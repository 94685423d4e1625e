/** The newest reading of one code, and what of it was published last. */

import { type int, type range, type u16, type u32, type u8 } from "ts2c";
import { type DeviceClass, type Kind, type Shown } from "../meter/catalogue.ts";
import { type ReadingKind } from "../p1/staging.ts";
import { NO_TIME } from "../p1/timestamp.ts";
import { type Unit } from "../p1/value.ts";

/** Nobody has seen it. */
export const UNSEEN = 0xff;

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
  /** Whether it is no reading any more, and only kept until Home Assistant has forgotten it. */
  leaving: boolean = false;
  /** Whether it was told that the meter no longer sends it. */
  missed: boolean = false;
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
  /** Likewise under the topics of dsmr-reader. */
  dsmrDue: boolean = false;

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
    this.dsmrDue = false;
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

  /** Whether the meter says it, as far as is known. */
  isCurrent(): boolean {
    return this.used && !this.leaving;
  }

  /** It is to be forgotten. */
  leave(): void {
    if (this.used) {
      this.leaving = true;
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
    this.leaving = false;
    this.missed = false;
    this.published = false;
    this.clearDue();
    this.topicLength = 0;
    this.textLength = 0;
  }
}
