/** How readings are written, wherever they go. */

import { utf8, type Bytes, type Writer, type u32, type u8 } from "ts2c";
import { isDigit, lowerCase } from "../p1/ascii.ts";
import { type DatedList } from "../p1/list.ts";
import { NO_TIME, writeTime } from "../p1/timestamp.ts";
import { type Unit } from "../p1/value.ts";

const PERCENT: u8 = 0x25;
const UNDERSCORE: u8 = 0x5f;

/** Writes a unit as the end of a topic: of an "other" one only letters, digits and `%`, for MQTT keeps some of the rest. */
export function writeTopicUnit(writer: Writer, unit: Unit, spelling: Bytes): void {
  if (unit === "other") {
    for (const byte of spelling) {
      writer.byte(isPlain(byte) ? byte : UNDERSCORE);
    }
  } else if (unit !== "none") {
    writer.text(unit);
  }
}

/** Whether a character is a letter, a digit or `%`. */
function isPlain(byte: u8): boolean {
  return isDigit(byte) || (lowerCase(byte) >= 97 && lowerCase(byte) <= 122) || byte === PERCENT;
}

/** Writes a unit as a JSON string, empty for "none". */
export function writeJsonUnit(writer: Writer, unit: Unit, spelling: Bytes): void {
  if (unit === "other") {
    writer.jsonString(spelling);
  } else if (unit === "none") {
    writer.text('""');
  } else {
    writer.jsonString(utf8(unit));
  }
}

/** Writes a time as a JSON string, `null` for one that the meter's clock did not know. */
function writeJsonTime(writer: Writer, time: u32): void {
  if (time === NO_TIME) {
    writer.text("null");
    return;
  }
  writer.text('"');
  writeTime(writer, time);
  writer.text('"');
}

/** Writes the entry at which a walk through `groups` stands: `{"time":"2024-01-12T14:24:15Z","value":"240","unit":"s"}`. */
export function writeEntry(writer: Writer, list: DatedList, groups: Bytes): void {
  writer.text('{"time":');
  writeJsonTime(writer, list.time);
  writer.text(',"value":"');
  writer.decimal(list.value, list.decimals);
  writer.text('"');
  if (list.unit !== "none") {
    writer.text(',"unit":');
    writeJsonUnit(writer, list.unit, groups.subarray(list.unitFrom, list.unitTo));
  }
  writer.text("}");
}
