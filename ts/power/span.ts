/** Power over a span of time: the means of steps of one length, of which the oldest make way for new ones. */

import { u32, type range, type u16 } from "ts2c";

/** How many steps a span has: an hour of 10 s, a day of 4 min. */
export const STEPS = 360;

/** What is kept of a step in which nothing was heard. */
const NOTHING = 0xffff;

/** From this on watts are kept in multiples of {@link COARSE}, so that 16 bits reach as far as any house does. */
const FINE = 0x8000;
const COARSE = 32;
/** The most that is told apart, in watts. */
export const MOST_WATTS = 1081280;

/** The power that a meter says, in watts. */
export type Watts = range<0, typeof MOST_WATTS>;

/** The length of a step, in milliseconds. */
export type StepMs = range<1000, 240000>;

/** Watts as they are kept. */
function packed(watts: Watts): u16 {
  return watts < FINE ? watts : FINE + Math.min(Math.trunc((watts - FINE) / COARSE), NOTHING - FINE - 1);
}

function unpacked(kept: u16): Watts {
  return kept < FINE ? kept : FINE + Math.min(kept - FINE, NOTHING - FINE - 1) * COARSE;
}

/** One direction: from the grid, or to it. */
class Flow {
  private readonly kept: Uint16Array = new Uint16Array(STEPS);
  /** What was heard in the step that runs. */
  private sum: u32 = 0;

  start(): void {
    this.kept.fill(NOTHING);
    this.sum = 0;
  }

  take(watts: Watts): void {
    this.sum = u32.clamp(this.sum + watts);
  }

  /** Ends a step in which so many values were heard. */
  close(place: range<0, 359>, count: u32): void {
    this.kept[place] = count === 0 ? NOTHING : packed(Math.min(Math.trunc(this.sum / count), MOST_WATTS));
    this.sum = 0;
  }

  /** Gives a step the value of the one before. */
  repeat(place: range<0, 359>): void {
    this.kept[place] = this.kept[place === 0 ? STEPS - 1 : place - 1];
  }

  /** The mean of a step; −1 where nothing was heard. */
  at(place: range<0, 359>): range<-1, typeof MOST_WATTS> {
    const kept = this.kept[place];
    return kept === NOTHING ? -1 : unpacked(kept);
  }
}

/** The steps of one span. */
export class Span {
  readonly stepMs: StepMs;
  readonly drawn: Flow = new Flow();
  readonly given: Flow = new Flow();
  /** Where the next step is kept: the oldest one is there. */
  private place: range<0, 359> = 0;
  /** How many steps are over; it goes round. */
  closed: u32 = 0;
  /** When the step began that runs, how many values were heard in it, and whether any was in the one before. */
  private since: u32 = 0;
  private count: u32 = 0;
  private heardBefore: boolean = false;

  constructor(stepMs: StepMs) {
    this.stepMs = stepMs;
  }

  /** Nothing is known. */
  start(now: u32): void {
    this.drawn.start();
    this.given.start();
    this.count = 0;
    this.heardBefore = false;
    this.since = now;
  }

  take(drawn: Watts, given: Watts): void {
    this.drawn.take(drawn);
    this.given.take(given);
    this.count = u32(this.count + 1);
  }

  /** Ends the steps that are over. After a pause that is longer than the span nothing is left of it. */
  tick(now: u32): void {
    for (let i = 0; i < STEPS && u32(now - this.since) >= this.stepMs; i++) {
      this.close();
      this.since = u32(this.since + this.stepMs);
    }
    if (u32(now - this.since) >= this.stepMs) {
      this.start(now);
    }
  }

  private close(): void {
    const heard = this.count > 0;
    this.drawn.close(this.place, this.count);
    this.given.close(this.place, this.count);
    if (!heard && this.heardBefore) {
      // A meter that sends at the pace of the steps misses one now and then, by a hair.
      this.drawn.repeat(this.place);
      this.given.repeat(this.place);
    }
    this.heardBefore = heard;
    this.count = 0;
    this.place = this.place === STEPS - 1 ? 0 : this.place + 1;
    this.closed = u32(this.closed + 1);
  }

  /** Where the step is kept that is `index` behind the oldest. */
  placeOf(index: range<0, 359>): range<0, 359> {
    const place = this.place + index;
    return place >= STEPS ? place - STEPS : place;
  }

  /** Milliseconds since the last step ended. */
  age(now: u32): u32 {
    return u32(now - this.since);
  }
}
