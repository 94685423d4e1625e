/** Whether the meter is there: its telegrams come at a pace, and when they stop its readings are old. */

import { Writer, u32, utf8, type range } from "ts2c";
import * as log from "#platform/log";

/** The fastest meters send each second (DSMR 5.0.2 P1, 5.3), and no faster pace is taken for one. */
const SHORTEST_MS: u32 = 1000;
/** The pace at first: what every meter keeps that is slower (DSMR 4.2.2 P1, 5.3). */
const FIRST_MS: u32 = 10000;
/** The slowest pace that is believed; one telegram an hour. */
const LONGEST_MS: u32 = 3600000;
/** Of so many intervals the shortest is the pace: a telegram that got lost makes one of them longer. */
const INTERVALS = 4;

/** Notices that the meter falls silent, 3.5 of its periods after the last good telegram, and that it is back. */
export class Presence {
  /** How often the meter fell silent since start. */
  silences: u32 = 0;
  private online: boolean = false;
  /** Whether the silence is told already. */
  private silent: boolean = false;
  /** When the last good telegram came, or the device started. */
  private since: u32 = 0;
  private hadTelegram: boolean = false;
  private readonly intervals: Uint32Array = new Uint32Array(INTERVALS);
  private known: u32 = 0;
  private readonly buffer: Uint8Array = new Uint8Array(192);
  private readonly line: Writer = new Writer(this.buffer);

  /** Power-up: from now on the meter is waited for. */
  start(now: u32): void {
    this.since = now;
  }

  /** Whether the meter's readings are of now: a good telegram came and silence did not follow. */
  isOnline(): boolean {
    return this.online;
  }

  /** Whether telegrams are missing: they stopped, or none ever came. */
  isSilent(): boolean {
    return this.silent;
  }

  /** Whether a good telegram ever came, so that {@link age} means something. */
  wasThere(): boolean {
    return this.hadTelegram;
  }

  /** Milliseconds since the last good telegram, or since the start. */
  age(now: u32): u32 {
    return u32(now - this.since);
  }

  /** A good telegram came. */
  telegram(now: u32): void {
    if (this.hadTelegram) {
      const interval = Math.max(SHORTEST_MS, Math.min(u32(now - this.since), LONGEST_MS));
      this.intervals[this.known % INTERVALS] = interval;
      this.known = u32(this.known + 1);
    }
    if (this.silent) {
      log.write("info", utf8("The meter is back."));
    }
    this.hadTelegram = true;
    this.online = true;
    this.silent = false;
    this.since = now;
  }

  /** Time has passed. */
  tick(now: u32): void {
    const missed = u32(now - this.since);
    if (this.silent || missed < this.limit()) {
      return;
    }
    this.online = false;
    this.silent = true;
    this.silences = u32(this.silences + 1);
    this.line.clear();
    this.line.text("No good telegram for ");
    this.line.int(Math.trunc(missed / 1000));
    this.line.text(
      this.hadTelegram
        ? " seconds: the meter's readings are old. Check the cable."
        : " seconds since the start. Check the cable, and with the grid operator that the P1 port is open.",
    );
    log.write("warning", this.line.view());
  }

  /** How many milliseconds without a telegram are silence: 3.5 periods. */
  private limit(): u32 {
    const period = this.period();
    return period * 3 + (period >> 1);
  }

  /** The milliseconds between two telegrams of this meter. */
  private period(): range<1000, 3600000> {
    let shortest: range<1000, 3600000> = LONGEST_MS;
    for (let i = 0; i < this.known && i < INTERVALS; i++) {
      shortest = Math.max(SHORTEST_MS, Math.min(this.intervals[i], shortest));
    }
    return this.known === 0 ? FIRST_MS : shortest;
  }
}
