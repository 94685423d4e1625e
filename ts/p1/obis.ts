import { type Bytes, type Writer, type range, type u32, type u8 } from "ts2c";
import { COLON, DOT, MINUS, OPEN, STAR } from "./ascii.ts";

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

/** A code read from the start of a line, and where its values begin; `ok` is false where there is none. */
export interface ParsedCode {
  readonly ok: boolean;
  readonly code: u32;
  /** The index of the first opening bracket. */
  readonly end: u32;
}

const NO_CODE: ParsedCode = { ok: false, code: 0, end: 0 };

/**
 * Reads the code at the start of `line[0 … length)`. Meters write the sixth part as `*255` or `.255`, which changes
 * nothing, and one sends `1-0:72:32.0` with a colon for a dot.
 */
export function parseCode(line: Bytes, length: u32): ParsedCode {
  let code: u32 = 0;
  let part: range<0, 5> = 0;
  let value: u8 = 0;
  let digits: range<0, 3> = 0;
  for (let at = 0; at < length && at < line.length; at++) {
    const byte = line[at];
    if (byte >= 48 && byte <= 57) {
      const next = value * 10 + (byte - 48);
      if (next > 255 || digits >= 3) {
        return NO_CODE;
      }
      value = next;
      digits++;
      continue;
    }
    if (digits === 0 || !separates(byte, part) || (part < 2 && value > 15) || (part === 5 && value !== 255)) {
      return NO_CODE;
    }
    if (part < 5) {
      code = ((code << (part < 2 ? 4 : 8)) | value) >>> 0;
    }
    if (byte === OPEN) {
      return { ok: true, code, end: at };
    }
    if (part < 5) {
      part++;
    }
    value = 0;
    digits = 0;
  }
  return NO_CODE;
}

/** Whether `byte` may stand behind the part of that number, counted from 0. */
function separates(byte: u8, part: range<0, 5>): boolean {
  switch (part) {
    case 0:
      return byte === MINUS;
    case 1:
      return byte === COLON;
    case 2:
    case 3:
      return byte === DOT || byte === COLON;
    case 4:
      return byte === OPEN || byte === STAR || byte === DOT;
    default:
      return byte === OPEN;
  }
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
