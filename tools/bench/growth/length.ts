/** What a telegram costs by its length: four kinds of lines make it long, and what comes out of it is checked. */

import { simulatedTelegram } from "../../docs/simulated.ts";
import { Failure } from "../../desk/failure.ts";
import { buildFrom, countRv32, GENERATED } from "../c.ts";
import { withCrc } from "../work.ts";
import type { Work } from "../work.ts";
import type { LengthFigure } from "./figures.ts";

/** From half a KiB to 64 KiB. */
export const LENGTHS: readonly number[] = Array.from({ length: 8 }, (_, i) => 512 << i);
/** The bytes of the real part that every telegram begins with, and what ends it: `!`, four digits, a line end. */
const BEGINNING = 300;
const END = 7;
/** Limits of the reader: ts/p1/staging.ts, ts/p1/text.ts. */
const READINGS = 96;
const TEXT_BYTES = 2048;

/** A line that makes a telegram longer, and what the reader is to make of it while there is room. */
interface Line {
  readonly text: string;
  readonly code?: string;
  /** The value as the harness prints it: the number without its point, or the text. */
  readonly value?: string;
  /** How many entries it has, and what it takes of the room for texts. */
  readonly entries?: number;
  readonly room?: number;
}

/** The kinds of lines, by the words of the plot. */
export const KINDS: Readonly<Record<string, (index: number) => Line>> = {
  readings: (i) => {
    const code = `1-0:${String(1 + (i % 95))}.${String(100 + Math.floor(i / 95))}.0`;
    return { text: `${code}(${String(i).padStart(6, "0")}.001*kWh)`, code, value: String(i * 1000 + 1) };
  },
  texts: (i) => {
    const code = `0-${String(i % 9)}:96.13.${String(10 + Math.floor(i / 9))}`;
    const value = `The grid is at work, line ${String(i)}. `.padEnd(100, "=");
    return { text: `${code}(${Buffer.from(value).toString("hex")})`, code, value, room: value.length };
  },
  "failure logs": (i) => {
    const code = `1-0:99.${String(98 + (i % 100))}.${String(Math.floor(i / 100))}`;
    const entries = Array.from(
      { length: 10 },
      (_, n) => `(23120${String(n)}151004W)(${String(300 + n).padStart(10, "0")}*s)`,
    );
    const groups = `(10)(0-0:96.7.19)${entries.join("")}`;
    return { text: code + groups, code, entries: entries.length, room: groups.length };
  },
  "lines without a code": (i) => ({
    text: `line ${String(i)} of a meter that says what nobody asked for`.padEnd(64, "."),
  }),
};

/** A telegram of exactly that length, and the values that have to come out of it by their codes. */
export function telegramOf(
  kind: string,
  length: number,
): { readonly work: Work; readonly wanted: Map<string, string[]> } {
  const rows = Buffer.from(simulatedTelegram("nl5")).toString("latin1").split("\r\n");
  let body = "";
  let count = 0;
  for (const row of rows) {
    if (body.length + row.length > BEGINNING) {
      break;
    }
    body += `${row}\r\n`;
    count += row.includes("(") ? 1 : 0;
  }
  const wanted = new Map<string, string[]>();
  // The room that the texts of the beginning take: the version and the meter's number.
  let room = TEXT_BYTES - textsOf(body);
  for (let i = 0; ; i++) {
    const line = KINDS[kind](i);
    // What is left gets a last line of that length, of three bytes at least.
    if (body.length + line.text.length + 2 > length - END - 3) {
      break;
    }
    body += `${line.text}\r\n`;
    const fits = line.code !== undefined && count < READINGS && (line.room ?? 0) <= room;
    if (fits) {
      count++;
      room -= line.room ?? 0;
      wanted.set(
        line.code,
        Array.from({ length: line.entries ?? 1 }, (_, n) => line.value ?? String(300 + n)),
      );
    }
  }
  body += `${"x".repeat(length - END - 2 - body.length)}\r\n!`;
  const name = `${kind.replaceAll(" ", "-")}-${String(length)}`;
  return { work: { name, what: kind, bytes: withCrc(body) }, wanted };
}

function textsOf(body: string): number {
  const texts = [...body.matchAll(/^(?:1-3:0\.2\.8|0-0:96\.1\.\d+)\((\w*)\)/gm)];
  return texts.reduce((sum, [, text = ""]) => sum + text.length, 0);
}

/** Counts one telegram; the reader has to make of it what was put in. */
function measureOne(object: string, kind: string, length: number): LengthFigure {
  const { work, wanted } = telegramOf(kind, length);
  const { readings, whole, worst, ram } = countRv32(object, work);
  const got = new Map<string, string[]>();
  for (const line of readings.trimEnd().split("\n")) {
    const [what, code = "", , value = "", , , , text = ""] = line.split("\t");
    got.set(code, [...(got.get(code) ?? []), what === "text" ? text : value]);
  }
  for (const [code, values] of wanted) {
    if (got.get(code)?.join("|") !== values.join("|")) {
      throw new Failure(`${work.name}: ${code} should be ${values.join(", ")}, and is ${String(got.get(code))}.`);
    }
  }
  const surplus = [...got.keys()].filter(
    (code) => KINDS[kind](0).code !== undefined && isFilled(kind, code) && !wanted.has(code),
  );
  if (surplus.length > 0) {
    throw new Failure(`${work.name} gives readings that there should be no room for: ${surplus.join(", ")}.`);
  }
  return { kind, bytes: work.bytes.length, readings: got.size, whole, worst, ram };
}

/** Whether a code is one of those that make a telegram of this kind long. */
function isFilled(kind: string, code: string): boolean {
  const [part = ""] = code.split(/(?<=:)/).slice(1);
  const [c, d = "0"] = part.split(".");
  return kind === "readings"
    ? Number(d) >= 100
    : kind === "texts"
      ? c === "96" && d === "13"
      : c === "99" && d !== "97";
}

/** Counts telegrams of these lengths, of each kind. */
export function measureLengths(lengths: readonly number[], say: (line: string) => void): LengthFigure[] {
  const object = buildFrom(GENERATED, "length");
  return Object.keys(KINDS).flatMap((kind) => {
    say(`length: ${kind}`);
    return lengths.map((length) => measureOne(object, kind, length));
  });
}
