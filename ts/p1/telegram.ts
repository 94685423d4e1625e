import { u32, type Bytes, type u16 } from "ts2c";
import { TelegramCopy } from "./copy.ts";
import { Counters } from "./counters.ts";
import { Encryption, type TagVerdict } from "./encryption.ts";
import { FrameHead } from "./frame.ts";
import { LineReader } from "./line.ts";
import { type Crc, type Outcome } from "./outcome.ts";
import { PlainReader } from "./plain.ts";
import { Staging } from "./staging.ts";

/**
 * How many milliseconds without a byte end a telegram. Meters pause more than 100 ms before the CRC; between two
 * telegrams of a meter that sends each second more than 800 ms are silent.
 */
export const SILENCE_MS: u32 = 500;

/** The first byte of what a meter of the wired M-Bus encrypts: a DLMS data notification (DLMS Green Book, 9.5). */
const DLMS = 0x0f;

/** Where the reader is: at plain bytes, in the head of an encrypted frame, behind it. */
type Around = "plain" | "head" | "frame";

/**
 * Finds telegrams in the bytes of a P1 port, plain ones and those in encrypted frames. It takes bytes in chunks as they
 * come. Whatever stands before, inside or behind a telegram, the next good one is found.
 */
export class TelegramReader {
  /** What the last call of `read` or `silence` came to. */
  outcome: Outcome = "more";
  /** Which CRC the telegram had, after the outcome "telegram". */
  crc: Crc = "arc";
  /** What the tag said of the frame that the outcome is of. */
  tag: TagVerdict = "none";
  /** Whether the outcome is of a frame. */
  framed: boolean = false;
  /** The readings of the telegram, valid from the outcome "telegram" to the next call. */
  readonly staged: Staging = new Staging();
  readonly counters: Counters = new Counters();
  readonly encryption: Encryption = new Encryption();
  /** The telegram's bytes, out of its frame; valid like {@link staged}. */
  readonly copy: TelegramCopy = new TelegramCopy();

  private state: Around = "plain";
  private readonly head: FrameHead = new FrameHead();
  private readonly lines: LineReader = new LineReader(this.staged);
  private readonly plain: PlainReader = new PlainReader(this.staged, this.lines, this.counters);
  /** What the plain text of the frame came to so far; nothing behind a good telegram counts. */
  private inner: Outcome = "more";
  /** The frame's first plain byte, 0 before it came. */
  private first: u32 = 0;

  /** The telegram's identification, without its `/`. */
  identification(): Bytes {
    return this.plain.identification();
  }

  /** The CRC that stood behind `!`, after the outcome "crc". */
  crcSent(): u16 {
    return this.plain.crcSent();
  }

  /** The CRC-16/ARC of the telegram's bytes, after the outcome "crc". */
  crcComputed(): u16 {
    return this.plain.crcComputed();
  }

  /** Whether the frame of the outcome "decryption" holds what meters of the wired M-Bus send. */
  holdsDlms(): boolean {
    return this.first === DLMS;
  }

  /**
   * Takes bytes from `bytes[from …]` until a telegram has ended, well or not, or the chunk has. Returns the index of the
   * first byte that was not taken; `outcome` says why it stopped.
   */
  read(bytes: Bytes, from: u32): u32 {
    this.outcome = "more";
    let at = from;
    while (at < bytes.length && this.outcome === "more") {
      switch (this.state) {
        case "plain":
          at = this.takePlain(bytes, at);
          break;
        case "head":
          at = this.takeHead(bytes, at);
          break;
        case "frame":
          at = this.takeFrame(bytes, at);
          break;
      }
    }
    return at;
  }

  /** The line was silent for {@link SILENCE_MS}, or there are no more bytes: what was begun is over. */
  silence(): void {
    this.outcome = "more";
    const state = this.state;
    this.state = "plain";
    this.plain.silence();
    if (state === "frame") {
      this.finish("truncated", true);
    } else if (state === "plain") {
      this.finish(this.plain.outcome, false);
    }
  }

  private finish(outcome: Outcome, framed: boolean): void {
    this.outcome = outcome;
    this.framed = framed;
    this.crc = this.plain.crc;
    this.counters.add(outcome);
    if (outcome === "telegram") {
      this.copy.end(this.plain.identification());
    }
    if (!framed) {
      this.tag = "none";
    }
  }

  private takePlain(bytes: Bytes, from: u32): u32 {
    if (this.plain.isIdle()) {
      this.copy.clear();
    }
    const at = this.plain.read(bytes, from);
    this.copy.add(bytes.subarray(from, at));
    if (this.plain.outcome !== "more") {
      this.finish(this.plain.outcome, false);
    } else if (at < bytes.length) {
      this.head.clear();
      this.state = "head";
    }
    return at;
  }

  private takeHead(bytes: Bytes, from: u32): u32 {
    for (let at = from; at < bytes.length; at++) {
      const state = this.head.take(bytes[at]);
      if (state === "other") {
        this.state = "plain";
        this.replay(this.head.view());
        return at + 1;
      }
      if (state === "whole") {
        this.state = "frame";
        this.encryption.begin(this.head);
        this.tag = "none";
        this.inner = "more";
        this.first = 0;
        this.copy.clear();
        return at + 1;
      }
    }
    return bytes.length;
  }

  /** What began like a frame is none: the bytes held back may hold the start of a telegram. */
  private replay(held: Bytes): void {
    let at: u32 = 0;
    while (at < held.length) {
      const start = at;
      at = this.takeText(held, at);
      this.copy.add(held.subarray(start, at));
      if (this.plain.outcome !== "more") {
        this.finish(this.plain.outcome, false);
      }
    }
  }

  /** Reads plain bytes in which no frame begins, up to what they come to. */
  private takeText(text: Bytes, from: u32): u32 {
    const at = this.plain.read(text, from);
    if (at < text.length && this.plain.outcome === "more") {
      this.counters.addNoise(1);
      return at + 1;
    }
    return at;
  }

  private takeFrame(bytes: Bytes, from: u32): u32 {
    for (let at = from; at < bytes.length; at++) {
      this.encryption.take(bytes[at]);
      this.takeInner(this.encryption.text());
      if (this.encryption.isWhole()) {
        this.endFrame();
        return at + 1;
      }
    }
    return bytes.length;
  }

  /** Reads plain text of a frame, up to a good telegram. */
  private takeInner(text: Bytes): void {
    if (this.first === 0 && text.length > 0) {
      this.first = text[0];
    }
    let at: u32 = 0;
    while (at < text.length && this.inner !== "telegram") {
      const start = at;
      at = this.takeText(text, at);
      this.copy.add(text.subarray(start, at));
      this.noteInner();
    }
  }

  private noteInner(): void {
    if (this.plain.outcome !== "more") {
      this.inner = this.plain.outcome;
    }
  }

  /**
   * Judges tag and telegram apart: there are meters whose tag never matches while the CRC inside does
   * (esphome/esphome#16549), so a good telegram is good, and the tag is told.
   */
  private endFrame(): void {
    this.state = "plain";
    if (!this.encryption.isDecrypting()) {
      this.finish("encrypted", true);
      return;
    }
    if (this.inner !== "telegram") {
      this.plain.silence();
      this.noteInner();
    }
    this.tag = this.encryption.verdict();
    if (this.tag === "wrong") {
      this.counters.wrongTags = u32(this.counters.wrongTags + 1);
    }
    if (this.inner === "telegram") {
      this.finish("telegram", true);
    } else {
      this.finish(this.tag === "wrong" || this.inner === "more" ? "decryption" : this.inner, true);
    }
  }
}
