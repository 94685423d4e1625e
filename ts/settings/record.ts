/**
 * The settings as they are kept: one record of bytes.
 *
 *     "P1ST"  sequence (4)  { name length (1)  name  value length (2)  value }…  CRC-32 (4)
 *
 * Numbers are little endian; the CRC is over all that stands before it. A value is the text by which it is assigned, and stands
 * there only when it is not the default: so every firmware reads the record of every other one. While new values are on trial, those
 * that worked last stand there too, and so do notes of which certificates are kept beside it (entry.ts). It skips the names that it
 * doesn't know and the values that it doesn't allow, and gives its own defaults to what is not there.
 */

import { u32, utf8, Writer, type Bytes, type u16 } from "ts2c";
import { sameBytes } from "../bytes.ts";
import { writeCode } from "../p1/obis.ts";
import { CODES } from "./codes.ts";
import { crc32 } from "./crc32.ts";
import { entryOf, writeEntry } from "./entry.ts";
import { COUNT, SETTINGS } from "./list.ts";
import { TEXT_SIZE } from "./setting.ts";
import { type Settings } from "./settings.ts";

const MAGIC = "P1ST";
/** Magic and sequence. */
const HEAD = 8;
const CRC = 4;

/** Room for the longest record of all settings; a test counts it. */
export const RECORD_SIZE = 4096;

/** What was read of a record: how many values, and how many names and values this firmware has no use for. */
export interface Unpacked {
  readonly known: u16;
  readonly skipped: u16;
}

/** Four bytes as a number, little endian; 0 where there are fewer. */
function number32(bytes: Bytes): u32 {
  return bytes.length < 4 ? 0 : u32(bytes[0] | (bytes[1] << 8) | (bytes[2] << 16) | (bytes[3] << 24));
}

/** Whether the bytes are a whole record. */
export function isRecord(bytes: Bytes): boolean {
  if (bytes.length < HEAD + CRC || !sameBytes(bytes.subarray(0, 4), utf8(MAGIC))) {
    return false;
  }
  const end = bytes.length - CRC;
  return crc32(bytes.subarray(0, end)) === number32(bytes.subarray(end));
}

/** The number that counts a record's savings; it goes round to 0 after 2^32 − 1. */
export function sequenceOf(record: Bytes): u32 {
  return number32(record.subarray(4));
}

/** Whether the saving `a` is later than `b`. */
export function isLater(a: u32, b: u32): boolean {
  const steps = u32(a - b);
  return steps !== 0 && steps < 0x80000000;
}

/** What stands between head and CRC. */
export function entriesOf(record: Bytes): Bytes {
  return record.subarray(HEAD, record.length < CRC ? 0 : record.length - CRC);
}

/** Gives `settings` the values of a record for which {@link isRecord} holds. The others stay as they are. */
export function unpack(record: Bytes, settings: Settings): Unpacked {
  let known: u16 = 0;
  let skipped: u16 = 0;
  let rest = entriesOf(record);
  while (rest.length > 0) {
    const entry = entryOf(rest);
    if (entry.isAside || settings.assign(entry.name, entry.value) === "ok") {
      known = Math.min(known + 1, 65535);
    } else {
      skipped = Math.min(skipped + 1, 65535);
    }
    rest = entry.rest;
  }
  return { known, skipped };
}

/** Notes in a record in the making that something is kept under `key`. */
export function writeNote(out: Writer, key: Bytes): void {
  writeEntry(out, key, utf8(""), true);
}

/** Whether a record's entries say that something is kept under `key`. */
export function hasNote(entries: Bytes, key: Bytes): boolean {
  let rest = entries;
  while (rest.length > 0) {
    const entry = entryOf(rest);
    if (entry.isAside && sameBytes(entry.name, key)) {
      return true;
    }
    rest = entry.rest;
  }
  return false;
}

function writeNumber32(out: Writer, value: u32): void {
  for (let shift = 0; shift < 32; shift += 8) {
    out.byte((value >>> shift) & 0xff);
  }
}

/** Makes records of settings. */
export class RecordWriter {
  private readonly valueMemory: Uint8Array = new Uint8Array(TEXT_SIZE);
  private readonly value: Writer = new Writer(this.valueMemory);

  /** Writes the record of all settings; `out` has to have room for {@link RECORD_SIZE}. */
  pack(settings: Settings, sequence: u32, out: Writer): Bytes {
    this.begin(settings, sequence, out);
    return this.end(out);
  }

  /** Writes what stands before the CRC; more entries may follow, and then {@link end}. */
  begin(settings: Settings, sequence: u32, out: Writer): void {
    out.clear();
    out.text(MAGIC);
    writeNumber32(out, sequence);
    for (let place = 0; place < SETTINGS.length && place < COUNT; place++) {
      if (!settings.isDefault(place)) {
        this.value.clear();
        settings.write(place, this.value);
        writeEntry(out, utf8(SETTINGS[place].name), this.value.view(), false);
      }
    }
    for (let place = 0; place < CODES; place++) {
      if (settings.codes.isUsed(place)) {
        this.value.clear();
        writeCode(this.value, settings.codes.codeAt(place));
        writeEntry(out, this.value.view(), settings.codes.topicAt(place), false);
      }
    }
  }

  /** Writes the CRC. */
  end(out: Writer): Bytes {
    writeNumber32(out, crc32(out.view()));
    return out.view();
  }
}
