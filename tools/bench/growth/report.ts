/** The section on growth of docs/performance.md, and its plots. */

import { table } from "../report.ts";
import { catalogueSection } from "./report-catalogue.ts";
import { lengthSection } from "./report-length.ts";
import type { GrowthFigures } from "./figures.ts";
import { draw, type Plot } from "./plot.ts";

/** A part of the section: what was measured, its plots with their reasons, its table. */
export interface Section {
  readonly heading: string;
  readonly what: string;
  readonly plots: readonly { readonly file: string; readonly plot: Plot; readonly reason: string }[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const BEGIN = "<!-- growth: made by npm run bench -- --growth --docs: run it again instead of editing this -->";
const END = "<!-- end of growth -->";

function sections(figures: GrowthFigures): Section[] {
  return [lengthSection(figures), catalogueSection(figures)];
}

/** The whole section, in Markdown, between its marks. */
export function growthText(figures: GrowthFigures): string {
  const made = Object.entries(figures.made).map(([name, { date, commit }]) => `${name}: ${date}, commit ${commit}`);
  const parts = sections(figures).map(({ heading, what, plots, head, rows }) => {
    const shown = plots.map(({ file, plot, reason }) => `![${plot.title}](growth/${file}.svg)\n\n${reason}`);
    return [`### ${heading}`, what, ...shown, table(head, rows)].join("\n\n");
  });
  return `${BEGIN}

## Growth

What grows with the length of a telegram and the size of the catalogue. The plots
are made of [growth/figures.json](growth/figures.json) by \`npm run bench -- --growth --docs\` (${made.join("; ")}).

${parts.join("\n\n")}

${END}`;
}

/** The plots, by the names of their files. */
export function growthPlots(figures: GrowthFigures): Map<string, string> {
  return new Map(
    sections(figures).flatMap(({ plots }) => plots.map(({ file, plot }) => [`${file}.svg`, draw(plot)] as const)),
  );
}

/** The section that a page has; "" where it has none. */
export function growthOf(page: string): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  return from < 0 || to < from ? "" : page.slice(from, to + END.length);
}
