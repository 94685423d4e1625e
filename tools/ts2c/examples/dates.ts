/** ISO 8601 dates in UTC, to seconds since 1970 and back. */
import { utf8, Writer, type Bytes, type int, type range, type u8 } from "ts2c";

type Year = range<0, 9999>;
type Month = range<1, 12>;
type Day = range<1, 31>;

/** From 0000-01-01T00:00:00Z to 9999-12-31T23:59:59Z. */
type Seconds = range<-62167219200, 253402300799>;

const DAYS_IN_MONTH: readonly u8[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

interface DateParts {
  readonly year: Year;
  readonly month: Month;
  readonly day: Day;
}

function isLeap(year: Year): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysIn(year: Year, month: Month): u8 {
  return month === 2 && isLeap(year) ? 29 : DAYS_IN_MONTH[month - 1];
}

/** Days from 1970-01-01 (Howard Hinnant's days_from_civil). */
function daysFromCivil(year: Year, month: Month, day: Day): range<-719528, 2932896> {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return Math.max(-719528, Math.min(era * 146097 + dayOfEra - 719468, 2932896));
}

function civilFromDays(days: range<-719528, 2932896>): DateParts {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = Math.max(1, Math.min(m < 10 ? m + 3 : m - 9, 12));
  const year = Math.max(0, Math.min(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 9999));
  const day = Math.max(1, Math.min(dayOfYear - Math.floor((153 * m + 2) / 5) + 1, 31));
  return { year, month, day };
}

/** The number that two digits make, or −1. */
function twoDigits(text: Bytes, at: u8): range<-1, 99> {
  const tens = (text[at] ?? 0) - 48;
  const ones = (text[at + 1] ?? 0) - 48;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}

function isShaped(text: Bytes): boolean {
  if (text.length !== 20) {
    return false;
  }
  return text[4] === 45 && text[7] === 45 && text[10] === 84 && text[13] === 58 && text[16] === 58 && text[19] === 90;
}

/** Seconds since 1970 of `2024-02-29T23:59:59Z`; null if it is no date. */
export function parse(text: Bytes): int | null {
  if (!isShaped(text)) {
    return null;
  }
  const century = twoDigits(text, 0);
  const yearOfCentury = twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (century < 0 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
    return null;
  }
  const year = century * 100 + yearOfCentury;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (day > daysIn(year, month) || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
    return null;
  }
  return ((daysFromCivil(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
}

function writeTwo(writer: Writer, value: range<0, 99>) {
  writer.byte(48 + Math.floor(value / 10));
  writer.byte(48 + (value % 10));
}

export function format(writer: Writer, seconds: Seconds) {
  const days = Math.floor(seconds / 86400);
  const time = ((seconds % 86400) + 86400) % 86400;
  const { year, month, day } = civilFromDays(days);
  writeTwo(writer, Math.floor(year / 100));
  writeTwo(writer, year % 100);
  writer.text("-");
  writeTwo(writer, month);
  writer.text("-");
  writeTwo(writer, day);
  writer.text("T");
  writeTwo(writer, Math.floor(time / 3600));
  writer.text(":");
  writeTwo(writer, Math.floor(time / 60) % 60);
  writer.text(":");
  writeTwo(writer, time % 60);
  writer.text("Z");
}

function equal(a: Bytes, b: Bytes): boolean {
  if (a.length !== b.length) {
    return false;
  }
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) {
      return false;
    }
  }
  return true;
}

const buffer = new Uint8Array(20);

function show(text: string) {
  const seconds = parse(utf8(text));
  if (seconds === null || seconds < -62167219200 || seconds > 253402300799) {
    console.log("date:", text, "is none");
    return;
  }
  const writer = new Writer(buffer);
  format(writer, seconds);
  console.log("date:", text, seconds, equal(writer.view(), utf8(text)));
}

show("1970-01-01T00:00:00Z");
show("2000-02-29T12:00:00Z");
show("2024-02-29T23:59:59Z");
show("2023-02-29T00:00:00Z");
show("1900-02-29T00:00:00Z");
show("1969-12-31T23:59:59Z");
show("2038-01-19T03:14:08Z");
show("0000-01-01T00:00:00Z");
show("9999-12-31T23:59:59Z");
show("2024-13-01T00:00:00Z");
show("2024-01-01T24:00:00Z");
show("2024-1-01T00:00:00Z ");
show("2024-04-31T00:00:00Z");
