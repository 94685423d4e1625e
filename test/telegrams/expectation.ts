import type { MeterObject } from "./corpus.ts";

/** A reading as `decode` prints it. */
export interface Reading {
  readonly obis: string;
  readonly topic: string;
  readonly value?: string;
  readonly unit?: string;
  readonly time?: string;
  readonly entries?: readonly Entry[];
}

/** One entry of a list. */
export interface Entry {
  readonly time: string | null;
  readonly value: string;
  readonly unit?: string;
}

/** A reading without its topic. */
export type Expected = Omit<Reading, "topic">;

/** What `decode` is to say of an object, made from the meter's own texts without the program's help. */
export function expectedReading({ code, values }: MeterObject): Expected {
  const obis = canonical(code);
  const last = values.at(-1) ?? "";
  if (/^[01]-0:9[89]\./.test(obis)) {
    return { obis, entries: entriesOf(values) };
  }
  if (/^0-\d:96\.13\./.test(obis)) {
    return { obis, value: messageOf(last) };
  }
  if (obis === "0-0:1.0.0") {
    return { obis, value: timeOf(last) ?? "no time" };
  }
  if (/^(\d-\d:0\.|0-\d:42\.|\d-\d:96\.[15]\.|0-\d:96\.50\.)/.test(obis)) {
    return { obis, value: last };
  }
  if (/^0-\d:24\.3\.0$/.test(obis)) {
    return { obis, ...numberOf(`${last}*${values.at(-2) ?? ""}`) };
  }
  const time = values.length > 1 ? timeOf(values[0] ?? "") : null;
  return { obis, ...numberOf(last), ...(time === null ? {} : { time }) };
}

/** A code without the sixth part, and with dots where a meter writes a colon for one. */
function canonical(code: string): string {
  const [group = "", ...parts] = code.replace(/[*.]255$/, "").split(":");
  const whole = `${group}:${parts.join(".")}`;
  // `0-0:96.1.255*255` has 255 as its fifth part too.
  return /:\d+\.\d+$/.test(whole) ? `${whole}.255` : whole;
}

function numberOf(text: string): { value: string; unit?: string } {
  const match = /^(-?)0*(\d+(?:\.\d+)?)(?:\*(\S+))?\s*$/.exec(text);
  if (match === null) {
    return { value: text };
  }
  const unit = match[3]?.replace(/var/i, "var");
  return { value: `${match[1] ?? ""}${match[2] ?? ""}`, ...(unit === undefined ? {} : { unit }) };
}

function entriesOf(values: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  let time: string | null = null;
  for (const [index, value] of values.entries()) {
    if (/^\d{12}[SW]$/.test(value)) {
      time = timeOf(value);
    } else if (value !== "" && !value.includes(":") && index > 0) {
      entries.push({ time, ...numberOf(value) });
    }
  }
  return entries;
}

function messageOf(text: string): string {
  if (/^\xff+$/.test(text)) {
    return "";
  }
  return /^(?:[0-9a-f]{2})+$/i.test(text) ? Buffer.from(text, "hex").toString("utf8") : text;
}

/** The ISO time of a time stamp, by JavaScript's calendar; null where there is no such time. */
function timeOf(text: string): string | null {
  const match = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([SW])$/.exec(text);
  if (match === null || Number(match[1]) >= 70) {
    return null;
  }
  const [, year, month, day, hour, minute, second, season] = match;
  const local = new Date(`20${year ?? ""}-${month ?? ""}-${day ?? ""}T${hour ?? ""}:${minute ?? ""}:${second ?? ""}Z`);
  if (Number.isNaN(local.getTime()) || local.getTime() === Date.UTC(2000, 0, 1)) {
    return null;
  }
  return new Date(local.getTime() - (season === "S" ? 2 : 1) * 3_600_000).toISOString().replace(".000", "");
}
