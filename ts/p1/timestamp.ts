import { u32, type Bytes, type Writer, type int, type range, type u8 } from "ts2c";
import { ZERO, isDigit } from "./ascii.ts";

/** Stands for "no time": the meter's clock is not set, or the device on the M-Bus is absent. */
export const NO_TIME: u32 = 0;

const DAY = 86400;
/** 2000-01-01T00:00:00Z in seconds since 1970. */
const YEAR_2000 = 946684800;
/** The days of a year before each month, February counted with 28. */
const DAYS_BEFORE_MONTH: readonly range<0, 334>[] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_OF_MONTH: readonly range<28, 31>[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const SUMMER: u8 = 0x53;
const WINTER: u8 = 0x57;

/** Whether `text` has the shape of a time stamp, `YYMMDDhhmmss` and S or W, whatever time it names. */
export function isTimestamp(text: Bytes): boolean {
  if (text.length !== 13) {
    return false;
  }
  for (let at = 0; at < 12; at++) {
    if (!isDigit(text[at])) {
      return false;
    }
  }
  return text[12] === SUMMER || text[12] === WINTER;
}

/**
 * The UTC time of a time stamp in seconds since 1970. Its own letter says how far it is from UTC: S two hours, W one
 * (DSMR 5.0.2 P1, 6.4, TST), whatever the season. {@link NO_TIME} for what is no time stamp or names no time:
 * `632525252525W`, all zeros, a clock that stands at the first second of 2000, and 1970 (an absent device).
 */
export function parseTimestamp(text: Bytes): u32 {
  if (text.length !== 13 || (text[12] !== SUMMER && text[12] !== WINTER)) {
    return NO_TIME;
  }
  // What is no number is more than any of these may be.
  const year = twoDigits(text[0], text[1]);
  const month = twoDigits(text[2], text[3]);
  const day = twoDigits(text[4], text[5]);
  const hour = twoDigits(text[6], text[7]);
  const minute = twoDigits(text[8], text[9]);
  const second = twoDigits(text[10], text[11]);
  if (year >= 70 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) {
    return NO_TIME;
  }
  const isLeapYear = (year & 3) === 0;
  const leapDay = isLeapYear && month === 2 ? 1 : 0;
  if (day < 1 || day > DAYS_OF_MONTH[month - 1] + leapDay) {
    return NO_TIME;
  }
  const leapDays = ((year + 3) >> 2) + (isLeapYear && month > 2 ? 1 : 0);
  const days = year * 365 + leapDays + DAYS_BEFORE_MONTH[month - 1] + day - 1;
  const seconds = days * DAY + hour * 3600 + minute * 60 + second;
  if (seconds === 0) {
    return NO_TIME;
  }
  return YEAR_2000 + seconds - (text[12] === SUMMER ? 7200 : 3600);
}

/** The number that two digits name; 99 where they are none. */
function twoDigits(tens: u8, ones: u8): range<0, 99> {
  const high = u32(tens - ZERO);
  const low = u32(ones - ZERO);
  return high > 9 || low > 9 ? 99 : high * 10 + low;
}

/** Writes a time in seconds since 1970 as ISO 8601 in UTC: `2020-09-09T20:00:00Z`. */
export function writeTime(writer: Writer, time: u32): void {
  // The calendar by eras of 400 years that begin on 1 March, so that the leap day is the last of its year.
  const days = Math.trunc(time / DAY) + 719468;
  const era = Math.trunc(days / 146097);
  const dayOfEra = days % 146097;
  const leaps = Math.trunc(dayOfEra / 1460) - Math.trunc(dayOfEra / 36524) + Math.trunc(dayOfEra / 146096);
  const yearOfEra = Math.trunc((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - Math.trunc(yearOfEra / 100));
  const monthFromMarch = Math.trunc((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.trunc((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const seconds = time % DAY;
  writer.int(year);
  writeField(writer, 0x2d, month);
  writeField(writer, 0x2d, day);
  writeField(writer, 0x54, Math.trunc(seconds / 3600));
  writeField(writer, 0x3a, Math.trunc(seconds / 60) % 60);
  writeField(writer, 0x3a, seconds % 60);
  writer.byte(0x5a);
}

/** Writes a separator and a number of two digits. */
function writeField(writer: Writer, separator: u8, value: int): void {
  writer.byte(separator);
  writer.byte(48 + (Math.trunc(value / 10) % 10));
  writer.byte(48 + (value % 10));
}
