/** How a kept reading's value and unit are written. */

import { type Bytes, type Writer } from "ts2c";
import { writeEntry } from "../meter/write.ts";
import { DatedList } from "../p1/list.ts";
import { writeTime } from "../p1/timestamp.ts";
import { type KeptReading } from "./kept-reading.ts";

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
      out.text('"');
      writeValue(out, reading, text);
      out.text('"');
      break;
  }
}

/** Writes the groups of a list as an array of dated values. */
function writeList(out: Writer, groups: Bytes): void {
  const list = new DatedList();
  list.start();
  let separated = true;
  out.text("[");
  while (list.next(groups)) {
    if (!separated) {
      out.text(",");
    }
    separated = false;
    writeEntry(out, list, groups);
  }
  out.text("]");
}
