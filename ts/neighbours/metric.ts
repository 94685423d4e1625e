/** How Prometheus writes names, units and labels. Source: its text format 0.0.4, and its "Metric and label naming". */

import { utf8, type Bytes, type Writer, type int, type range, type u8 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { isDigit, lowerCase } from "../p1/ascii.ts";
import { type Unit } from "../p1/value.ts";
import { isUtf8 } from "../portal/utf8.ts";

/** 36 times more than this is no `int`. */
const LARGEST = 250199979298360;

const QUOTE = 34;
const MINUS = 45;
const BACKSLASH = 92;
const UNDERSCORE = 95;

/** A base unit behind a metric's name, and how many of them a unit has: 10^`shift`, or 36 × 10^`shift`. */
export interface Base {
  readonly name: string;
  readonly hours: boolean;
  readonly shift: range<0, 9>;
}

export function baseOf(unit: Unit): Base {
  switch (unit) {
    case "Wh":
      return { name: "_joules", hours: true, shift: 2 };
    case "kWh":
      return { name: "_joules", hours: true, shift: 5 };
    case "MWh":
      return { name: "_joules", hours: true, shift: 8 };
    case "MJ":
      return { name: "_joules", hours: false, shift: 6 };
    case "GJ":
      return { name: "_joules", hours: false, shift: 9 };
    case "W":
      return { name: "_watts", hours: false, shift: 0 };
    case "kW":
      return { name: "_watts", hours: false, shift: 3 };
    case "varh":
      return { name: "_var_seconds", hours: true, shift: 2 };
    case "kvarh":
      return { name: "_var_seconds", hours: true, shift: 5 };
    case "var":
      return { name: "_vars", hours: false, shift: 0 };
    case "kvar":
      return { name: "_vars", hours: false, shift: 3 };
    case "VAh":
      return { name: "_voltampere_seconds", hours: true, shift: 2 };
    case "kVAh":
      return { name: "_voltampere_seconds", hours: true, shift: 5 };
    case "VA":
      return { name: "_voltamperes", hours: false, shift: 0 };
    case "kVA":
      return { name: "_voltamperes", hours: false, shift: 3 };
    case "V":
      return { name: "_volts", hours: false, shift: 0 };
    case "A":
      return { name: "_amperes", hours: false, shift: 0 };
    case "Hz":
      return { name: "_hertz", hours: false, shift: 0 };
    case "m3":
      return { name: "_cubic_metres", hours: false, shift: 0 };
    case "s":
      return { name: "_seconds", hours: false, shift: 0 };
    case "h":
      return { name: "_seconds", hours: true, shift: 2 };
    case "bar":
      return { name: "_pascals", hours: false, shift: 5 };
    default:
      return { name: "", hours: false, shift: 0 };
  }
}

/** Writes `value` / 10^`decimals` of a unit in its base unit. */
export function writeScaled(out: Writer, value: int, decimals: range<0, 15>, base: Base): void {
  const { hours, shift } = base;
  if (hours && (value > LARGEST || value < -LARGEST)) {
    out.text("NaN");
    return;
  }
  const scaled = hours ? Math.max(-LARGEST, Math.min(value, LARGEST)) * 36 : value;
  if (decimals >= shift) {
    out.decimal(scaled, decimals - shift);
    return;
  }
  out.int(scaled);
  for (let zeros = shift - decimals; zeros > 0 && scaled !== 0; zeros--) {
    out.byte(48);
  }
}

/** By what one of several readings is told from the others: a label, since what has it may be added up. */
export type Label = "none" | "phase" | "tariff" | "cause";

/** A name without what becomes a label, and that. */
export interface Parts {
  readonly stem: Bytes;
  readonly label: Label;
  readonly which: Bytes;
}

function endsWith(name: Bytes, end: Bytes): boolean {
  return name.length > end.length && sameBytes(name.subarray(name.length - end.length), end);
}

/** Takes a reading's name to parts: `…/l1`, `…_low_tariff`, `…_tariff_3`. */
export function partsOf(name: Bytes): Parts {
  const end = name.length;
  const last = end > 0 ? name[end - 1] : 0;
  if (last >= 49 && last <= 51 && end > 3 && name[end - 2] === 108 && name[end - 3] === 47) {
    return { stem: name.subarray(0, end - 3), label: "phase", which: name.subarray(end - 2) };
  }
  if (endsWith(name, utf8("_low_tariff"))) {
    return { stem: name.subarray(0, end - 11), label: "tariff", which: utf8("low") };
  }
  if (endsWith(name, utf8("_high_tariff"))) {
    return { stem: name.subarray(0, end - 12), label: "tariff", which: utf8("high") };
  }
  if (isDigit(last) && end > 9 && sameBytes(name.subarray(end - 9, end - 1), utf8("_tariff_"))) {
    return { stem: name.subarray(0, end - 9), label: "tariff", which: name.subarray(end - 1) };
  }
  return { stem: name, label: "none", which: utf8("") };
}

function isLetter(byte: u8): boolean {
  return lowerCase(byte) >= 97 && lowerCase(byte) <= 122;
}

/** Writes a name as a part of a metric's: lower case, `_` between the words. */
export function writeWords(out: Writer, name: Bytes): void {
  for (let i = 0; i < name.length; i++) {
    const byte = name[i];
    if (isDigit(byte) || isLetter(byte)) {
      out.byte(lowerCase(byte));
    } else if (byte !== MINUS || i + 1 >= name.length || !isLetter(name[i + 1])) {
      out.byte(UNDERSCORE); // m-bus is one word: `_m_` would be taken for metres.
    }
  }
}

/** Writes a label's value. What would not be UTF-8 is shown by `?`. */
function writeLabelValue(out: Writer, value: Bytes): void {
  const isText = isUtf8(value);
  out.byte(QUOTE);
  for (const byte of value) {
    if (byte === QUOTE || byte === BACKSLASH) {
      out.byte(BACKSLASH);
    }
    out.byte(byte < 32 || (byte >= 128 && !isText) ? 63 : byte);
  }
  out.byte(QUOTE);
}

export function writeLabel(out: Writer, label: string, value: Bytes): void {
  out.text("{");
  out.text(label);
  out.text("=");
  writeLabelValue(out, value);
  out.text("}");
}

/** Writes the lines before the samples of a metric: `name` is what all of them are called. */
export function writeHead(out: Writer, name: Bytes, isCounter: boolean, about: string, topic: Bytes): void {
  out.text("# HELP ");
  out.bytes(name);
  out.text(about);
  out.bytes(topic);
  out.text("\n# TYPE ");
  out.bytes(name);
  out.text(isCounter ? " counter\n" : " gauge\n");
}

/** How Prometheus writes a figure's unit. */
export function suffixOf(unit: string): string {
  switch (unit) {
    case "s":
      return "_seconds";
    case "B":
      return "_bytes";
    case "°C":
      return "_celsius";
    case "dBm":
      return "_dbm";
    default:
      return "";
  }
}
