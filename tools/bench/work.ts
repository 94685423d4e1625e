/** The telegrams that are read: the simulator's, whose figures are compared from change to change, and a real one where there is one. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Writer } from "ts2c";
import { crc16, writeCrc } from "../../ts/p1/crc16.ts";
import { simulatedTelegram } from "../docs/simulated.ts";

/** A telegram to be read. */
export interface Work {
  readonly name: string;
  readonly what: string;
  readonly bytes: Uint8Array;
}

/** The one that the targets are set for, among real telegrams. */
const REAL = "nl-dsmr5-iskra-am550t-1.txt";

/** All telegrams; `telegrams` is a folder of real ones. */
export function allWork(telegrams: string | undefined): Work[] {
  const dsmr5 = simulatedTelegram("nl5");
  const real = realTelegram(telegrams);
  return [
    { name: "dsmr5", what: "DSMR 5, the simulator's", bytes: dsmr5 },
    { name: "belgian", what: "Belgian, the simulator's", bytes: simulatedTelegram("be") },
    { name: "long", what: "DSMR 5 with a full failure log and a long text", bytes: longTelegram(dsmr5) },
    ...(real === null ? [] : [{ name: "am550t", what: `DSMR 5, ${REAL}`, bytes: real }]),
  ];
}

function realTelegram(telegrams: string | undefined): Uint8Array | null {
  const places = telegrams === undefined ? [] : [join(telegrams, "telegrams", REAL), join(telegrams, REAL)];
  const file = places.find((place) => existsSync(place));
  return file === undefined ? null : Uint8Array.from(readFileSync(file));
}

/** About 4 KiB: ten power failures, which is all that a meter keeps, and texts of 1024 and 310 characters. */
function longTelegram(dsmr5: Uint8Array): Uint8Array {
  const failures = Array.from(
    { length: 10 },
    (_, i) => `(23120${i % 10}151004W)(${String(300 + i).padStart(10, "0")}*s)`,
  );
  const text = (length: number): string =>
    Buffer.from("The grid is at work. ".repeat(60).slice(0, length)).toString("hex");
  // Neither a dot nor the end of a line in these patterns takes the carriage return.
  const body = Buffer.from(dsmr5)
    .toString("latin1")
    .replace(/^1-0:99\.97\.0\(.*$/m, `1-0:99.97.0(10)(0-0:96.7.19)${failures.join("")}`)
    .replace(/^0-0:96\.13\.0\(.*$/m, `0-0:96.13.1(${text(310)})\r\n0-0:96.13.0(${text(1024)})`)
    .replace(/![^]*$/, "!");
  return withCrc(body);
}

/** A telegram, given up to its `!`. */
export function withCrc(body: string): Uint8Array {
  const bytes = Buffer.from(body, "latin1");
  const digits = new Uint8Array(4);
  writeCrc(new Writer(digits), crc16(0, bytes));
  return Uint8Array.from(Buffer.concat([bytes, digits, Buffer.from("\r\n")]));
}
