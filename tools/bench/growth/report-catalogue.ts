/** What the size of the catalogue costs, in words. */

import type { CatalogueFigure, GrowthFigures } from "./figures.ts";
import type { Section } from "./report.ts";

export function catalogueSection({ catalogue }: GrowthFigures): Section {
  const x = { name: "codes in the catalogue" };
  const line = (name: string, value: (figure: CatalogueFigure) => number) => ({
    name,
    points: catalogue.map((one) => [one.codes, value(one)] as const),
  });
  const [first, last] = [catalogue[0], catalogue.at(-1)];
  const more =
    first === undefined || last === undefined ? 0 : (last.constants - first.constants) / (last.codes - first.codes);
  const slower = first === undefined || last === undefined ? 0 : 100 * (last.whole / first.whole - 1);
  const seconds = catalogue.map(({ transpiler }) => transpiler);
  return {
    heading: "Size of the catalogue",
    what: `The device with a shorter or longer list in [ts/meter/catalogue.ts](../ts/meter/catalogue.ts), made by ts2c and compiled each time; the simulator's
\`dsmr5\` is read by each, whose codes are in all of the lists, and has to give the same readings.`,
    plots: [
      {
        file: "catalogue-flash",
        plot: {
          title: "Bytes of flash over the codes in the catalogue",
          x,
          y: { name: "bytes of flash" },
          lines: [line("constants", ({ constants }) => constants), line("code", ({ code }) => code)],
        },
        reason: `One more code is ${more.toFixed(0)} bytes of constants: its row, its topic, its place in the hash table. The line has a step where the table doubles (beyond 185 codes,
so that it stays a third full), and another one beyond 254 codes, where a place no longer fits a byte: there the list alone is not enough, \`NOBODY\`, \`PLACES\` and the
type of \`ROWS\` have to grow with it, as they did for this plot. Code and RAM stay as they are.`,
      },
      {
        file: "catalogue-instructions",
        plot: {
          title: "Instructions for a telegram over the codes in the catalogue",
          x,
          y: { name: "instructions for a telegram" },
          lines: [line("dsmr5, 913 bytes", ({ whole }) => whole)],
        },
        reason: `Four times today's codes cost ${slower.toFixed(1)} % over the shortest list: a code is found by its hash, at the first or the next place. What moves are codes that happen to
share a place. ts2c needs ${Math.min(...seconds).toFixed(1)} to ${Math.max(...seconds).toFixed(1)} s of one processor for the whole device, whatever the list: that is how much one run differs from the next.`,
      },
    ],
    head: ["codes", "places", "bits of a place", "instructions", "code", "constants", "RAM", "ts2c, s"],
    rows: catalogue.map((one) => [
      ...[one.codes, one.places, one.bits, one.whole, one.code, one.constants, one.ram].map(String),
      one.transpiler.toFixed(1),
    ]),
  };
}
