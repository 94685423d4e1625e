/** The settings of one group with which it worked last, for when new ones don't. */

import { Writer, u32, utf8, type Bytes, type u8 } from "ts2c";
import { type Scratch } from "../scratch.ts";
import { entryOf, writeEntry } from "./entry.ts";
import { groupOf, type Group } from "./groups.ts";
import { COUNT, SETTINGS } from "./list.ts";
import { type Settings } from "./settings.ts";

/** How long new settings have to work, in milliseconds. */
const TRIAL_MS = 120000;

/** Room for the longest values of a group, each with its place and its length before it. */
const MEMORY = 384;

/** Keeps them, and knows whether others are on trial. */
export class LastGood {
  private readonly settings: Settings;
  private readonly group: Group;
  private readonly memory: Uint8Array = new Uint8Array(MEMORY);
  private readonly kept: Writer = new Writer(this.memory);
  private readonly value: Writer;
  private onTrial: boolean = false;
  private since: u32 = 0;

  constructor(settings: Settings, group: Group, scratch: Scratch) {
    this.value = scratch.out;
    this.settings = settings;
    this.group = group;
  }

  isOnTrial(): boolean {
    return this.onTrial;
  }

  /** One of them changed: from now on they have to show that they work, if others did. */
  changed(now: u32): void {
    if (this.kept.length() > 0) {
      this.onTrial = true;
      this.since = now;
    }
  }

  /** They can't show it now, through no fault of theirs: their time begins anew. */
  hold(now: u32): void {
    this.since = now;
  }

  /** There is nothing to go back to: whoever took a network or a broker away meant it. True when that ended a trial. */
  forget(): boolean {
    const wasOnTrial = this.onTrial;
    this.onTrial = false;
    this.kept.clear();
    return wasOnTrial;
  }

  /** It works. `isNew`: it did not a moment ago. True when that ended a trial. */
  works(isNew: boolean): boolean {
    const wasOnTrial = this.onTrial;
    if (isNew || wasOnTrial) {
      this.onTrial = false;
      this.remember();
    }
    return wasOnTrial;
  }

  /** Writes them as entries of a record, while others are on trial. */
  pack(out: Writer): void {
    let rest = this.kept.view();
    while (this.onTrial && rest.length > 2) {
      const place = rest[0];
      const length = rest[1];
      if (place < SETTINGS.length) {
        writeEntry(out, utf8(SETTINGS[place].name), rest.subarray(2, 2 + length), true);
      }
      rest = rest.subarray(2 + length);
    }
  }

  /** Takes them from a record's entries: the power failed in the trial, which begins anew. */
  resume(entries: Bytes, now: u32): void {
    this.forget();
    let rest = entries;
    while (rest.length > 0) {
      const entry = entryOf(rest);
      const place = this.settings.find(entry.name);
      if (
        entry.isAside &&
        place < COUNT &&
        groupOf(place) === this.group &&
        this.settings.check(entry.name, entry.value) === "ok"
      ) {
        this.keep(place, entry.value);
        this.onTrial = true;
        this.since = now;
      }
      rest = entry.rest;
    }
  }

  private keep(place: u8, value: Bytes): void {
    this.kept.byte(place);
    this.kept.byte(value.length & 0xff);
    this.kept.bytes(value);
  }

  /** Whether the time of those on trial is over. */
  isOver(now: u32): boolean {
    return this.onTrial && u32(now - this.since) >= TRIAL_MS;
  }

  private remember(): void {
    this.kept.clear();
    for (let place = 0; place < SETTINGS.length && place < COUNT; place++) {
      if (groupOf(place) === this.group) {
        this.value.clear();
        this.settings.write(place, this.value);
        this.keep(place, this.value.view());
      }
    }
  }

  /** Gives the settings the values back with which it worked. */
  restore(): void {
    this.onTrial = false;
    let rest = this.kept.view();
    while (rest.length > 2) {
      const place = rest[0];
      const length = rest[1];
      if (place < SETTINGS.length) {
        this.settings.assign(utf8(SETTINGS[place].name), rest.subarray(2, 2 + length));
      }
      rest = rest.subarray(2 + length);
    }
  }
}
