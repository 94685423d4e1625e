import { constant, u32, utf8, type Bytes, type int, type range, type u8 } from "ts2c";
import { DOT, MINUS, PLUS, STAR, SPACE, ZERO, trimEnd } from "./ascii.ts";

/**
 * What a number counts, in one spelling for each unit; "none" for a number without one, "other" for a unit that is not
 * known here (its spelling stays with the reading).
 */
export type Unit =
  | "none"
  | "Wh"
  | "kWh"
  | "MWh"
  | "W"
  | "kW"
  | "varh"
  | "kvarh"
  | "var"
  | "kvar"
  | "VAh"
  | "kVAh"
  | "VA"
  | "kVA"
  | "V"
  | "A"
  | "Hz"
  | "m3"
  | "GJ"
  | "MJ"
  | "s"
  | "h"
  | "bar"
  | "other";

/** All units that are known, those of most readings first. */
const UNITS: readonly Unit[] = [
  "kWh",
  "kW",
  "V",
  "A",
  "m3",
  "s",
  "kvarh",
  "kvar",
  "Wh",
  "W",
  "varh",
  "var",
  "kVA",
  "VA",
  "kVAh",
  "VAh",
  "MWh",
  "Hz",
  "GJ",
  "MJ",
  "h",
  "bar",
];

/** A number as its digits: `value` / 10^`decimals`; `ok` is false where there is no number, or more than 15 digits. */
export interface Decimal {
  readonly ok: boolean;
  readonly value: int;
  readonly decimals: range<0, 15>;
  /** The index of the first character behind the number. */
  readonly end: u32;
}

const NO_DECIMAL: Decimal = { ok: false, value: 0, decimals: 0, end: 0 };

/** Reads the number at the start of `bytes[from … to)`: a sign, digits, and decimals behind a dot. */
export function parseDecimal(bytes: Bytes, from: u32, to: u32): Decimal {
  if (from >= bytes.length) {
    return NO_DECIMAL;
  }
  const first = bytes[from];
  const negative = first === MINUS;
  let at = from;
  if (negative || first === PLUS) {
    at++;
  }
  // Nine digits fit 32 bits, in which there is less to do; few numbers have more.
  let short: u32 = 0;
  let value: int = 0;
  let digits: range<0, 10> = 0;
  let dot = false;
  let decimals: range<0, 15> = 0;
  for (; at < to && at < bytes.length; at++) {
    const digit = u32(bytes[at] - ZERO);
    if (digit > 9) {
      if (bytes[at] !== DOT || dot || digits === 0) {
        break;
      }
      dot = true;
      continue;
    }
    if (dot) {
      if (decimals >= 15) {
        return NO_DECIMAL;
      }
      decimals++;
    }
    if (digits < 9) {
      short = u32(short * 10 + digit);
      digits++;
      continue;
    }
    if (digits === 9) {
      value = short;
      digits = 10;
    }
    if (value >= 100000000000000) {
      return NO_DECIMAL;
    }
    value = value * 10 + digit;
  }
  if (digits === 0 || (dot && decimals === 0)) {
    return NO_DECIMAL;
  }
  const magnitude = digits < 10 ? short : value;
  return { ok: true, value: negative ? 0 - magnitude : magnitude, decimals, end: at };
}

/** A number with its unit; `ok` is false where the text is none. */
export interface Quantity {
  readonly ok: boolean;
  readonly value: int;
  readonly decimals: range<0, 15>;
  readonly unit: Unit;
  /** Where the unit's spelling begins and ends, for a unit that is "other". */
  readonly unitFrom: u32;
  readonly unitTo: u32;
}

const NO_QUANTITY: Quantity = { ok: false, value: 0, decimals: 0, unit: "none", unitFrom: 0, unitTo: 0 };

/**
 * Reads `bytes[from … to)` as a number and its unit: `000306.946*kWh`. Meters also leave out the star or the unit and put
 * spaces behind it. A unit behind a star may be any word; without a star it is one of the known ones.
 */
export function parseQuantity(bytes: Bytes, from: u32, to: u32): Quantity {
  const number = parseDecimal(bytes, from, to);
  if (!number.ok) {
    return NO_QUANTITY;
  }
  const end = trimEnd(bytes, from, to);
  const text = bytes.subarray(0, end);
  let at = number.end;
  const starred = at < text.length && text[at] === STAR;
  if (starred) {
    at++;
  }
  while (at < text.length && text[at] === SPACE) {
    at++;
  }
  if (at >= end) {
    return { ok: true, value: number.value, decimals: number.decimals, unit: "none", unitFrom: 0, unitTo: 0 };
  }
  const unit = findUnit(bytes, at, end);
  if (unit === "other" && !(starred && isUnitWord(bytes, at, end))) {
    return NO_QUANTITY;
  }
  return { ok: true, value: number.value, decimals: number.decimals, unit, unitFrom: at, unitTo: end };
}

const THREE: u8 = 0x33;
/** So many letters fit a number, five bits each. */
const LETTERS = 6;

/** A word as a number. */
interface Word {
  /** Five bits for each letter, whatever its case, and what no letter has for the 3 of cubic metres. */
  readonly packed: u32;
  /** The index of the first byte behind it. */
  readonly end: u32;
}

/** Reads the letters, and the 3, at `bytes[from …]`. */
function packWord(bytes: Bytes, from: u32): Word {
  let packed: u32 = 0;
  let at = from;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    const letter = byte === THREE ? 27 : u32((byte | 0x20) - 96);
    if (letter < 1 || letter > 27 || (letter === 27 && byte !== THREE)) {
      break;
    }
    packed = ((packed << 5) | letter) >>> 0;
  }
  return { packed: at - from <= LETTERS ? packed : 0, end: at };
}

/** The units' spellings, packed. */
const PACKED: readonly u32[] = constant(() => UNITS.map((unit) => packWord(utf8(unit), 0).packed));

/** A unit that was read. */
export interface ParsedUnit {
  /** "other" where no known one stands. */
  readonly unit: Unit;
  /** The index of the first byte behind it. */
  readonly end: u32;
}

/** Reads the unit at `bytes[from …]`, in whatever case: `kVAr`, `Kvar` and `kvar` are one. */
export function parseUnit(bytes: Bytes, from: u32): ParsedUnit {
  const word = packWord(bytes, from);
  for (let i = 0; i < PACKED.length && i < UNITS.length; i++) {
    if (PACKED[i] === word.packed) {
      return { unit: UNITS[i], end: word.end };
    }
  }
  return { unit: "other", end: word.end };
}

/** The unit that `bytes[from … to)` spells. */
export function findUnit(bytes: Bytes, from: u32, to: u32): Unit {
  const text = bytes.subarray(from, to);
  const parsed = parseUnit(text, 0);
  return parsed.end === text.length ? parsed.unit : "other";
}

/** The longest spelling of a unit that is taken from a meter. */
const UNIT_LIMIT: u32 = 16;

/** Whether `bytes[from … to)` may be a unit: a short word of printable characters without a second star. */
function isUnitWord(bytes: Bytes, from: u32, to: u32): boolean {
  if (to < from || to - from > UNIT_LIMIT) {
    return false;
  }
  for (const byte of bytes.subarray(from, to)) {
    if (byte <= SPACE || byte > 126 || byte === STAR) {
      return false;
    }
  }
  return true;
}
