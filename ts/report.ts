/** What the log says of the meter's telegrams. */

import { Writer, array, type Bytes, type FixedArray, type range, type u32 } from "ts2c";
import * as log from "#platform/log";
import { type Level } from "#platform/log";
import { writeCrc } from "./p1/crc16.ts";
import { writeCode } from "./p1/obis.ts";
import { reasonText } from "./p1/reason.ts";
import { type SkippedLine, type Staging } from "./p1/staging.ts";
import { type Outcome } from "./p1/outcome.ts";
import { type TelegramReader } from "./p1/telegram.ts";

/** How many codes are remembered, so that each is told once. */
const CODES = 32;

/** Tells what was odd, each thing once and not with every telegram. */
export class Report {
  private readonly codes: FixedArray<u32, 32> = array(CODES, 0);
  private codeCount: range<0, 32> = 0;
  /** How the last telegram ended: a fault that goes on is told when it begins. */
  private last: Outcome = "more";
  private readonly buffer: Uint8Array = new Uint8Array(256);
  private readonly line: Writer = new Writer(this.buffer);

  /** A good telegram: names the meter after a fault, and the lines that gave no reading. */
  good(staging: Staging, identification: Bytes): void {
    if (this.last !== "telegram") {
      this.line.clear();
      this.line.text("Telegrams arrive from ");
      this.line.bytes(identification);
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
        this.line.text("The meter encrypts its telegrams: they can't be read without its key.");
        break;
      default:
        this.line.text("A telegram was refused: it is cut off.");
        break;
    }
    log.write(level, this.line.view());
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
