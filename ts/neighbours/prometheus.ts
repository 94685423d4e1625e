/** The readings and figures as Prometheus asks for them, at `/metrics`. */

import { utf8, type Bytes, type Writer, type range, type u32 } from "ts2c";
import * as clock from "#platform/clock";
import { sameBytes } from "../bytes.ts";
import { END } from "../portal/piece.ts";
import { FIGURES, FIGURE_COUNT, type FigureIndex } from "../publish/figures.ts";
import { PLACES } from "../publish/kept.ts";
import { type KeptReading } from "../publish/kept-reading.ts";
import { isIdentification, type Publisher } from "../publish/publisher.ts";
import { type Statistics } from "../publish/statistics.ts";
import { isSimulated } from "../simulator/simulated.ts";
import { baseOf, partsOf, suffixOf, writeHead, writeLabel, writeScaled, writeWords, type Parts } from "./metric.ts";

/** The longest text that becomes a label: an id has 34 bytes. */
const LONGEST_TEXT = 128;

/** Writes them, as many at a time as there is room for. It keeps nothing, so whoever asks makes one. */
export class Metrics {
  private readonly publisher: Publisher;
  private readonly statistics: Statistics;
  /** Names in the making, in memory that is anybody's: two where they are compared. */
  private readonly names: Writer;

  constructor(publisher: Publisher, statistics: Statistics) {
    this.publisher = publisher;
    this.statistics = statistics;
    this.names = publisher.message.payload;
  }

  /** Writes the metrics from `next` on, which is 0 at first; returns what comes then, or {@link END}. */
  write(next: u32, out: Writer): u32 {
    const silent = this.statistics.counts.presence.isSilent();
    for (let i: range<0, 97> = silent ? PLACES : Math.min(next, PLACES); i < PLACES; i++) {
      const start = out.mark();
      this.writeFamily(out, i);
      if (out.full()) {
        out.reset(start);
        if (start > 0) {
          return i;
        }
      }
    }
    const now = clock.millis();
    for (let i = Math.min(Math.max(next, PLACES) - PLACES, FIGURE_COUNT); i < FIGURE_COUNT; i++) {
      const start = out.mark();
      this.writeFigure(out, i, now);
      if (out.full()) {
        out.reset(start);
        return PLACES + i;
      }
    }
    return END;
  }

  /** What the meter says now, and is a number or short. */
  private isShown(reading: KeptReading): boolean {
    const isShort = reading.kind === "text" && reading.behaves === "word" && reading.textLength <= LONGEST_TEXT;
    return (
      reading.isCurrent() &&
      !this.publisher.kept.isOverdue(reading) &&
      (reading.kind === "number" || reading.kind === "time" || isShort)
    );
  }

  /** Writes all readings of one name, one behind the other as they have to be, at the first of them. */
  private writeFamily(out: Writer, first: range<0, 96>): void {
    const kept = this.publisher.kept;
    if (!this.isShown(kept.readings[first])) {
      return;
    }
    for (let i = 0; i < first; i++) {
      if (this.isShown(kept.readings[i]) && this.isSame(i, first, false)) {
        return;
      }
    }
    this.names.clear();
    const reading = kept.readings[first];
    const { stem } = this.writeParts(reading);
    writeHead(out, this.writeName(first, false), isCounter(reading), " Reading of the meter: ", stem);
    for (let i = first; i < PLACES; i++) {
      if (this.isShown(kept.readings[i]) && this.isSame(first, i, false) && !this.isRepeated(first, i)) {
        this.writeSample(out, i);
      }
    }
  }

  /** Whether one of the same name and label comes before: two codes may say the same. */
  private isRepeated(first: range<0, 96>, index: range<0, 96>): boolean {
    for (let i = first; i < index; i++) {
      if (this.isShown(this.publisher.kept.readings[i]) && this.isSame(i, index, true)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two readings have one metric, and likewise the label. */
  private isSame(one: range<0, 96>, other: range<0, 96>, withLabel: boolean): boolean {
    this.names.clear();
    return sameBytes(this.writeName(one, withLabel), this.writeName(other, withLabel));
  }

  /** Adds to the names what a reading is called by itself, whatever topic somebody chose for it, and takes that to parts. */
  private writeParts(reading: KeptReading): Parts {
    const from = this.names.mark();
    if (isIdentification(reading.code)) {
      this.names.text("equipment/identification");
    } else {
      this.publisher.meter.writeName(this.names, reading.code);
    }
    return partsOf(this.names.view().subarray(from));
  }

  /** Adds the name of a reading's metric to the names, with its label behind it where that is asked for, and returns it. */
  private writeName(index: range<0, 96>, withLabel: boolean): Bytes {
    const reading = this.publisher.kept.readings[index];
    const { stem, label, which } = this.writeParts(reading);
    const out = this.names;
    const from = out.mark();
    out.text(isSimulated(this.statistics.settings) ? "p1_simulated_" : "p1_");
    const isTotal = isCounter(reading) && sameBytes(stem.subarray(0, 6), utf8("total/"));
    writeWords(out, isTotal ? stem.subarray(6) : stem);
    if (label !== "none") {
      out.text("_by_");
      out.text(label);
    }
    if (reading.kind === "number") {
      out.text(baseOf(reading.unit).name);
      out.text(isCounter(reading) ? "_total" : "");
    } else {
      out.text(reading.kind === "time" ? "_timestamp_seconds" : "_info");
    }
    if (withLabel) {
      out.bytes(which);
    }
    return out.view().subarray(from);
  }

  private writeSample(out: Writer, index: range<0, 96>): void {
    const reading = this.publisher.kept.readings[index];
    this.names.clear();
    const { label, which } = this.writeParts(reading);
    out.bytes(this.writeName(index, false));
    if (reading.kind === "text") {
      writeLabel(out, "value", this.publisher.kept.textOf(reading));
      out.text(" 1\n");
      return;
    }
    if (label !== "none") {
      writeLabel(out, label, which);
    }
    out.text(" ");
    if (reading.kind === "time") {
      out.int(reading.time);
    } else {
      writeScaled(out, reading.value, reading.decimals, baseOf(reading.unit));
    }
    out.text("\n");
  }

  /** Writes a figure of the device; with the first cause of what went wrong all causes, which are one metric. */
  private writeFigure(out: Writer, index: FigureIndex, now: u32): void {
    if (isCause(index)) {
      if (index === firstCause()) {
        this.writeCauses(out, now);
      }
      return;
    }
    if (!this.statistics.has(index)) {
      return;
    }
    const { name, behaves, unit } = FIGURES[index];
    this.names.clear();
    this.names.text("p1_");
    this.names.text(name);
    this.names.text(suffixOf(unit));
    this.names.text(behaves === "counter" ? "_total" : behaves === "word" ? "_info" : "");
    const metric = this.names.view();
    writeHead(out, metric, behaves === "counter", " Figure of the device: ", utf8(name));
    out.bytes(metric);
    if (behaves === "word") {
      this.names.clear();
      this.statistics.writeValue(this.names, name, now);
      writeLabel(out, "value", this.names.view());
      out.text(" 1\n");
    } else {
      out.text(" ");
      this.statistics.writeValue(out, name, now);
      out.text("\n");
    }
  }

  private writeCauses(out: Writer, now: u32): void {
    const metric = utf8("p1_errors_total");
    writeHead(out, metric, true, " Telegrams, bytes and signals that went wrong, by cause: ", utf8("err_…"));
    for (let i = 0; i < FIGURE_COUNT; i++) {
      if (isCause(i)) {
        const name = FIGURES[i].name;
        out.bytes(metric);
        writeLabel(out, "cause", utf8(name).subarray(4));
        out.text(" ");
        this.statistics.writeValue(out, name, now);
        out.text("\n");
      }
    }
  }
}

function isCounter(reading: KeptReading): boolean {
  return reading.kind === "number" && reading.behaves === "counter";
}

/** Whether a figure counts one cause of what went wrong; noise is counted in bytes, which are no times. */
function isCause(index: FigureIndex): boolean {
  const { name, unit } = FIGURES[index];
  return unit === "" && sameBytes(utf8(name).subarray(0, 4), utf8("err_"));
}

function firstCause(): range<0, typeof FIGURE_COUNT> {
  for (let i = 0; i < FIGURE_COUNT; i++) {
    if (isCause(i)) {
      return i;
    }
  }
  return FIGURE_COUNT;
}
