/** What is longer than one part: readings, settings, the last telegram, the power over time, the log. */

import { u32, type Writer, type range } from "ts2c";
import * as clock from "#platform/clock";
import * as log from "#platform/log";
import { writeJsonUnit } from "../meter/write.ts";
import { HomeWizard } from "../neighbours/homewizard.ts";
import { Metrics } from "../neighbours/prometheus.ts";
import { type Scan } from "../network/scan.ts";
import { isIdentification, type Publisher } from "../publish/publisher.ts";
import { type Kept, PLACES } from "../publish/kept.ts";
import { type Statistics } from "../publish/statistics.ts";
import { writeJsonValue, writeValue } from "../publish/value.ts";
import { type TelegramCopy } from "../p1/copy.ts";
import { writeCode } from "../p1/obis.ts";
import { NO_TIME, writeTime } from "../p1/timestamp.ts";
import { CODES, type Codes } from "../settings/codes.ts";
import { COUNT, SETTINGS } from "../settings/list.ts";
import { type Power } from "../power/power.ts";
import { STEPS, type Span } from "../power/span.ts";
import { ANSWER_SIZE, END } from "./piece.ts";
import { type SettingForm } from "./setting-form.ts";

/** A list that is asked for. */
export type List =
  | "readings"
  | "settings"
  | "telegram"
  | "log"
  | "hour"
  | "day"
  | "networks"
  | "export"
  | "export-secrets"
  | "metrics"
  | "homewizard"
  | "homewizard-data";

/** What was logged before is not kept: the log has some thousand bytes. */
const LOG_SPAN = 0x7fffffff;
/** As many pieces as fill the memory. */
const LOG_PIECES = 64;

/** Writes the lists, as many entries at a time as there is room for. */
export class Lists {
  private readonly codes: Codes;
  private readonly publisher: Publisher;
  private readonly statistics: Statistics;
  private readonly form: SettingForm;
  private readonly kept: Kept;
  private readonly telegram: TelegramCopy;
  private readonly power: Power;
  private readonly scan: Scan;
  private readonly line: Uint8Array = new Uint8Array(64);

  constructor(
    form: SettingForm,
    publisher: Publisher,
    statistics: Statistics,
    telegram: TelegramCopy,
    power: Power,
    scan: Scan,
  ) {
    this.form = form;
    this.codes = form.settings.codes;
    this.publisher = publisher;
    this.statistics = statistics;
    this.kept = publisher.kept;
    this.telegram = telegram;
    this.power = power;
    this.scan = scan;
  }

  /** The `Content-Type` of an answer that is the list. */
  type(list: List): string {
    if (list === "metrics") {
      return "text/plain; version=0.0.4; charset=utf-8";
    }
    return list === "telegram" || list === "log" ? "text/plain; charset=utf-8" : "application/json";
  }

  /** Writes a list from `next` on, which is 0 at first; returns what comes then, or {@link END}. */
  write(list: List, next: u32, out: Writer): u32 {
    switch (list) {
      case "readings":
        return this.writeReadings(next, out);
      case "settings":
        return this.writeSettings(next, out);
      case "export":
        return this.writeExport(next, out, false);
      case "export-secrets":
        return this.writeExport(next, out, true);
      case "telegram":
        if (this.telegram.view().length <= ANSWER_SIZE) {
          out.bytes(this.telegram.view());
        }
        return END;
      case "hour":
        return writeSpan(this.power.hour, next, out);
      case "day":
        return writeSpan(this.power.day, next, out);
      case "log": {
        const at = this.writeLog(next === 0 ? log.oldest() : next, out);
        return out.length() === 0 ? END : at;
      }
      case "networks":
        this.scan.write(out);
        return END;
      case "metrics":
        return this.writeMetrics(next, out);
      case "homewizard":
        return this.writeHomeWizard(out, false);
      case "homewizard-data":
        return this.writeHomeWizard(out, true);
    }
  }

  private writeHomeWizard(out: Writer, isData: boolean): u32 {
    const homeWizard = new HomeWizard(this.publisher, this.statistics);
    if (isData) {
      homeWizard.writeData(out);
    } else {
      homeWizard.writeDevice(out);
    }
    return END;
  }

  private writeMetrics(next: u32, out: Writer): u32 {
    const metrics = new Metrics(this.publisher, this.statistics);
    return metrics.write(next, out);
  }

  private writeReadings(next: u32, out: Writer): u32 {
    const now = clock.millis();
    if (next === 0) {
      out.text("[");
    }
    for (let i: range<0, 97> = Math.min(next, PLACES); i < PLACES; i++) {
      if (!this.kept.readings[i].isCurrent()) {
        continue;
      }
      const start = out.mark();
      out.text(this.isFirst(i) ? "\n" : ",\n");
      this.writeReading(out, i, now, true);
      if (out.full()) {
        out.reset(start);
        if (start > 1) {
          return i;
        }
        this.writeReading(out, i, now, false); // It is longer than all the memory: its value is left out.
      }
    }
    out.text("\n]\n");
    return END;
  }

  /** Whether no reading comes before the one at `index`. */
  private isFirst(index: range<0, 96>): boolean {
    for (let i = 0; i < index; i++) {
      if (this.kept.readings[i].isCurrent()) {
        return false;
      }
    }
    return true;
  }

  /** Writes one reading as a JSON object; without its value where that is longer than all the memory. */
  writeReading(out: Writer, index: range<0, 96>, now: u32, withValue: boolean): void {
    const reading = this.kept.readings[index];
    const text = this.kept.textOf(reading);
    out.text('{"topic":');
    out.jsonString(this.kept.topicOf(index));
    if (!isIdentification(reading.code)) {
      this.writeNames(out, reading.code);
    }
    out.text(',"value":');
    if (!withValue) {
      out.text("null");
    } else if (reading.kind === "number") {
      writeValue(out, reading, text);
    } else {
      writeJsonValue(out, reading, text);
    }
    out.text(',"unit":');
    writeJsonUnit(out, reading.unit, text);
    if (reading.kind === "number" && reading.time !== NO_TIME) {
      out.text(',"time":"');
      writeTime(out, reading.time);
      out.text('"');
    }
    out.text(',"age":');
    out.int(Math.trunc(u32(now - reading.heardAt) / 1000));
    out.text("}");
  }

  /** Writes a reading's code, and where it goes by a topic that somebody chose the one that it has by itself. */
  private writeNames(out: Writer, code: u32): void {
    out.text(',"code":"');
    writeCode(out, code);
    out.text('"');
    if (this.publisher.isRenamed(code)) {
      out.text(',"name":"');
      this.publisher.meter.writeName(out, code);
      out.text('"');
    }
  }

  private writeSettings(next: u32, out: Writer): u32 {
    if (next === 0) {
      out.text("[");
    }
    for (let i: range<0, typeof COUNT> = Math.min(next, COUNT); i < COUNT && i < SETTINGS.length; i++) {
      const start = out.mark();
      out.text(i === 0 ? "\n" : ",\n");
      this.form.write(out, i);
      if (out.full()) {
        out.reset(start);
        return start > 1 ? i : END;
      }
    }
    for (let i: range<0, 8> = Math.min(Math.max(next, COUNT) - COUNT, CODES); i < CODES; i++) {
      const start = out.mark();
      if (this.codes.isUsed(i)) {
        out.text(",\n");
        this.form.writeCode(out, i);
      }
      if (out.full()) {
        out.reset(start);
        return start > 0 ? COUNT + i : END;
      }
    }
    out.text("\n]\n");
    return END;
  }

  /** Writes what is not as at first as one JSON object, by which it is assigned again; the host name is always in it. */
  private writeExport(next: u32, out: Writer, secrets: boolean): u32 {
    for (let i: range<0, typeof COUNT> = Math.min(next, COUNT); i < COUNT && i < SETTINGS.length; i++) {
      const start = out.mark();
      this.form.writeMember(out, i, secrets);
      if (out.full()) {
        out.reset(start);
        return start > 0 ? i : END;
      }
    }
    for (let i: range<0, 8> = Math.min(Math.max(next, COUNT) - COUNT, CODES); i < CODES; i++) {
      const start = out.mark();
      if (this.codes.isUsed(i)) {
        this.form.writeCodeMember(out, i);
      }
      if (out.full()) {
        out.reset(start);
        return start > 0 ? COUNT + i : END;
      }
    }
    out.text("\n}\n");
    return END;
  }

  /** Writes the log from the byte `from` on, or from the oldest that is kept, as far as there is room; returns what comes then. */
  writeLog(from: u32, out: Writer): u32 {
    let at = from;
    if (u32(from - log.oldest()) > LOG_SPAN) {
      at = log.oldest();
    }
    for (let i = 0; i < LOG_PIECES; i++) {
      const length = log.read(at, this.line);
      const start = out.mark();
      out.bytes(this.line.subarray(0, length));
      if (out.full()) {
        out.reset(start);
        return at;
      }
      at = u32(at + length);
      if (length === 0) {
        return at;
      }
    }
    return at;
  }
}

/** The values of both directions, one behind the other. */
const VALUES = 720;

/**
 * Writes the power over time from `next` on: the place of a value among {@link VALUES}, and above it how many steps were over when the
 * answer began, so that it goes on with the same steps though new ones came.
 */
function writeSpan(span: Span, next: u32, out: Writer): u32 {
  const closed = next === 0 ? span.closed & 0x1fffff : next >>> 11;
  const since = (span.closed - closed) & 0x1fffff;
  if (next === 0) {
    out.text('{"step":');
    out.int(Math.trunc(span.stepMs / 1000));
    out.text(',"newest_age":');
    out.int(Math.trunc(span.age(clock.millis()) / 1000));
    out.text(',"import":[');
  }
  for (let i: range<0, typeof VALUES> = Math.min(next & 0x7ff, VALUES); i < VALUES; i++) {
    const start = out.mark();
    if (i === STEPS) {
      out.text('],"export":[');
    } else if (i > 0) {
      out.text(",");
    }
    writeWatts(out, span, i, since);
    if (out.full()) {
      out.reset(start);
      return ((closed << 11) | i) >>> 0;
    }
  }
  out.text("]}\n");
  return END;
}

/** Writes one value; of a step that meanwhile made way for a new one nothing is known. */
function writeWatts(out: Writer, span: Span, index: range<0, 719>, since: u32): void {
  const step = index < STEPS ? index : index - STEPS;
  if (step < since) {
    out.text("null");
    return;
  }
  const place = span.placeOf(step - since);
  const watts = index < STEPS ? span.drawn.at(place) : span.given.at(place);
  if (watts < 0) {
    out.text("null");
  } else {
    out.int(watts);
  }
}
