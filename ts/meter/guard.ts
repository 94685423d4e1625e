/** Whether what a meter's totals say can be true: CRCs are right on values that are not. */

import { Writer, array, u32, type Bytes, type FixedArray, type int, type range } from "ts2c";
import * as log from "#platform/log";
import { writeCode } from "../p1/obis.ts";
import { type StagedReading, type Staging } from "../p1/staging.ts";
import { NO_TIME } from "../p1/timestamp.ts";
import { type Unit } from "../p1/value.ts";
import { type Settings } from "../settings/settings.ts";
import { sameBytes } from "../bytes.ts";
import { type Meter } from "./meter.ts";

/** How many totals are watched; a telegram of Hungary has 24. */
const TOTALS = 48;
/** What a value is compared in: thousandths of its unit. Larger values than these are not watched. */
const LARGEST: int = 1000000000000;
const POWERS: readonly range<1, 1000000000000>[] = [
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000, 10000000000, 100000000000, 1000000000000,
];
/** Not watched. */
const NONE = -1;
/** How much gas or water passes a household's meter in an hour, at most: a G25 meter's, in thousandths of a m³. */
const MOST_VOLUME = 40000;
/** What a district heating of 280 kW gives in an hour, in thousandths of a GJ. */
const MOST_HEAT = 1000;
/** The shortest time in which a jump is looked at, in seconds: M-Bus meters are read once an hour. */
const SHORTEST = 3600;
/** After so many seconds, 11 days, any jump can be true. */
const LONGEST = 1000000;

/** A value with the meter's own time of it. */
class Said {
  value: int = 0;
  time: u32 = NO_TIME;
  decimals: range<0, 15> = 0;

  copy(reading: StagedReading): void {
    this.value = reading.value;
    this.decimals = reading.decimals;
    this.time = reading.time;
  }
}

/** One total of the meter. */
class Total {
  /** What was believed last, and when that came. */
  readonly believed: Said = new Said();
  at: u32 = 0;
  code: u32 = 0;
  /** What came since and is not believed so far. */
  readonly held: Said = new Said();
  heldAt: u32 = 0;
  holds: boolean = false;
  unit: Unit = "none";
}

/**
 * Holds a total back that falls, becomes 0, or jumps by more than the connection can carry; until the meter says it again.
 * Source of the need: home-assistant/core#104515, where gas was 0 in telegrams whose CRC was right.
 */
export class Guard {
  /** How many values were held back since start. */
  heldBack: u32 = 0;
  private readonly settings: Settings;
  private readonly totals: FixedArray<Total, 48> = array(TOTALS, () => new Total());
  private count: range<0, 48> = 0;
  private readonly meterName: Uint8Array = new Uint8Array(128);
  private meterNameLength: range<0, 128> = 0;
  private readonly buffer: Uint8Array = new Uint8Array(192);
  private readonly line: Writer = new Writer(this.buffer);

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /**
   * Looks at the totals of a good telegram. One that is held back is replaced by what was believed last, so that whoever
   * takes the telegram next sees nothing of it.
   */
  take(staging: Staging, identification: Bytes, meter: Meter, now: u32): void {
    if (!this.settings.on("guard_totals") || !this.isSameMeter(identification)) {
      this.count = 0;
    }
    if (!this.settings.on("guard_totals")) {
      return;
    }
    for (let i = 0; i < staging.count && i < staging.readings.length; i++) {
      const reading = staging.readings[i];
      if (reading.kind === "number" && meter.describe(reading.code).kind === "counter") {
        this.look(reading, now);
      }
    }
  }

  /** Another meter speaks from now on, whatever its name is. */
  forgetMeter(): void {
    this.count = 0;
  }

  /** Whether the telegram is of the meter that sent the last one; another meter's totals begin anew. */
  private isSameMeter(identification: Bytes): boolean {
    const name = identification.subarray(0, this.meterName.length);
    if (sameBytes(name, this.meterName.subarray(0, this.meterNameLength))) {
      return true;
    }
    if (name.length <= this.meterName.length) {
      this.meterName.set(name, 0);
      this.meterNameLength = name.length;
    }
    return false;
  }

  private look(reading: StagedReading, now: u32): void {
    const index = this.find(reading);
    if (index >= TOTALS) {
      return;
    }
    const total = this.totals[index];
    if (this.follows(total.believed, total.at, reading, now) || this.repeats(total, reading, now)) {
      total.believed.copy(reading);
      total.at = now;
      total.holds = false;
      return;
    }
    if (!total.holds || total.held.value !== reading.value || total.held.time !== reading.time) {
      this.heldBack = u32(this.heldBack + 1);
      this.tell(total, reading);
      total.held.copy(reading);
      total.heldAt = now;
      total.holds = true;
    }
    reading.value = total.believed.value;
    reading.decimals = total.believed.decimals;
    reading.time = total.believed.time;
  }

  /** Whether the meter says again what was held back: of a value with a time that is a later reading, not the same one. */
  private repeats(total: Total, reading: StagedReading, now: u32): boolean {
    if (!total.holds || (reading.time !== NO_TIME && reading.time === total.held.time)) {
      return false;
    }
    return this.follows(total.held, total.heldAt, reading, now);
  }

  /** Whether a total can have grown from what was `said` at `since` to the reading of now. */
  private follows(said: Said, since: u32, reading: StagedReading, now: u32): boolean {
    const from = thousandths(said.value, said.decimals);
    const to = thousandths(reading.value, reading.decimals);
    if (from === NONE || to === NONE) {
      return true;
    }
    if (to < from) {
      return false;
    }
    const most = this.mostPerHour(reading.unit);
    const dated = said.time !== NO_TIME && reading.time > said.time;
    const passed = dated ? reading.time - said.time : Math.trunc(u32(now - since) / 1000);
    if (most === 0 || passed >= LONGEST) {
      return true;
    }
    // A meter without decimals grows by whole units.
    const step = POWERS[Math.max(3 - reading.decimals, 0)];
    return to - from <= Math.trunc((most * Math.max(passed, SHORTEST)) / 3600) + step;
  }

  /** How much a total of a unit grows in an hour at most, in thousandths; 0 where that is not known. */
  private mostPerHour(unit: Unit): range<0, 1000000000> {
    const watts = Math.min(this.settings.number("connection_power"), 1000) * 1000;
    switch (unit) {
      case "kWh":
      case "kvarh":
      case "kVAh":
        return watts;
      case "Wh":
      case "varh":
      case "VAh":
        return watts * 1000;
      case "m3":
        return MOST_VOLUME;
      case "GJ":
        return MOST_HEAT;
      default:
        return 0;
    }
  }

  /** The place of a total. One that is new there is believed. The number of places when there is none left. */
  private find(reading: StagedReading): range<0, 48> {
    for (let i = 0; i < this.count && i < TOTALS; i++) {
      const total = this.totals[i];
      if (total.code === reading.code) {
        if (total.unit !== reading.unit) {
          start(total, reading);
        }
        return i;
      }
    }
    const place = this.count;
    if (place < TOTALS) {
      start(this.totals[place], reading);
      this.count = place + 1;
    }
    return place;
  }

  private tell(total: Total, reading: StagedReading): void {
    this.line.clear();
    this.line.text("The meter's total ");
    writeCode(this.line, total.code);
    this.line.text(" went from ");
    this.line.decimal(total.believed.value, total.believed.decimals);
    this.line.text(" to ");
    this.line.decimal(reading.value, reading.decimals);
    this.line.text(", which can't be: it is held back until the meter says it again (guard_totals).");
    log.write("warning", this.line.view());
  }
}

/** Begins to watch a total: what it says first is believed. */
function start(total: Total, reading: StagedReading): void {
  total.code = reading.code;
  total.unit = reading.unit;
  total.believed.copy(reading);
  total.holds = false;
}

/** A number in thousandths of its unit, or {@link NONE}. */
function thousandths(value: int, decimals: range<0, 15>): range<-1, 1000000000000000> {
  if (value < 0 || value > LARGEST) {
    return NONE;
  }
  const scaled = decimals <= 3 ? value * POWERS[3 - decimals] : Math.trunc(value / POWERS[decimals - 3]);
  return scaled;
}
