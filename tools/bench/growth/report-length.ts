/** What the length of a telegram costs, in words. */

import { KINDS } from "./length.ts";
import type { GrowthFigures, LengthFigure } from "./figures.ts";
import type { Section } from "./report.ts";

const perByte = ({ whole, bytes }: LengthFigure): number => whole / bytes;

export function lengthSection({ length }: GrowthFigures): Section {
  const kinds = Object.keys(KINDS).map((kind) => ({ kind, figures: length.filter((one) => one.kind === kind) }));
  const x = { name: "length of the telegram, KiB" };
  const lines = (value: (figure: LengthFigure) => number) =>
    kinds.map(({ kind, figures }) => ({
      name: kind,
      points: figures.map((one) => [one.bytes / 1024, value(one)] as const),
    }));
  /** What each byte of the second half of the longest telegram took. */
  const slope = (kind: string): string => {
    const [before, last] = length.filter((one) => one.kind === kind).slice(-2);
    return before === undefined || last === undefined
      ? ""
      : ((last.whole - before.whole) / (last.bytes - before.bytes)).toFixed(1);
  };
  const longest = Math.max(...length.map(({ whole }) => whole));
  return {
    heading: "Length of a telegram",
    what: `Counted as above, on rv32imc. Every telegram begins with the first lines of the simulator's; lines of one kind make it long: **readings**
(${KINDS.readings(7).text}), each with another code; **texts** of 100 characters in hexadecimal; **failure logs** of ten entries;
**lines without a code** of 64 characters. What comes out is held against what was put in, and the CRC against all of it. The longest telegram
that is known has 62 readings in about 2 KiB. The telegram port passes on telegrams of up to 6 KiB; longer ones are read all the same.`,
    plots: [
      {
        file: "length",
        plot: {
          title: "Instructions over the length of a telegram",
          x,
          y: { name: "million instructions" },
          lines: lines(({ whole }) => whole / 1e6),
        },
        reason: `Each kind is a straight line from 8 KiB on, since each byte is looked at once and nothing is searched that grows with the telegram: one more
byte costs ${slope("readings")} instructions in readings, ${slope("texts")} in texts, ${slope("failure logs")} in failure logs, ${slope("lines without a code")} in lines without a code. The most of all here, ${(longest / 1e6).toFixed(1)} million
instructions, are ${((1000 * longest) / 160e6).toFixed(0)} ms of a core at 160 MHz.`,
      },
      {
        file: "length-per-byte",
        plot: {
          title: "Instructions per byte over the length of a telegram",
          x: { ...x, doubling: true },
          y: { name: "instructions per byte" },
          lines: lines(perByte),
        },
        reason: `Per byte it is not flat, for three reasons. **A fixed part** (whose meter it is, the names of the readings) is shared by few bytes in short
telegrams: it is why lines without a code become cheaper. **The table holds 96 readings**: those beyond are read to be counted as left out, the slow way, and
each is looked for among the 96 first, since it could be one of them sent twice; so readings cost more from 3 KiB on, and the search never
becomes longer. **Texts and lists together have 2048 bytes**: a text for which there is no room is left out without being decoded, so texts become cheaper; a
list is always read to its end, and those that were kept are read again when their entries are given out, so logs are dear from the beginning.

The worst byte is the last one of a telegram, or of a long line: it is bounded by the same limits, and so is RAM.`,
      },
    ],
    head: ["lines", "bytes", "readings", "instructions", "per byte", "worst byte", "RAM"],
    rows: kinds.flatMap(({ figures }) =>
      figures.map((one) => [
        one.kind,
        ...[one.bytes, one.readings, one.whole].map(String),
        perByte(one).toFixed(2),
        String(one.worst),
        String(one.ram),
      ]),
    ),
  };
}
