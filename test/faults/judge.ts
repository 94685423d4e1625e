/** What the device has to say of its meter, known from what it was sent, and whether it says that. */

import { History } from "./history.ts";
import { decimal, published, type Said, type Total } from "./meter.ts";

/** Something that the device must not do, or does not do. */
export class Fault extends Error {}

/** Fails with a sentence where something is not as it must be. */
export function must(holds: boolean, what: () => string): asserts holds {
  if (!holds) {
    throw new Fault(what());
  }
}

/** A total as the guard knows it: what is believed, and what is held back. */
interface Watched {
  value: number;
  time: number;
  held: { readonly value: number; readonly time: number } | null;
}

/** What a total grows by at most between two telegrams of the meter, in thousandths; its glitches are far beyond. */
const MOST = 100_000;
const INTERVALS = 4;
const LIGHT_MS = 1000;

/** What became of bytes, as the device counts it. */
export interface Counts {
  telegrams_rx: number;
  err_crc: number;
  err_no_crc: number;
  err_too_long: number;
  err_timeout: number;
  err_encrypted: number;
  err_noise: number;
  lines_skipped: number;
  totals_held_back: number;
  meter_silences: number;
}

/** What the last light shows for a moment. */
export type Glance = "receiving" | "right" | "wrong" | "rest";

/** What one device, from its start to the end of its power, has to know of its meter. */
export class Judge {
  readonly counts: Counts = {
    telegrams_rx: 0,
    err_crc: 0,
    err_no_crc: 0,
    err_too_long: 0,
    err_timeout: 0,
    err_encrypted: 0,
    err_noise: 0,
    lines_skipped: 0,
    totals_held_back: 0,
    meter_silences: 0,
  };
  readonly history = new History();
  /** The newest reading under each topic. */
  readonly shown = new Map<string, string>();
  /** A telegram that was cut off, and nothing came since. */
  isCut = false;
  /** Noise is not counted to the byte any more: what follows a line that is too long is noise of a length that only the reader knows. */
  isNoiseKnown = true;
  private readonly watched = new Map<string, Watched>();
  private identification = "";
  /** How often the meter's name changed. */
  names = 0;
  private readonly intervals: number[] = [];
  private heardAt: number;
  private hadTelegram = false;
  silent = false;
  online = false;
  private glance: Glance = "rest";
  private glanceAt = 0;

  constructor(now: number) {
    this.heardAt = now;
  }

  /** The last byte of a good telegram is about to come. */
  telegram(said: Said, now: number, guards: boolean, quarters: number): void {
    this.isCut = false;
    this.counts.telegrams_rx++;
    if (!guards || said.identification !== this.identification) {
      this.watched.clear();
    }
    if (said.identification !== this.identification) {
      this.identification = said.identification;
      this.names++;
    }
    const totals = guards ? said.totals.map((total) => this.look(total)) : said.totals;
    for (const [topic, payload] of said.readings) {
      this.shown.set(topic, payload);
    }
    for (const { topic, value, time } of totals) {
      this.shown.set(topic, decimal(value));
      if (time !== 0) {
        this.shown.set(topic.replace(/_[^_]*$/, "_time"), published(time));
      }
    }
    this.history.take(said.time, totals, quarters);
    if (this.hadTelegram) {
      this.intervals.push(Math.min(Math.max(now - this.heardAt, 1000), 3_600_000));
      this.intervals.splice(0, this.intervals.length - INTERVALS);
    }
    this.hadTelegram = true;
    this.heardAt = now;
    this.silent = false;
    this.online = true;
  }

  /** A total as the guard lets it through: what falls or jumps is held back until it comes again. */
  private look(total: Total): Total {
    const { topic, value, time } = total;
    const known = this.watched.get(topic);
    if (known === undefined) {
      this.watched.set(topic, { value, time, held: null });
      return total;
    }
    const { held } = known;
    const follows = (from: number): boolean => value >= from && value - from <= MOST;
    if (follows(known.value) || (held !== null && (time === 0 || time !== held.time) && follows(held.value))) {
      Object.assign(known, { value, time, held: null });
      return total;
    }
    if (held?.value !== value || held.time !== time) {
      this.counts.totals_held_back++;
      known.held = { value, time };
    }
    return { topic, value: known.value, time: known.time };
  }

  /** What the last light has to show from now on. */
  glimpse(glance: Glance, now: number): void {
    this.glance = glance;
    this.glanceAt = now;
  }

  /** The device had a tick. */
  tick(now: number): void {
    const period = this.intervals.length === 0 ? 10_000 : Math.min(...this.intervals);
    if (!this.silent && now - this.heardAt >= period * 3.5) {
      this.silent = true;
      this.online = false;
      this.counts.meter_silences++;
    }
    if (now - this.glanceAt >= LIGHT_MS) {
      this.glance = "rest";
    }
  }

  /** The colour of the last light. */
  colour(): string {
    switch (this.glance) {
      case "receiving":
        return "blue";
      case "right":
        return "green";
      case "wrong":
        return "red";
      default:
        return this.silent ? "yellow" : "off";
    }
  }

  /** A reading was published, as `topic` below the root. */
  published(topic: string, payload: string): void {
    const right = this.shown.get(topic);
    must(right === payload, () => `reading: ${topic} is published as ${payload} and is ${right ?? "nothing"}`);
  }

  /** Readings were published as an array of JSON. */
  publishedJson(payload: string): void {
    for (const { meter, reading } of JSON.parse(payload) as { meter: string; reading: string }[]) {
      this.published(meter, reading);
    }
  }
}
