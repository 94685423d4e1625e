/** The section on growth of docs/performance.md, and its plots. */

import { table } from "../report.ts";
import { catalogueSection } from "./report-catalogue.ts";
import { clientsSection } from "./report-clients.ts";
import { devicesSection } from "./report-devices.ts";
import { fleetText } from "./report-fleet.ts";
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
const FLEET_BEGIN = "<!-- fleet: made by npm run bench -- --growth --docs: run it again instead of editing this -->";
const FLEET_END = "<!-- end of fleet -->";

function sections(figures: GrowthFigures): Section[] {
  return [lengthSection(figures), catalogueSection(figures), clientsSection(figures), devicesSection(figures)];
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

What grows with the length of a telegram, the size of the catalogue, the programs that read, and the devices of one broker. Tables and plots
are made of [growth/figures.json](growth/figures.json) by \`npm run bench -- --growth --docs\` (${made.join("; ")}).

${parts.join("\n\n")}

What many thousand devices ask for follows from these figures, on paper: [fleet.md](fleet.md).

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
  return between(page, BEGIN, END);
}

/** What stands in docs/fleet.md between its marks, which are part of it. */
export function fleetOf(page: string): string {
  return between(page, FLEET_BEGIN, FLEET_END);
}

/** What is to stand there. */
export function fleetBlock(figures: GrowthFigures): string {
  return `${FLEET_BEGIN}\n\n${fleetText(figures)}\n\n${FLEET_END}`;
}

function between(page: string, begin: string, end: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  return from < 0 || to < from ? "" : page.slice(from, to + end.length);
}
