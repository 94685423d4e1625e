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

/** So many bytes have the longest code with its bracket, `15-15:255.255.255*255(`, and whatever is looked at behind it. */
export const CODE_WINDOW = 24;

/**
 * Reads the code at `line[from …]`, behind which {@link CODE_WINDOW} bytes must follow, whatever they are: then nothing has to be
 * asked before each of them. Meters write the sixth part as `*255` or `.255`, which changes nothing, and one sends `1-0:72:32.0` with a
 * colon for a dot.
 */
export function parseCode(line: Bytes, from: u32): ParsedCode {
  if (from >= line.length || line.length - from < CODE_WINDOW) {
    return NO_CODE;
  }
  let a = u32(line[from] - ZERO);
  let b = u32(line[from + 2] - ZERO);
  let at: u32 = 3;
  if (a > 9 || line[from + 1] !== MINUS || b > 9 || line[from + 3] !== COLON) {
    // One of the two has two digits, or this is no code.
    const first = partOf(line[from], line[from + 1], line[from + 2]);
    at = lengthOf(first);
    const second = partOf(line[from + at + 1], line[from + at + 2], line[from + at + 3]);
    if (first === 0 || second === 0 || line[from + at] !== MINUS) {
      return NO_CODE;
    }
    a = valueOf(first);
    b = valueOf(second);
    at += lengthOf(second) + 1;
    if (a > 15 || b > 15 || line[from + at] !== COLON) {
      return NO_CODE;
    }
  }
  const third = partOf(line[from + at + 1], line[from + at + 2], line[from + at + 3]);
  const c = valueOf(third);
  at += lengthOf(third) + 1;
  if (third === 0 || c > 255 || !isDot(line[from + at])) {
    return NO_CODE;
  }
  const fourth = partOf(line[from + at + 1], line[from + at + 2], line[from + at + 3]);
  const d = valueOf(fourth);
  at += lengthOf(fourth) + 1;
  if (fourth === 0 || d > 255 || !isDot(line[from + at])) {
    return NO_CODE;
  }
  const fifth = partOf(line[from + at + 1], line[from + at + 2], line[from + at + 3]);
  const e = valueOf(fifth);
  at += lengthOf(fifth) + 1;
  if (fifth === 0 || e > 255) {
    return NO_CODE;
  }
  if (line[from + at] !== OPEN) {
    const sixth = partOf(line[from + at + 1], line[from + at + 2], line[from + at + 3]);
    if ((line[from + at] !== STAR && line[from + at] !== DOT) || valueOf(sixth) !== 255) {
      return NO_CODE;
    }
    at += lengthOf(sixth) + 1;
    if (line[from + at] !== OPEN) {
      return NO_CODE;
    }
  }
  return { code: obisCode(a, b, c, d, e), end: from + at };
}

/** Reads the code that a text begins with, which may end right behind it. */
export function codeOf(text: Bytes): ParsedCode {
  const padded = new Uint8Array(CODE_WINDOW);
  const part = text.subarray(0, CODE_WINDOW);
  if (part.length <= CODE_WINDOW) {
    padded.set(part, 0);
  }
  return parseCode(padded, 0);
}

/** One of the numbers of a code, times 4, and how many digits it has; 0 where there are none. */
type Part = range<0, 3999>;

/** The part that three bytes begin with. */
function partOf(first: u8, second: u8, third: u8): Part {
  const one = u32(first - ZERO);
  if (one > 9) {
    return 0;
  }
  const two = u32(second - ZERO);
  if (two > 9) {
    return one * 4 + 1;
  }
  const three = u32(third - ZERO);
  return three > 9 ? one * 40 + two * 4 + 2 : one * 400 + two * 40 + three * 4 + 3;
}

function valueOf(part: Part): range<0, 999> {
  return part >> 2;
}

function lengthOf(part: Part): range<0, 3> {
  return part & 3;
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
