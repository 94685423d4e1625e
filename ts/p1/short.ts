import { u32, type Bytes } from "ts2c";
import { CARRIAGE_RETURN, CLOSE, COLON, DOT, LINE_FEED, MINUS, OPEN, STAR, ZERO } from "./ascii.ts";
import { formOf } from "./form.ts";
import { isMbusReading } from "./obis.ts";
import { type Staging } from "./staging.ts";
import { parseUnit, type Unit } from "./value.ts";

/** So many digits fit a `u32`, whatever they are. */
const DIGITS = 9;
/** No line is shorter: `1-0:1.7.0(0)`. */
const SHORTEST = 12;

/**
 * Stages the line at `bytes[from …]` where it is what most lines are: one short number with a known unit or none,
 * `1-0:1.8.1(000306.946*kWh)`, whole and with another line behind it. Looks at each byte once. Returns the index behind its line end, or
 * `from` for every other line, of which nothing is staged: {@link LineReader.take} reads any line, and these the same.
 */
export function takeShort(bytes: Bytes, from: u32, line: u32, staging: Staging): u32 {
  if (from >= bytes.length || bytes.length - from < SHORTEST) {
    return from;
  }
  const a = u32(bytes[from] - ZERO);
  const b = u32(bytes[from + 2] - ZERO);
  if (a > 9 || b > 9 || bytes[from + 1] !== MINUS || bytes[from + 3] !== COLON) {
    return from;
  }
  const c = parsePart(bytes, from + 4);
  if (c.value > 255 || c.end >= bytes.length || bytes[c.end] !== DOT) {
    return from;
  }
  const d = parsePart(bytes, c.end + 1);
  if (d.value > 255 || d.end >= bytes.length || bytes[d.end] !== DOT) {
    return from;
  }
  const e = parsePart(bytes, d.end + 1);
  if (e.value > 255 || e.end >= bytes.length || bytes[e.end] !== OPEN) {
    return from;
  }
  const code = ((a << 28) | (b << 24) | (c.value << 16) | (d.value << 8) | e.value) >>> 0;

  if (staging.mayHave(code)) {
    return from;
  }

  const first = e.end + 1;
  const whole = parseDigits(bytes, first, 0);
  let value = whole.value;
  let at = whole.end;
  let digits = at - first;
  let decimals: u32 = 0;
  if (at < bytes.length && bytes[at] === DOT && digits > 0) {
    const dot = at;
    const all = parseDigits(bytes, dot + 1, value);
    value = all.value;
    at = all.end;
    decimals = u32(at - dot - 1);
    digits = decimals > 0 ? digits + decimals : 0;
  }
  if (digits < 1 || digits > DIGITS || decimals > DIGITS) {
    return from;
  }

  let unit: Unit = "none";
  if (at < bytes.length && bytes[at] === STAR) {
    const parsed = parseUnit(bytes, at + 1);
    unit = parsed.unit;
    at = parsed.end;
  }
  if (
    unit === "other" ||
    at >= bytes.length ||
    bytes.length - at < 4 ||
    bytes[at] !== CLOSE ||
    !endsLine(bytes, at + 1)
  ) {
    return from;
  }
  const form = formOf(code);
  const isNumber = form === "number" ? unit !== "none" || !isMbusReading(code) : form === "any";
  return isNumber && staging.addShort(code, line, value, decimals, unit) ? at + 3 : from;
}

/** What digits say. */
interface Digits {
  /** Modulo 2^32. */
  readonly value: u32;
  /** The index of the first byte behind them. */
  readonly end: u32;
}

/** Reads the digits at `bytes[from …]`, which continue those that said `before`. */
function parseDigits(bytes: Bytes, from: u32, before: u32): Digits {
  let value = before;
  let at = from;
  for (; at < bytes.length; at++) {
    const digit = u32(bytes[at] - ZERO);
    if (digit > 9) {
      break;
    }
    value = u32(value * 10 + digit);
  }
  return { value, end: at };
}

/** Reads one to three digits: a part of a code. More than 255 where there are none, or more. */
function parsePart(bytes: Bytes, from: u32): Digits {
  const part = parseDigits(bytes, from, 0);
  return u32(part.end - from - 1) > 2 ? { value: 256, end: part.end } : part;
}

/** Whether at `at` stands a whole line end, and behind it the first byte of another line than the one that it ends. */
export function endsLine(bytes: Bytes, at: u32): boolean {
  if (at >= bytes.length || bytes.length - at < 3 || bytes[at] !== CARRIAGE_RETURN || bytes[at + 1] !== LINE_FEED) {
    return false;
  }
  const next = bytes[at + 2];
  return next !== OPEN && next !== CARRIAGE_RETURN && next !== LINE_FEED;
}
