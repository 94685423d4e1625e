/** Telegrams of smart meters (the P1 port of the Netherlands, Belgium, Luxembourg, Sweden, Hungary and Switzerland) as objects. */

import { Writer, type Bytes } from "ts2c";
import { Reader } from "../../../ts/p1.ts";
import type { Country } from "../../../ts/meter/country.ts";
import type { Crc, Outcome } from "../../../ts/p1/outcome.ts";
import type { StagedReading } from "../../../ts/p1/staging.ts";

/** More than one reading takes: a text has at most 2048 bytes. */
const TEXT_BYTES = 4096;
const KEY_BYTES = 16;
const ADDITIONAL_BYTES = 64;
/** What the tags of all meters in Luxembourg cover: 30 and the authentication key. */
const LUXEMBOURG = "3000112233445566778899AABBCCDDEEFF";

/** One reading of a telegram. */
export interface Reading {
  /** The OBIS code: `1-0:1.8.1`. */
  readonly obis: string;
  /** What it is called, with its unit: `total/consumption_low_tariff_kWh`; `other/<code>` where the code is not known. */
  readonly topic: string;
  /** A number with the decimals that the meter sent (`Number(value)`), a text, or a time in UTC. A list has entries instead. */
  readonly value?: string;
  readonly unit?: string;
  /** When an M-Bus device was read, where the meter says so: `2020-09-09T20:00:00Z`. */
  readonly time?: string;
  /** Of a list (power failures, peaks of the last months): its dated numbers. */
  readonly entries?: readonly Entry[];
}

/** A dated number of a list. */
export interface Entry {
  /** `null` where the meter's clock did not know it. */
  readonly time: string | null;
  readonly value: string;
  readonly unit?: string;
}

/** A line of a telegram that gave no reading. */
export interface Skipped {
  /** 1 is the identification. */
  readonly line: number;
  readonly why: string;
}

/** A telegram whose CRC is right, or that has none since meters of its time sent none. */
export interface Telegram {
  readonly ok: true;
  readonly crc: Crc;
  /** What the tag of its encrypted frame said. A wrong one does not spoil a telegram whose CRC is right. */
  readonly tag?: "right" | "wrong";
  readonly identification: string;
  /** Whose meter it is, as far as the telegram shows. */
  readonly country: Country;
  readonly readings: readonly Reading[];
  readonly skipped: readonly Skipped[];
}

/** A telegram that can't be believed: nothing of it is told. */
export interface BadTelegram {
  readonly ok: false;
  readonly error: Exclude<Outcome, "more" | "telegram">;
  readonly tag?: "right" | "wrong";
  readonly readings: readonly [];
}

/** How encrypted frames (Luxembourg, Austria) are decrypted: hexadecimal digits or bytes. */
export interface Encryption {
  /** 16 bytes. */
  readonly key: string | Uint8Array;
  /** The additional data that the tag covers, security byte included; at first those of all meters in Luxembourg. At most 64 bytes. */
  readonly additional?: string | Uint8Array;
}

/**
 * Reads one P1 port: takes its bytes in chunks as they come. Encrypted ports share one decryption: of those, read one in a process.
 */
export class Decoder {
  private readonly reader = new Reader();
  private readonly writer = new Writer(new Uint8Array(TEXT_BYTES));
  private readonly text = new TextDecoder();

  /** Throws a RangeError where key or additional data are none. */
  constructor(encryption?: Encryption) {
    if (encryption !== undefined) {
      const key = bytesOf("key", encryption.key);
      const additional = bytesOf("additional", encryption.additional ?? LUXEMBOURG);
      if (key.length !== KEY_BYTES || additional.length > ADDITIONAL_BYTES) {
        throw new RangeError(
          `An encryption has a key of ${KEY_BYTES} bytes, and at most ${ADDITIONAL_BYTES} additional.`,
        );
      }
      this.reader.unlock(key, additional);
    }
  }

  /** Takes the next bytes, and gives the telegrams that end in them. */
  take(bytes: Uint8Array): (Telegram | BadTelegram)[] {
    const ended: (Telegram | BadTelegram)[] = [];
    for (let at = 0; at < bytes.length;) {
      at = this.reader.read(bytes, at);
      ended.push(...this.ended());
    }
    return ended;
  }

  /**
   * Says that there are no more bytes, or that the line was silent for half a second: a telegram that was begun is over, and one of a meter
   * that sends no CRC is whole only then.
   */
  end(): (Telegram | BadTelegram)[] {
    this.reader.silence();
    return this.ended();
  }

  private ended(): (Telegram | BadTelegram)[] {
    const { reader } = this;
    const outcome = reader.outcome();
    const tag = reader.tag();
    const verdict = tag === "none" ? {} : { tag };
    switch (outcome) {
      case "more":
        return [];
      case "telegram":
        return [this.telegram(verdict)];
      default:
        return [{ ok: false, error: outcome, ...verdict, readings: [] }];
    }
  }

  private telegram(verdict: Pick<Telegram, "tag">): Telegram {
    const { reader } = this;
    const readings: Reading[] = [];
    for (let each = reader.reading(0); each !== null; each = reader.reading(readings.length)) {
      readings.push(this.reading(each));
    }
    const skipped: Skipped[] = [];
    for (let each = reader.skipped(0); each !== null; each = reader.skipped(skipped.length)) {
      const line = each;
      skipped.push({ line: line.line, why: this.written((writer) => reader.writeReason(writer, line)) });
    }
    return {
      ok: true,
      crc: reader.crc(),
      ...verdict,
      identification: this.text.decode(viewed(reader.identification())),
      country: reader.country(),
      readings,
      skipped,
    };
  }

  private reading(reading: StagedReading): Reading {
    const { reader } = this;
    const obis = this.written((writer) => reader.writeObis(writer, reading));
    const topic = this.written((writer) => reader.writeTopic(writer, reading));
    if (reading.kind === "list") {
      return { obis, topic, entries: this.entries(reading) };
    }
    const value = this.written((writer) => reader.writeValue(writer, reading));
    const unit = this.written((writer) => reader.writeUnit(writer, reading));
    const time = this.written((writer) => reader.writeTime(writer, reading));
    return { obis, topic, value, ...(unit === "" ? {} : { unit }), ...(time === "" ? {} : { time }) };
  }

  private entries(reading: StagedReading): Entry[] {
    const entries: Entry[] = [];
    for (let more = this.reader.firstEntry(reading); more; more = this.reader.nextEntry(reading)) {
      entries.push(JSON.parse(this.written((writer) => this.reader.writeEntry(writer, reading))) as Entry);
    }
    return entries;
  }

  /** What is written, as a text. */
  private written(write: (writer: Writer) => void): string {
    this.writer.clear();
    write(this.writer);
    return this.text.decode(viewed(this.writer.view()));
  }
}

/** The telegrams in bytes that are all there. */
export function decode(bytes: Uint8Array, encryption?: Encryption): (Telegram | BadTelegram)[] {
  const decoder = new Decoder(encryption);
  return [...decoder.take(bytes), ...decoder.end()];
}

function bytesOf(name: string, given: string | Uint8Array): Uint8Array {
  if (typeof given !== "string") {
    return given;
  }
  if (!/^([0-9a-f]{2})*$/i.test(given)) {
    throw new RangeError(`${name} is bytes, or an even number of hexadecimal digits.`);
  }
  return Uint8Array.from(given.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}

/** In JavaScript a read-only view of bytes is one like any other. */
function viewed(bytes: Bytes): Uint8Array {
  return bytes as unknown as Uint8Array;
}
