/** What the log says of the meter's telegrams. */

import { Writer, array, utf8, type FixedArray, type range, type u32 } from "ts2c";
import * as log from "#platform/log";
import { type Level } from "#platform/log";
import { writeCrc } from "./p1/crc16.ts";
import { writeCode } from "./p1/obis.ts";
import { reasonText } from "./p1/reason.ts";
import { type SkippedLine } from "./p1/staging.ts";
import { type Outcome } from "./p1/outcome.ts";
import { type TelegramReader } from "./p1/telegram.ts";
import { PLACES, type Kept } from "./publish/kept.ts";

/** How many codes are remembered, so that each is told once. */
const CODES = 32;

/** Why a frame gave no telegram though there is a key. */
function decryptionText(reader: TelegramReader): string {
  if (reader.tag === "wrong") {
    return "An encrypted telegram was refused: its tag is wrong. Check encryption_key and encryption_aad.";
  }
  return reader.holdsDlms()
    ? "The meter sends DLMS, as on a wired M-Bus, which is another protocol than P1: it can't be read."
    : "An encrypted frame was refused: there is no telegram in it.";
}

/** Tells what was odd, each thing once and not with every telegram. */
export class Report {
  private readonly codes: FixedArray<u32, 32> = array(CODES, 0);
  private codeCount: range<0, 32> = 0;
  /** How the last telegram ended: a fault that goes on is told when it begins. */
  private last: Outcome = "more";
  private toldTag: boolean = false;
  private readonly buffer: Uint8Array = new Uint8Array(256);
  private readonly line: Writer = new Writer(this.buffer);

  /** A good telegram: names the meter after a fault, and the lines that gave no reading. */
  good(reader: TelegramReader): void {
    const staging = reader.staged;
    this.tellTag(reader);
    if (this.last !== "telegram") {
      this.line.clear();
      this.line.text("Telegrams arrive from ");
      this.line.bytes(reader.identification());
      this.line.text(".");
      log.write("info", this.line.view());
    }
    this.last = "telegram";
    for (let i = 0; i < staging.skippedKept && i < staging.skipped.length; i++) {
      const skipped = staging.skipped[i];
      if (this.isNew(skipped.code)) {
        this.tellSkipped(skipped);
      }
    }
  }

  /** A telegram's readings are kept: tells which stay away from now on, and which are back. */
  missing(kept: Kept): void {
    for (let i = 0; i < PLACES; i++) {
      const reading = kept.readings[i];
      const missed = kept.isOverdue(reading);
      if (!reading.isCurrent() || reading.leftOut || missed === reading.missed) {
        continue;
      }
      reading.missed = missed;
      this.line.clear();
      this.line.text("The meter ");
      this.line.text(missed ? "has sent no " : "sends ");
      writeCode(this.line, reading.code);
      this.line.text(" (");
      this.line.bytes(kept.topicOf(i));
      this.line.text(missed ? ") for two hours, though its telegrams come." : ") again.");
      log.write(missed ? "warning" : "info", this.line.view());
    }
  }

  /** What was no good telegram. */
  bad(reader: TelegramReader): void {
    const outcome = reader.outcome;
    const level: Level = outcome === this.last ? "debug" : "warning";
    this.last = outcome;
    this.line.clear();
    switch (outcome) {
      case "crc":
        this.line.text("A telegram was refused: its CRC is ");
        writeCrc(this.line, reader.crcSent());
        this.line.text(", its bytes give ");
        writeCrc(this.line, reader.crcComputed());
        this.line.text(". Check the cable and what disturbs it.");
        break;
      case "no-crc":
        this.line.text("A telegram was refused: it has no CRC, and a meter like this one sends one.");
        break;
      case "too-long":
        this.line.text("A telegram was refused: a line does not end. Check serial_baud and serial_frame.");
        break;
      case "encrypted":
        this.line.text("The meter encrypts its telegrams: set encryption_key, which the grid operator gives.");
        break;
      case "decryption":
        this.line.text(decryptionText(reader));
        break;
      default:
        this.line.text("A telegram was refused: it is cut off.");
        break;
    }
    log.write(level, this.line.view());
  }

  /** A good telegram out of an encrypted frame whose tag is wrong: that is told once. */
  private tellTag(reader: TelegramReader): void {
    if (reader.tag === "wrong" && !this.toldTag) {
      log.write(
        "warning",
        utf8("The tag of an encrypted telegram is wrong, its CRC is right: it counts. Check encryption_aad."),
      );
    }
    this.toldTag = reader.tag === "wrong";
  }

  /** Whether nothing was told of this code so far. When too many were, nothing is new any more. */
  private isNew(code: u32): boolean {
    for (let i = 0; i < this.codeCount && i < CODES; i++) {
      if (this.codes[i] === code) {
        return false;
      }
    }
    if (this.codeCount >= CODES) {
      return false;
    }
    this.codes[this.codeCount] = code;
    this.codeCount++;
    return true;
  }

  private tellSkipped(skipped: SkippedLine): void {
    this.line.clear();
    this.line.text("Line ");
    this.line.int(skipped.line);
    if (skipped.code !== 0) {
      this.line.text(", ");
      writeCode(this.line, skipped.code);
      this.line.text(",");
    }
    this.line.text(" gives no reading: ");
    this.line.text(reasonText(skipped.why));
    this.line.text(". This is told once.");
    log.write(skipped.why === "absent" ? "info" : "warning", this.line.view());
  }
}
