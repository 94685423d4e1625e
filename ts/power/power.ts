/** The power of the last hour and of the last day, for the page's chart. */

import { type int, type range, type u32 } from "ts2c";
import { obisCode } from "../p1/obis.ts";
import { type StagedReading, type Staging } from "../p1/staging.ts";
import { MOST_WATTS, Span } from "./span.ts";

/** From the grid, and to it. Swiss meters count in group `1-1`. */
const DRAWN: u32 = obisCode(1, 0, 1, 7, 0);
const GIVEN: u32 = obisCode(1, 0, 2, 7, 0);
const SWISS_DRAWN: u32 = obisCode(1, 1, 1, 7, 0);
const SWISS_GIVEN: u32 = obisCode(1, 1, 2, 7, 0);

/** No power is said. */
const NONE = -1;

/** What no reading of power reaches, in the smallest unit that a meter may count in. */
const MOST: int = 100000000000000;

/** A reading of power in watts. */
function wattsOf(reading: StagedReading): range<-1, typeof MOST_WATTS> {
  const isKilo = reading.unit === "kW";
  if (reading.kind !== "number" || reading.value < 0 || (!isKilo && reading.unit !== "W")) {
    return NONE;
  }
  let watts: range<0, 100000000000000> = Math.min(reading.value, MOST);
  for (let places = reading.decimals; places < 3 && isKilo; places++) {
    watts = Math.min(watts * 10, MOST);
  }
  for (let places = isKilo ? 3 : 0; places < reading.decimals; places++) {
    watts = Math.trunc(watts / 10);
  }
  return Math.min(watts, MOST_WATTS);
}

/** The power that stands under one of two codes. */
function find(staging: Staging, code: u32, swiss: u32): range<-1, typeof MOST_WATTS> {
  for (let i = 0; i < staging.count && i < staging.readings.length; i++) {
    const reading = staging.readings[i];
    if (reading.code === code || reading.code === swiss) {
      return wattsOf(reading);
    }
  }
  return NONE;
}

/** Keeps the means of what the meter says. */
export class Power {
  readonly hour: Span = new Span(10000);
  readonly day: Span = new Span(240000);

  /** Power-up. */
  start(now: u32): void {
    this.hour.start(now);
    this.day.start(now);
  }

  /** Takes a good telegram. One that says nothing of power changes nothing; one way alone says that nothing goes the other. */
  take(staging: Staging, now: u32): void {
    const drawn = find(staging, DRAWN, SWISS_DRAWN);
    const given = find(staging, GIVEN, SWISS_GIVEN);
    this.tick(now);
    if (drawn !== NONE || given !== NONE) {
      this.hour.take(Math.max(drawn, 0), Math.max(given, 0));
      this.day.take(Math.max(drawn, 0), Math.max(given, 0));
    }
  }

  tick(now: u32): void {
    this.hour.tick(now);
    this.day.tick(now);
  }
}
