/** How a kept reading's value and unit are written. */

import { utf8, type Bytes, type Writer } from "ts2c";
import { DatedList } from "../p1/list.ts";
import { NO_TIME, writeTime } from "../p1/timestamp.ts";
import { type KeptReading } from "./kept.ts";

const QUOTE = 34;

/** Writes a reading's unit, nothing where it has none. `text` is the spelling of an "other" unit. */
export function writeUnit(out: Writer, reading: KeptReading, text: Bytes): void {
  if (reading.kind !== "number" || reading.unit === "none") {
    return;
  }
  if (reading.unit === "other") {
    out.bytes(text);
  } else {
    out.text(reading.unit);
  }
}

/** Writes a reading's value as a payload: a number with the meter's decimals, a text, a time, a list as a JSON array. */
export function writeValue(out: Writer, reading: KeptReading, text: Bytes): void {
  switch (reading.kind) {
    case "number":
      out.decimal(reading.value, reading.decimals);
      break;
    case "text":
      out.bytes(text);
      break;
    case "time":
      writeTime(out, reading.time);
      break;
    case "list":
      writeList(out, text);
      break;
  }
}

/** Writes a reading's value as JSON: a list as an array, everything else as a string. */
export function writeJsonValue(out: Writer, reading: KeptReading, text: Bytes): void {
  switch (reading.kind) {
    case "text":
      out.jsonString(text);
      break;
    case "list":
      writeList(out, text);
      break;
    default:
      out.byte(QUOTE);
      writeValue(out, reading, text);
      out.byte(QUOTE);
      break;
  }
}

/** Writes the groups of a list as `[{"time":"2024-01-12T14:24:15Z","value":"240","unit":"s"}, …]`, without `time` where none is known. */
function writeList(out: Writer, groups: Bytes): void {
  const list = new DatedList();
  list.start();
  let separated = true;
  out.byte(91);
  while (list.next(groups)) {
    if (!separated) {
      out.byte(44);
    }
    separated = false;
    writeEntry(out, list, groups);
  }
  out.byte(93);
}

function writeEntry(out: Writer, list: DatedList, groups: Bytes): void {
  out.byte(123);
  if (list.time !== NO_TIME) {
    out.text('"time":"');
    writeTime(out, list.time);
    out.text('",');
  }
  out.text('"value":"');
  out.decimal(list.value, list.decimals);
  out.text('","unit":');
  if (list.unit === "other") {
    out.jsonString(groups.subarray(list.unitFrom, list.unitTo));
  } else if (list.unit === "none") {
    out.text('""');
  } else {
    out.jsonString(utf8(list.unit));
  }
  out.byte(125);
}
