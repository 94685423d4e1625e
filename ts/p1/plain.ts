import { u32, type Bytes, type u16, type u8 } from "ts2c";
import { CARRIAGE_RETURN, EXCLAMATION_MARK, LINE_FEED, OPEN, SLASH, SPACE } from "./ascii.ts";
import { LineBuffer } from "./buffer.ts";
import { Checksum } from "./checksum.ts";
import { type Counters } from "./counters.ts";
import { Footer } from "./footer.ts";
import { FRAME_TAG } from "./frame.ts";
import { Identification, isHolley } from "./identification.ts";
import { type LineReader } from "./line.ts";
import { rowEnd } from "./row.ts";
import { type Crc, type Outcome } from "./outcome.ts";
import { type Staging } from "./staging.ts";

/** Where the reader is: between telegrams, in the lines from `/` on, behind `!`. */
type State = "noise" | "lines" | "footer";

/**
 * Finds telegrams in plain bytes, from `/` to the CRC behind `!`, and stages their readings. It takes bytes in
 * chunks as they come, bounds a line and not the telegram, and looks at each byte once: the CRC runs along, a line is
 * read when it has ended. Whatever stands before, inside or behind a telegram, the next good one is found.
 */
export class PlainReader {
  /** What the last call of `read` or `silence` came to; the caller counts it. */
  outcome: Outcome = "more";
  /** Which CRC the telegram had, after the outcome "telegram". */
  crc: Crc = "arc";
  /** The readings of the telegram, valid from the outcome "telegram" to the next call. */
  private readonly staged: Staging;
  private readonly counters: Counters;

  private state: State = "noise";
  private readonly checksum: Checksum = new Checksum();
  /** How many lines as sent the telegram has so far; the identification is the first. */
  private rows: u32 = 0;
  /** The number of the line in the buffer. */
  private lineNumber: u32 = 0;
  private afterReturn: boolean = false;
  private readonly line: LineBuffer = new LineBuffer();
  private readonly lines: LineReader;
  private readonly footer: Footer = new Footer();
  private readonly name: Identification = new Identification();

  constructor(staged: Staging, lines: LineReader, counters: Counters) {
    this.staged = staged;
    this.lines = lines;
    this.counters = counters;
  }

  /** Whether it is between telegrams. */
  isIdle(): boolean {
    return this.state === "noise";
  }

  /** The telegram's identification, without its `/`. */
  identification(): Bytes {
    return this.name.view();
  }

  /** The CRC that stood behind `!`, after the outcome "crc". */
  crcSent(): u16 {
    return this.footer.sent();
  }

  /** The CRC-16/ARC of the telegram's bytes, after the outcome "crc". */
  crcComputed(): u16 {
    return this.checksum.arc();
  }

  /**
   * Takes bytes from `bytes[from …]` until a telegram has ended, well or not, or the chunk has, or an encrypted frame may
   * begin. Returns the index of the first byte that was not taken; `outcome` says why it stopped.
   */
  read(bytes: Bytes, from: u32): u32 {
    this.outcome = "more";
    let at = from;
    while (at < bytes.length && this.outcome === "more") {
      switch (this.state) {
        case "noise":
          at = this.skipNoise(bytes, at);
          if (this.state === "noise") {
            return at;
          }
          break;
        case "lines":
          at = this.takeLines(bytes, at);
          break;
        case "footer":
          at = this.takeFooter(bytes, at);
          break;
      }
    }
    return at;
  }

  /** There are no more bytes: what was begun is over. */
  silence(): void {
    this.outcome = "more";
    const state = this.state;
    this.state = "noise";
    if (state === "footer") {
      this.endFooter(false);
    } else if (state === "lines" && this.rows > 0) {
      this.finish("truncated");
    }
  }

  /** What is read comes to `outcome`; what follows belongs to no telegram. */
  private finish(outcome: Outcome): void {
    this.state = "noise";
    this.outcome = outcome;
  }

  /** Goes on to the next `/`, or to what may be an encrypted frame. */
  private skipNoise(bytes: Bytes, from: u32): u32 {
    let noise: u32 = 0;
    let at = from;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === SLASH || byte === FRAME_TAG) {
        break;
      }
      // Line ends and spaces between telegrams are no noise.
      if (byte > SPACE) {
        noise = u32(noise + 1);
      }
    }
    this.counters.addNoise(noise);
    if (at < bytes.length && bytes[at] === SLASH) {
      this.begin();
    }
    return at;
  }

  /** Begins a telegram; its `/` is the next byte. */
  private begin(): void {
    this.state = "lines";
    this.clearTelegram();
    this.line.clear();
  }

  private clearTelegram(): void {
    this.lines.clear();
    this.checksum.clear();
    this.name.clear();
    this.rows = 0;
    this.afterReturn = false;
  }

  /** Takes bytes of one row of a telegram, at most to its end. */
  private takeLines(bytes: Bytes, from: u32): u32 {
    if (from >= bytes.length) {
      return bytes.length;
    }
    if (this.line.isAtRowStart() && this.rows > 0) {
      const first = bytes[from];
      if (first === SLASH) {
        this.finish("truncated");
        return from;
      }
      if (first === EXCLAMATION_MARK) {
        this.readLine();
        this.checksum.addByte(first);
        this.footer.clear();
        this.state = "footer";
        return from + 1;
      }
      if (first !== OPEN && first !== CARRIAGE_RETURN && first !== LINE_FEED) {
        this.readLine();
        const next = this.takeWhole(bytes, from);
        if (next > from) {
          return next;
        }
      }
    }
    // No further than the buffer has room, so that it makes no difference how the bytes are cut into chunks.
    const stop = rowEnd(bytes.subarray(0, from + this.line.room()), from);
    this.checksum.add(bytes.subarray(from, stop));
    this.line.add(bytes.subarray(from, stop));
    if (stop >= bytes.length) {
      return stop;
    }
    return this.takeStop(bytes[stop]) ? stop + 1 : stop;
  }

  /** Takes the lines that are whole in the chunk: they need no buffer. Returns where they end. */
  private takeWhole(bytes: Bytes, from: u32): u32 {
    const at = this.lines.takeWhole(bytes, from, u32(this.rows + 1));
    if (at > from) {
      this.rows = u32(this.rows + this.lines.taken);
      this.afterReturn = false;
      this.checksum.add(bytes.subarray(from, at));
    }
    return at;
  }

  /** Decides about the byte at which a row stopped: its end, a `/`, or one byte too many. Says whether it is taken. */
  private takeStop(byte: u8): boolean {
    if (byte === CARRIAGE_RETURN || byte === LINE_FEED) {
      this.checksum.addByte(byte);
      this.endRow(byte);
      return true;
    }
    if (byte === SLASH && this.line.addSlash()) {
      this.checksum.addByte(byte);
      return true;
    }
    if (this.line.holdsStart()) {
      this.restart(this.rows > 0);
      return false;
    }
    this.finish("too-long");
    return false;
  }

  private endRow(end: u8): void {
    const secondHalf = end === LINE_FEED && this.afterReturn && this.line.isAtRowStart();
    this.afterReturn = end === CARRIAGE_RETURN;
    if (secondHalf) {
      return;
    }
    this.rows = u32(this.rows + 1);
    if (this.line.isAtRowStart()) {
      return;
    }
    if (this.line.holdsStart()) {
      this.restart(this.rows > 1);
      this.checksum.addByte(end);
      this.rows = 1;
    }
    if (this.rows === 1) {
      this.takeIdentification(end);
      return;
    }
    if (this.line.isFirstRow()) {
      this.lineNumber = this.rows;
    }
    this.line.endRow();
  }

  /**
   * The row holds the start of the next telegram, to be read from now on: it was cut into this one where that had rows
   * before, otherwise noise stood before it.
   */
  private restart(truncates: boolean): void {
    const dropped = this.line.dropBeforeSlash();
    if (truncates) {
      this.outcome = "truncated";
    } else {
      this.counters.addNoise(dropped);
    }
    this.clearTelegram();
    for (const byte of this.line.view()) {
      this.checksum.addByte(byte);
    }
  }

  /** Keeps the identification, which ends with `end`. A row that can't be one is noise with a `/` before it. */
  private takeIdentification(end: u8): void {
    if (!this.name.take(this.line.view())) {
      this.counters.addNoise(this.line.view().length);
      this.state = "noise";
    } else if (isHolley(this.name.view())) {
      this.checksum.startX25(this.line.view(), end);
    }
    this.line.clear();
  }

  /** Makes a reading of the line in the buffer, if there is one. */
  private readLine(): void {
    if (!this.line.isEmpty()) {
      this.lines.take(this.line.padded(), this.line.view().length, this.lineNumber);
      this.line.clear();
    }
  }

  private takeFooter(bytes: Bytes, from: u32): u32 {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === SLASH) {
        this.endFooter(false);
        return at;
      }
      if (byte === CARRIAGE_RETURN || byte === LINE_FEED) {
        this.endFooter(true);
        return at + 1;
      }
      if (!this.footer.take(byte)) {
        this.finish("crc");
        return at;
      }
    }
    return bytes.length;
  }

  /** Decides about the telegram. `complete` says that a line end was seen behind the footer. */
  private endFooter(complete: boolean): void {
    const verdict = this.footer.judge(this.checksum.arc(), this.checksum.x25, this.checksum.both, complete);
    switch (verdict) {
      case "arc":
        this.accept("arc");
        break;
      case "x25":
        this.accept("x25");
        break;
      case "absent":
        if (!this.lines.crcDemanded && this.staged.count > 0) {
          this.accept("absent");
        } else {
          this.finish(complete ? "no-crc" : "truncated");
        }
        break;
      case "partial":
        this.finish("truncated");
        break;
      case "wrong":
        this.finish("crc");
        break;
    }
  }

  private accept(crc: Crc): void {
    this.crc = crc;
    this.counters.addSkippedLines(this.staged.skippedCount);
    this.finish("telegram");
  }
}
