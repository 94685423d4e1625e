/** The clock on the wall of Central Europe, as a meter writes it into its time stamps. */

import { type Writer, type int, type range } from "ts2c";

/** A time in UTC seconds since 1970, until the end of 2099. */
export type Moment = range<0, 4102444799>;

/** A moment as the meter shows it. */
export interface LocalTime {
  readonly year: range<2000, 2099>;
  readonly month: range<1, 12>;
  readonly day: range<1, 31>;
  readonly hour: range<0, 23>;
  readonly minute: range<0, 59>;
  readonly second: range<0, 59>;
  /** 0 is Sunday. */
  readonly weekday: range<0, 6>;
  /** Whether this is summer time. */
  readonly summer: boolean;
}

/** 2000-01-01 00:00:00 UTC, a Saturday. */
const CENTURY: int = 946684800;
/** How many seconds the calendar covers: until the end of 2099, in which each fourth year is a leap year. */
const SPAN: int = 36525 * 86400;

const DAYS_BEFORE_MONTH: readonly range<0, 366>[] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_BEFORE_MONTH_LEAP: readonly range<0, 366>[] = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335];

/** The calendar without any zone: `utc` seconds since 1970, held inside 2000…2099. */
function civil(utc: int, summer: boolean): LocalTime {
  const last: int = CENTURY + SPAN - 1;
  const seconds = Math.max(CENTURY, Math.min(utc, last)) - CENTURY;
  const days = Math.trunc(seconds / 86400);
  const ofDay = seconds % 86400;
  const cycle = Math.trunc(days / 1461);
  const ofCycle = days % 1461;
  const yearOfCycle = ofCycle < 366 ? 0 : 1 + Math.trunc((ofCycle - 366) / 365);
  const dayOfYear = ofCycle < 366 ? ofCycle : (ofCycle - 366) % 365;
  let month: range<1, 12> = 1;
  let before: range<0, 366> = 0;
  for (let i = 0; i < 12; i++) {
    const start = ofCycle < 366 ? DAYS_BEFORE_MONTH_LEAP[i] : DAYS_BEFORE_MONTH[i];
    if (start <= dayOfYear) {
      month = i + 1;
      before = start;
    }
  }
  return {
    year: Math.min(2000 + cycle * 4 + yearOfCycle, 2099),
    month: month,
    day: Math.max(1, Math.min(dayOfYear - before + 1, 31)),
    hour: Math.trunc(ofDay / 3600),
    minute: Math.trunc(ofDay / 60) % 60,
    second: ofDay % 60,
    weekday: (days + 6) % 7,
    summer: summer,
  };
}

/** Whether the last Sunday of a month with 31 days has begun, an hour into it counted in UTC. */
function afterLastSunday(time: LocalTime): boolean {
  if (time.day - time.weekday < 25) {
    return false;
  }
  return time.weekday > 0 || time.hour >= 1;
}

/** Whether summer time rules in the European Union. Source: directive 2000/84/EC, articles 2 and 3. */
function isSummer(time: LocalTime): boolean {
  if (time.month === 3) {
    return afterLastSunday(time);
  }
  if (time.month === 10) {
    return !afterLastSunday(time);
  }
  return time.month > 3 && time.month < 10;
}

/**
 * Central European time at `utc` seconds since 1970 (2000…2099). `standardOnly`: the meter never leaves standard time, as in Sweden
 * (Energiföretagen H1 v2.0).
 */
export function localTime(utc: int, standardOnly: boolean): LocalTime {
  const held = Math.max(0, Math.min(utc, CENTURY + SPAN));
  const summer = !standardOnly && isSummer(civil(held, false));
  return civil(held + (summer ? 7200 : 3600), summer);
}

function two(out: Writer, value: range<0, 99>): void {
  out.byte(48 + Math.trunc(value / 10));
  out.byte(48 + (value % 10));
}

/** Writes a date and time of the meter's: `YYMMDDhhmmss`. */
export function writeStamp(out: Writer, time: LocalTime): void {
  two(out, time.year - 2000);
  two(out, time.month);
  two(out, time.day);
  two(out, time.hour);
  two(out, time.minute);
  two(out, time.second);
}

/** Writes `YYMMDDhhmmssX`, X telling summer (`S`) from winter (`W`). Source: DSMR 5.0.2 P1, 6.4 (TST). */
export function writeZonedStamp(out: Writer, time: LocalTime): void {
  writeStamp(out, time);
  out.byte(time.summer ? 83 : 87);
}
