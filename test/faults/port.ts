/** The meter's port: telegrams, good ones and others, and the judge who is told of each before the device has all of it. */

import type { Judge } from "./judge.ts";
import { Meter, type Telegram } from "./meter.ts";
import type { World } from "./world.ts";

/** So long a silence ends a telegram. */
const SILENCE_MS = 500;

/** What comes at the port. */
export class Port {
  private readonly world: World;
  readonly meter: Meter;
  speaks = true;
  /** Milliseconds between two telegrams, and when the next one comes. */
  readonly period: number;
  private next = 0;
  private cutAt = 0;
  /** How many telegrams came, good or not. */
  telegrams = 0;

  constructor(world: World, period: number) {
    this.world = world;
    this.period = period;
    this.meter = new Meter(world.random);
  }

  private get judge(): Judge {
    return this.world.judge;
  }

  /** Time has passed; before the device has its tick. */
  tick(): void {
    const { now } = this.world.clock;
    if (now >= this.next) {
      this.meter.pass(Math.round((now - this.next + this.period) / 1000));
      this.next = now + this.period;
      if (this.speaks) {
        this.say(this.meter.telegram(this.world.clock.utc()));
      }
    }
    if (this.judge.isCut && now - this.cutAt >= SILENCE_MS) {
      this.endCut();
    }
  }

  /** What was cut off is over, by silence or by what comes next. */
  private endCut(): void {
    if (this.judge.isCut) {
      this.judge.isCut = false;
      this.judge.counts.err_timeout++;
      this.judge.glimpse("wrong", this.world.clock.now);
    }
  }

  /** A good telegram comes, in a few pieces. */
  say(telegram: Telegram, pieces = 1 + this.world.random.below(3)): void {
    const { bytes } = telegram;
    this.endCut();
    let from = 0;
    for (let piece = 1; piece < pieces; piece++) {
      const to = Math.min(from + this.world.random.below(bytes.length), bytes.length - 3);
      this.feed(bytes.subarray(from, to));
      from = Math.max(from, to);
    }
    this.take(telegram);
    this.feed(bytes.subarray(from));
    this.judge.glimpse("right", this.world.clock.now);
  }

  /** Several telegrams come in one piece. */
  burst(count: number): void {
    const telegrams = Array.from({ length: count }, () => {
      this.meter.pass(1);
      return this.meter.telegram(this.world.clock.utc());
    });
    this.endCut();
    telegrams.forEach((telegram) => this.take(telegram));
    this.feed(Buffer.concat(telegrams.map(({ bytes }) => bytes)));
    this.judge.glimpse("right", this.world.clock.now);
  }

  /** Bytes come that are no good telegram, for this reason. */
  refused(why: "err_crc" | "err_no_crc" | "err_too_long" | "err_encrypted", bytes: Uint8Array): void {
    this.telegrams++;
    this.endCut();
    this.judge.counts[why]++;
    this.feed(bytes);
    this.judge.glimpse("wrong", this.world.clock.now);
  }

  /** A telegram comes whose end does not. */
  cut(bytes: Uint8Array): void {
    this.telegrams++;
    // With its first byte the one before is over, which is what the light shows.
    const glance = this.judge.isCut ? "wrong" : "receiving";
    this.endCut();
    this.judge.isCut = true;
    this.cutAt = this.world.clock.now;
    this.feed(bytes);
    this.judge.glimpse(glance, this.world.clock.now);
  }

  /** Bytes come between two telegrams. */
  noise(bytes: Uint8Array): void {
    if (!this.judge.isCut) {
      this.judge.counts.err_noise += bytes.length;
      this.feed(bytes);
      this.judge.glimpse("receiving", this.world.clock.now);
    }
  }

  private take({ said }: Telegram): void {
    const { settings, clock, pace } = this.world;
    this.telegrams++;
    const quarters = Number(settings.get("history_quarters"));
    this.judge.telegram(said, clock.now, settings.get("guard_totals") === "on", quarters);
    pace.note(this.judge.shown, clock.now);
  }

  private feed(bytes: Uint8Array): void {
    if (bytes.length > 0) {
      const lent = Buffer.from(bytes);
      this.world.device.onSerial(lent);
      lent.fill(0xa5);
    }
  }
}
