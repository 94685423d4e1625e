import { Writer, type Bytes } from "ts2c";
import { crc16 } from "../../../ts/p1/crc16.ts";
import { writeCode } from "../../../ts/p1/obis.ts";
import { type Outcome } from "../../../ts/p1/outcome.ts";
import { TelegramReader } from "../../../ts/p1/telegram.ts";
import { Meter, writeValue } from "../../../ts/meter/meter.ts";

/** Bytes given as text; characters above FF have no place here. */
export function latin1(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, "latin1"));
}

/** A telegram of these lines with CR LF behind each and its CRC at the end. */
export function telegram(lines: readonly string[], identification = "ABC5\\TEST"): string {
  const text = `/${identification}\r\n\r\n${lines.map((line) => `${line}\r\n`).join("")}!`;
  return `${text}${crcOf(text)}\r\n`;
}

/** The CRC of a telegram from `/` to `!`, as a meter writes it. */
export function crcOf(text: string): string {
  return crc16(0, latin1(text)).toString(16).toUpperCase().padStart(4, "0");
}

/** A telegram of DSMR 2.2 or 3: it has no CRC. */
export function oldTelegram(lines: readonly string[], identification = "ABC5\\OLD"): string {
  return `/${identification}\r\n\r\n${lines.map((line) => `${line}\r\n`).join("")}!\r\n`;
}

/** A reading as text: what is published, and what it was read from. */
export interface ReadText {
  readonly obis: string;
  readonly topic: string;
  readonly value: string;
  readonly unit: string;
  readonly time: number;
}

/** What came out of one telegram, or what was wrong with it. */
export interface Read {
  readonly outcome: Outcome;
  readonly crc?: string;
  readonly identification?: string;
  readonly readings: readonly ReadText[];
  readonly skipped: readonly string[];
}

/** Gives the text that `write` writes. */
export function written(write: (writer: Writer) => void): string {
  const writer = new Writer(new Uint8Array(8192));
  write(writer);
  return Buffer.from(writer.view() as unknown as Uint8Array).toString("utf8");
}

/** Everything that a fresh reader makes of these chunks, and then of silence. */
export function readAll(...chunks: readonly (string | Uint8Array)[]): Read[] {
  const reader = new TelegramReader();
  const results: Read[] = [];
  for (const chunk of chunks) {
    const bytes = typeof chunk === "string" ? latin1(chunk) : chunk;
    for (let at = 0; at < bytes.length;) {
      at = reader.read(bytes, at);
      collect(reader, results);
    }
  }
  reader.silence();
  collect(reader, results);
  return results;
}

function collect(reader: TelegramReader, results: Read[]): void {
  const outcome = reader.outcome;
  if (outcome === "more") {
    return;
  }
  if (outcome !== "telegram") {
    results.push({ outcome, readings: [], skipped: [] });
    return;
  }
  const { staged } = reader;
  const meter = new Meter();
  meter.take(staged, reader.identification());
  results.push({
    outcome,
    crc: reader.crc,
    identification: textOf(reader.identification()),
    readings: Array.from(staged.readings)
      .slice(0, staged.count)
      .map((reading) => ({
        obis: written((writer) => writeCode(writer, reading.code)),
        topic: written((writer) => meter.writeTopic(writer, staged, reading)),
        value:
          reading.kind === "list"
            ? textOf(staged.textOf(reading))
            : written((writer) => writeValue(writer, staged, reading)),
        unit: reading.unit === "other" ? textOf(staged.textOf(reading)) : reading.unit === "none" ? "" : reading.unit,
        time: reading.time,
      })),
    skipped: Array.from(staged.skipped)
      .slice(0, staged.skippedKept)
      .map(({ line, why }) => `${line} ${why}`),
  });
}

/** Bytes as text. */
export function textOf(bytes: Bytes): string {
  return Buffer.from(bytes as unknown as Uint8Array).toString("utf8");
}

/** The readings of one good telegram made of these lines, and why others gave none. */
export function readLines(lines: readonly string[], identification?: string): Read {
  const [read, ...others] = readAll(telegram(lines, identification));
  if (read?.outcome !== "telegram" || others.length > 0) {
    throw new Error(`no single good telegram: ${read?.outcome ?? "nothing"}`);
  }
  return read;
}

/** What one line is read as: `value unit`, or the reason why it is not. */
export function readLine(line: string): string {
  const { readings, skipped } = readLines([line]);
  const [reading] = readings;
  return reading === undefined ? (skipped[0] ?? "").replace(/^\d+ /, "") : `${reading.value} ${reading.unit}`.trimEnd();
}
