/** The figures as tables, for the terminal and for docs/performance.md. */

import { YARDSTICK, type Figures, type Raced } from "./figures.ts";

/** Instructions per second of the ESP32-C3, at one for each cycle. */
const CORE_HZ = 160_000_000;

/** All tables. */
export function tables(figures: Figures): string {
  return [reader(figures), sizes(figures), raced(figures), others(figures)].filter((text) => text !== "").join("\n\n");
}

/** The whole page. */
export function page(figures: Figures): string {
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
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
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
    [
      "instructions per byte, rv32imc -O2",
      `at most ${YARDSTICK}`,
      `${perByte(rv32.generated.costs[telegram])}, together ${perByte(rv32.together[telegram])}`,
    ],
    ["code and constants, bytes", "at most 5632", `${code + constants}`],
    ["RAM, bytes", "at most 5120", `${ram}`],
    ["times as fast as the quickest peer here", "at least 2", Number.isFinite(quickest) ? quickest.toFixed(2) : ""],
  ];
  return `## Targets

For \`${telegram}\`, with all readings.

${table(["what", "target", "reached"], rows)}

What brought the generated reader from 109.4 instructions for a byte of \`am550t\` to where it is: CRC-16/X-25 runs for Holley's meters only;
four bytes of the CRC at a time, which costs 1.5 KiB of tables; lines are read out of the chunk and not out of a buffer; what most lines are, one short number, is read in one
pass; a unit is one comparison with a packed word; the catalogue and the codes seen are found by a hash; and ts2c makes locals as wide as registers and enums
as narrow as a byte, which took 1.5 KiB off the catalogue and 1 KiB off the RAM.

What is between it and the handwritten reader: calls from file to file, which "together" shows; each index is compared with the length, which is
what makes it safe, where the handwritten reader counts on 96 bytes of slack; both engines' records pass through memory; lists are
walked twice; and every meter of eight countries is read, with reasons for what can't be. Its catalogue alone, 185 codes with their topics, is
larger than the target for all of it, and RAM has a whole line beside all texts.`;
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
  return ofRv32(figures, ({ generated, together, handwritten }) => {
    const readers = [
      ["generated C", generated.costs],
      ["generated C, together", together],
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

Counted in QEMU, of one \`-O2\` object file. The generated C is compiled file by file, as the firmware is, and then "together": with
\`-flto\`, which inlines from file to file what the handwritten reader has in one file. "One by one" gives each byte by itself; the worst byte is the one that ends the telegram; the share of
a 160 MHz core is for a telegram each second and one instruction each cycle. "Result" is a hash of all readings.

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
generated reader, and the tables of the CRC; its RAM holds a line of 2100 bytes, 96 readings, texts of 2048 bytes.

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

Time for \`${race.telegram}\` as a ratio to the handwritten reader, in the quickest of the turns. Both readers in C are compiled with \`-flto\`
here, as Cargo compiles its reader whole; file by file, the generated reader was measured at 1.3 times as fast as Rust's, before this was chosen.

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
  return rows.length === 0 ? "" : `## The rest\n\n${table(["what", "figure"], rows)}`;
}
