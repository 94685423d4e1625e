/** The figures as tables, for the terminal and for docs/performance.md. */

import { YARDSTICK, type Figures, type Raced } from "./figures.ts";

/** Instructions per second of the ESP32-C3, at one for each cycle. */
const CORE_HZ = 160_000_000;

/** All tables. */
export function tables(figures: Figures): string {
  return [reader(figures), sizes(figures), raced(figures), others(figures)].filter((text) => text !== "").join("\n\n");
}

/** The whole page, which keeps its section on growth. */
export function page(figures: Figures, growth: string): string {
  const versions = Object.entries(figures.versions).map(([name, version]) => `${name}: ${version}`);
  const telegrams = figures.telegrams.map(({ name, what, bytes }) => `- \`${name}\`: ${what}, ${bytes} bytes`);
  return `# Performance

<!-- made by ${figures.command}: run it again instead of editing this -->

What the C that comes out of TypeScript costs, beside what a careful person writes by hand and beside the readers that one could take
instead. Instructions are counted, so they are the same on every run; times are of one run in which all take turns, and are given
as ratios.

Made on ${figures.date} by \`${figures.command}\`:

${versions.map((line) => `- ${line}`).join("\n")}

**The work:** the bytes of a telegram go in, in one chunk; its CRC is checked; every reading comes out as a number (or a text) with its topic
and unit. Both readers in C have to give the same readings, byte for byte, before anything is counted, and each other contestant
the same numbers as far as it gives them. The telegrams:

${telegrams.join("\n")}

**The yardstick** is [a reader written by hand](../tools/bench/handwritten/reader.c), for the meters of these telegrams and for nothing else:
64 topics, no encrypted frames, no meters before DSMR 4, no noise on the line. A handwritten reader that was measured before took ${YARDSTICK} instructions for a byte
of \`am550t\`; if ours is more than 5 % above that, no ratio is given.

${tables(figures)}

${targets(figures)}

CI counts the simulator's \`dsmr5\` on every change and fails when instructions per byte or the size of the reader grow by more than
3 % over [what was accepted](../tools/bench/accepted.json); \`npm run bench -- --accept\` accepts a growth on purpose.
${growth === "" ? "" : `\n${growth}\n`}`;
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, i) => Math.max(...[title, ...rows.map((row) => row[i])].map((cell) => cell.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** The targets, and how far from them the generated reader is. */
function targets(figures: Figures): string {
  const { rv32, race } = figures;
  if (rv32 === undefined || "missing" in rv32) {
    return "";
  }
  const telegram = rv32.generated.costs.am550t === undefined ? "dsmr5" : "am550t";
  const perByte = (cost: { readonly whole: number; readonly bytes: number }): string =>
    (cost.whole / cost.bytes).toFixed(1);
  const { code, constants, ram } = rv32.generated.size;
  const times = race?.raced ?? [];
  const peers = times.filter(({ lacks }) => lacks !== "");
  const quickest =
    peers.reduce((best, each) => Math.min(best, each.nanosecondsPerByte), Infinity) /
    (times[0]?.nanosecondsPerByte ?? NaN);
  const rows = [
    ["instructions per byte, rv32imc -O2", `at most ${YARDSTICK}`, perByte(rv32.generated.costs[telegram])],
    ["code and constants, bytes", "at most 5632", `${code + constants}`],
    ["RAM, bytes", "at most 5120", `${ram}`],
    ["times as fast as the quickest peer here", "at least 2", Number.isFinite(quickest) ? quickest.toFixed(2) : ""],
  ];
  return `## Targets

For \`${telegram}\`, with all readings.

${table(["what", "target", "reached"], rows)}

What brought the generated reader from 109.4 instructions for a byte of \`am550t\` to where it is. In the reader: CRC-16/X-25 runs for Holley's meters
only; CRC-16/ARC needs no table, since its polynomial is (x + 1)(x^15 + x + 1), by which four bytes at a time are folded with a few shifts; it runs
over all lines of a chunk at once; lines are read out of the chunk and not out of a buffer; a code, and a short number with its unit and its time, is
read in a window whose length is asked for once; a text ends where its bracket does, so that its line is not searched before; the catalogue
and the codes seen are found by a hash. In ts2c: integers between the functions of a file, and locals, are as wide as registers; parts of views
that are proven to lie inside are not clamped; small functions are inline; enums are as narrow as a byte; the firmware's compiler gets all files as one.

What was tried and did not help, or cost more than it gave: slicing the CRC by four, with 1.5 KiB of tables (6.5 instructions for a byte; the
folding takes 5.3); one word for a whole unit; an index from the beginning of the chunk in place of a window.

What is left of the size: the reader of eight countries' meters with reasons for what can't be read, and a catalogue of 185 codes with their topics, is
larger than the target, which was set for a reader with 64 topics.`;
}

/** The figures of rv32imc, where they can be had. */
type Measured = Exclude<NonNullable<Figures["rv32"]>, { readonly missing: string }>;

/** The tables of rv32imc; "" where they were not wanted, a sentence where they can't be had. */
function ofRv32({ rv32 }: Figures, show: (measured: Measured) => string): string {
  if (rv32 === undefined) {
    return "";
  }
  if ("missing" in rv32) {
    return `No instructions are counted: ${rv32.missing}.`;
  }
  return show(rv32);
}

function reader(figures: Figures): string {
  return ofRv32(figures, ({ generated, separate, handwritten }) => {
    const readers = [
      ["generated C", generated.costs],
      ["generated C, file by file", separate],
      ["handwritten C", handwritten.costs],
    ] as const;
    const rows = figures.telegrams.flatMap(({ name, bytes }) =>
      readers.map(([who, costs]) => {
        const cost = costs[name];
        const share = (100 * cost.whole) / CORE_HZ;
        return [
          name,
          who,
          (cost.whole / bytes).toFixed(2),
          String(cost.whole),
          (cost.bytewise / bytes).toFixed(1),
          String(cost.worst),
          `${share.toFixed(3)} %`,
          String(cost.readings),
          cost.hash,
        ];
      }),
    );
    const head = [
      "telegram",
      "reader",
      "per byte",
      "whole",
      "per byte, one by one",
      "worst byte",
      "of a core",
      "objects",
      "result",
    ];
    return `## Instructions on rv32imc

Counted in QEMU, of one \`-O2\` object file. The generated C is given to the compiler as one file, as in the firmware, and then file by file.
"One by one" gives each byte by itself; the worst byte is the one that ends the telegram; the share of a 160 MHz core is for a telegram each
second and one instruction each cycle. "Result" is a hash of all readings.

${table(head, rows)}`;
  });
}

function sizes(figures: Figures): string {
  return ofRv32(figures, ({ generated, handwritten }) => {
    const readers = [
      ["generated C", generated],
      ["handwritten C", handwritten],
    ] as const;
    const rows = readers.flatMap(([who, { size, sizeOs, stack }]) =>
      (
        [
          ["-O2", size, String(stack)],
          ["-Os", sizeOs, ""],
        ] as const
      ).map(([optimised, { code, constants, ram }, deep]) => [
        who,
        optimised,
        String(code),
        String(constants),
        String(ram),
        deep,
      ]),
    );
    return `## Size on rv32imc

Bytes of the reader's object file, without what it doesn't reach. Its constants are the catalogue, 185 codes with their topics in the
generated reader; its RAM holds a line of 2100 bytes, 96 readings, texts of 2048 bytes.

${table(["reader", "compiled with", "code", "constants", "RAM", "deepest stack"], rows)}`;
  });
}

function raced({ race, x86Instructions }: Figures): string {
  if (race === undefined) {
    return "";
  }
  const instructions = (name: string): string => {
    const count =
      name === "generated C"
        ? x86Instructions?.generated
        : name === "handwritten C"
          ? x86Instructions?.handwritten
          : undefined;
    return count === undefined || Number.isNaN(count) ? "" : count.toFixed(2);
  };
  const remark = ({ otherwise, lacks }: Raced): string =>
    [lacks, otherwise.length === 0 ? "" : `otherwise: ${otherwise.join(", ")}`]
      .filter((text) => text !== "")
      .join("; ");
  const rows = [
    ...race.raced.map((each) => [
      each.name,
      each.ratio === undefined ? "" : each.ratio.toFixed(each.ratio < 10 ? 2 : 0),
      each.nanosecondsPerByte.toFixed(each.nanosecondsPerByte < 10 ? 2 : 0),
      instructions(each.name),
      `${each.given} of ${each.of}`,
      remark(each),
    ]),
    ...Object.entries(race.missing).map(([name, why]) => [name, "missing", "", "", "", why]),
  ];
  return `## Beside others, on this computer

Time for \`${race.telegram}\` as a ratio to the handwritten reader, in the quickest of the turns. Both readers in C are one file each, as
Cargo compiles its reader whole.

${table(["reader", "time, as a ratio", "ns per byte", "instructions per byte", "numbers", "what it lacks"], rows)}`;
}

function others({ desk, transpiler, page: webPage, firmware }: Figures): string {
  const rows: string[][] = [];
  if (desk !== undefined) {
    const rate = desk.messagesPerSecond;
    rows.push([
      "MQTT messages per second, from the desk into mosquitto",
      rate === undefined ? "no mosquitto" : rate.toFixed(0),
    ]);
    rows.push(["start of the desk to its first publication", `${(desk.startMilliseconds / 1000).toFixed(1)} s`]);
  }
  if (transpiler !== undefined) {
    const { lines, cold, warm } = transpiler;
    rows.push([`transpiler, ${lines} lines of ts/, cold`, `${cold.toFixed(0)} lines per second`]);
    rows.push(["transpiler, warm", `${warm.toFixed(0)} lines per second`]);
  }
  if (webPage !== undefined) {
    rows.push(["the page, compressed", `${webPage.gzipped} bytes`]);
  }
  if (firmware !== undefined) {
    const isMissing = "missing" in firmware;
    rows.push(["firmware image", isMissing ? firmware.missing : `${firmware.image} bytes`]);
    if (!isMissing && firmware.ram !== undefined) {
      rows.push(["firmware's static RAM (.data and .bss)", `${firmware.ram} bytes`]);
    }
  }
  // What is free of the heap, only a boot can tell.
  const heap =
    firmware === undefined
      ? ""
      : "\n\nHow much of the heap is free, the log says when the device runs: [firmware.md](firmware.md).";
  return rows.length === 0 ? "" : `## The rest\n\n${table(["what", "figure"], rows)}${heap}`;
}
