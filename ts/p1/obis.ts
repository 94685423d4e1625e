import { u32, type Bytes, type Writer, type range, type u8 } from "ts2c";
import { COLON, DOT, MINUS, OPEN, STAR, ZERO } from "./ascii.ts";

/*
 * An OBIS code `A-B:C.D.E` (IEC 62056-61) as one comparable number: four bits each for A (the medium) and B (the
 * channel), eight each for C, D and E. The sixth part is 255 or absent in every telegram and is left out.
 */

/** The code `a-b:c.d.e`. */
export function obisCode(a: range<0, 15>, b: range<0, 15>, c: u8, d: u8, e: u8): u32 {
  return ((a << 28) | (b << 24) | (c << 16) | (d << 8) | e) >>> 0;
}

/** The medium: 0 general, 1 electricity. */
export function medium(code: u32): range<0, 15> {
  return code >>> 28;
}

/** The channel: in a P1 telegram the number of the M-Bus device, 0 for the meter itself. */
export function channel(code: u32): range<0, 15> {
  return (code >>> 24) & 15;
}

/** The quantity, the third part: 1 is active power taken from the grid, 24 an M-Bus device, 96 text and counters. */
export function quantity(code: u32): u8 {
  return (code >>> 16) & 255;
}

/** The kind of measurement, the fourth part: 7 now, 8 a total, 6 a maximum. */
export function measurement(code: u32): u8 {
  return (code >>> 8) & 255;
}

/** The tariff or number, the fifth part. */
export function tariff(code: u32): u8 {
  return code & 255;
}

/** Whether a code is the reading of an M-Bus device: `0-n:24.2.1`, Belgian gas `0-n:24.2.3`, DSMR 2.2 gas `0-n:24.3.0`. */
export function isMbusReading(code: u32): boolean {
  if (medium(code) !== 0 || quantity(code) !== 24) {
    return false;
  }
  const kind = measurement(code);
  return (kind === 2 && tariff(code) !== 0) || (kind === 3 && tariff(code) === 0);
}

/** A code that was read, and where its values begin. */
export interface ParsedCode {
  readonly code: u32;
  /** The index of the first opening bracket; 0 where there is no code. */
  readonly end: u32;
}

const NO_CODE: ParsedCode = { code: 0, end: 0 };

/**
 * Reads the code at `line[from …]`. Meters write the sixth part as `*255` or `.255`, which changes nothing, and one sends
 * `1-0:72:32.0` with a colon for a dot.
 */
export function parseCode(line: Bytes, from: u32): ParsedCode {
  const a = parsePart(line, from);
  if (a.end >= line.length || line[a.end] !== MINUS || a.value > 15) {
    return NO_CODE;
  }
  const b = parsePart(line, a.end + 1);
  if (b.end >= line.length || line[b.end] !== COLON || b.value > 15) {
    return NO_CODE;
  }
  const c = parsePart(line, b.end + 1);
  if (c.end >= line.length || !isDot(line[c.end]) || c.value > 255) {
    return NO_CODE;
  }
  const d = parsePart(line, c.end + 1);
  if (d.end >= line.length || !isDot(line[d.end]) || d.value > 255) {
    return NO_CODE;
  }
  const e = parsePart(line, d.end + 1);
  if (e.end >= line.length || e.value > 255) {
    return NO_CODE;
  }
  const code = obisCode(a.value, b.value, c.value, d.value, e.value);
  const next = line[e.end];
  if (next === OPEN) {
    return { code, end: e.end };
  }
  if (next !== STAR && next !== DOT) {
    return NO_CODE;
  }
  const f = parsePart(line, e.end + 1);
  return f.end < line.length && line[f.end] === OPEN && f.value === 255 ? { code, end: f.end } : NO_CODE;
}

/** One of the numbers of a code. */
export interface Part {
  /** More than 255 where there is none. */
  readonly value: u32;
  /** The index of the first byte behind it. */
  readonly end: u32;
}

/** Reads one to three digits at `line[from …]`. */
export function parsePart(line: Bytes, from: u32): Part {
  let value: u32 = 0;
  let at = from;
  for (; at < line.length; at++) {
    const digit = u32(line[at] - ZERO);
    if (digit > 9) {
      break;
    }
    value = u32(value * 10 + digit);
  }
  const digits = at - from;
  return { value: digits < 1 || digits > 3 ? 1000 : value, end: at };
}

function isDot(byte: u8): boolean {
  return byte === DOT || byte === COLON;
}

/** Writes the code as `1-0:1.8.1`. */
export function writeCode(writer: Writer, code: u32): void {
  writer.int(medium(code));
  writer.byte(MINUS);
  writer.int(channel(code));
  writer.byte(COLON);
  writer.int(quantity(code));
  writer.byte(DOT);
  writer.int(measurement(code));
  writer.byte(DOT);
  writer.int(tariff(code));
}
