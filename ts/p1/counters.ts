import { u32 } from "ts2c";
import { type Outcome } from "./outcome.ts";

/** What became of everything that the meter sent, counted since the start (each count begins again after 2^32). */
export class Counters {
  /** Good telegrams. */
  telegrams: u32 = 0;
  /** Telegrams whose CRC is wrong. */
  crc: u32 = 0;
  /** Telegrams without the CRC that they must have. */
  noCrc: u32 = 0;
  /** Telegrams with a line that is too long. */
  tooLong: u32 = 0;
  /** Telegrams cut off by silence or by the next one. */
  truncated: u32 = 0;
  /** Encrypted frames for which there is no key. */
  encrypted: u32 = 0;
  /** Encrypted frames that gave no telegram though there is a key. */
  decryption: u32 = 0;
  /** Encrypted frames whose tag is wrong, whatever they gave. */
  wrongTags: u32 = 0;
  /** Lines of good telegrams that gave no reading. */
  skippedLines: u32 = 0;
  /** Bytes that belong to no telegram. */
  noise: u32 = 0;

  /** Everything that was no good telegram. */
  failures(): u32 {
    return u32(this.crc + this.noCrc + this.tooLong + this.truncated + this.encrypted + this.decryption);
  }

  /** Adds bytes of noise. */
  addNoise(bytes: u32): void {
    this.noise = u32(this.noise + bytes);
  }

  /** Adds lines of a good telegram that gave no reading. */
  addSkippedLines(lines: u32): void {
    this.skippedLines = u32(this.skippedLines + lines);
  }

  /** Adds what a telegram came to. */
  add(outcome: Outcome): void {
    switch (outcome) {
      case "more":
        break;
      case "telegram":
        this.telegrams = u32(this.telegrams + 1);
        break;
      case "crc":
        this.crc = u32(this.crc + 1);
        break;
      case "no-crc":
        this.noCrc = u32(this.noCrc + 1);
        break;
      case "too-long":
        this.tooLong = u32(this.tooLong + 1);
        break;
      case "truncated":
        this.truncated = u32(this.truncated + 1);
        break;
      case "encrypted":
        this.encrypted = u32(this.encrypted + 1);
        break;
      case "decryption":
        this.decryption = u32(this.decryption + 1);
        break;
    }
  }
}
