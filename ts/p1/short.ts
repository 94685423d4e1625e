import { u32, type Bytes, type range, type u8 } from "ts2c";
import { CLOSE, DOT, OPEN, STAR, ZERO } from "./ascii.ts";
import { type Form } from "./form.ts";
import { isMbusReading } from "./obis.ts";
import { isLineEnd } from "./row.ts";
import { type Staging } from "./staging.ts";
import { NO_TIME, parseTimestamp } from "./timestamp.ts";
import { type Unit } from "./value.ts";

/** So many digits fit a `u32`, whatever they are. */
const DIGITS = 9;
/** How many bytes a time stamp has with its brackets. */
const STAMP = 15;
/** As many bytes as the longest value has that is short, with such a group, its line end and the next line's first byte. */
const WINDOW = 35;

/**
 * Stages the value of the form "number" or "any" behind `code` at `line[open …]`, where it is what most are: one short number with a
 * usual unit or none, `(000306.946*kWh)`, with a time stamp in a group before it or none, and with its line end and another line behind
 * it. Looks at each byte once. Returns the index behind the line end, or 0 for every other value, of which nothing is staged:
 * {@link LineReader} reads any line, and these the same.
 */
export function takeShort(line: Bytes, open: u32, code: u32, form: Form, staging: Staging): u32 {
  if (open >= line.length || line.length - open < WINDOW) {
    return 0;
  }
  const bytes = line.subarray(open, open + WINDOW);
  const isDated = bytes[STAMP] === OPEN && bytes[STAMP - 1] === CLOSE;
  const time = isDated ? parseTimestamp(bytes.subarray(1, STAMP - 1)) : NO_TIME;
  if (isDated && time === NO_TIME) {
    return 0;
  }
  const first = isDated ? STAMP + 1 : 1;
  let value: u32 = 0;
  let at: range<1, 26> = first;
  // Where the decimals begin.
  let point: range<0, 26> = 0;
  for (; at < STAMP + DIGITS + 2; at++) {
    const digit = u32(bytes[at] - ZERO);
    if (digit <= 9) {
      value = u32(value * 10 + digit);
      continue;
    }
    if (bytes[at] !== DOT || point > 0) {
      break;
    }
    point = at + 1;
  }
  const decimals = point > 0 ? at - point : 0;
  const digits = point > 0 ? at - first - 1 : at - first;
  if (digits > DIGITS || decimals >= digits || (point > 0 && decimals < 1)) {
    return 0;
  }
  const unit: Unit = bytes[at] === STAR ? unitOf(bytes[at + 1], bytes[at + 2], bytes[at + 3], bytes[at + 4]) : "none";
  const end = at + lettersOf(unit);
  if (
    unit === "other" ||
    bytes[end] !== CLOSE ||
    !isLineEnd(bytes[end + 1], bytes[end + 2], bytes[end + 3]) ||
    (unit === "none" && form === "number" && isMbusReading(code)) ||
    !staging.isNew(code)
  ) {
    return 0;
  }
  return staging.addShort(code, value, decimals, unit, time) ? u32(open + end + 3) : 0;
}

const LETTER_A: u8 = 0x41;
const LETTER_V: u8 = 0x56;
const LETTER_W: u8 = 0x57;
const LETTER_H: u8 = 0x68;
const LETTER_K: u8 = 0x6b;
const LETTER_M: u8 = 0x6d;
const LETTER_S: u8 = 0x73;
const THREE: u8 = 0x33;

/** The unit that stands before a bracket, if it is one of those that most readings have; otherwise "other". */
function unitOf(first: u8, second: u8, third: u8, fourth: u8): Unit {
  if (first === LETTER_K && second === LETTER_W) {
    return third === CLOSE ? "kW" : third === LETTER_H && fourth === CLOSE ? "kWh" : "other";
  }
  if (second === CLOSE) {
    return first === LETTER_V ? "V" : first === LETTER_A ? "A" : first === LETTER_S ? "s" : "other";
  }
  return first === LETTER_M && second === THREE ? "m3" : "other";
}

/** How many characters such a unit has, with the star. */
function lettersOf(unit: Unit): range<0, 4> {
  switch (unit) {
    case "none":
      return 0;
    case "kWh":
      return 4;
    case "kW":
    case "m3":
      return 3;
    default:
      return 2;
  }
}
