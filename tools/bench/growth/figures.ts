/** What is measured of growth, group by group, and where it is kept: the page and its plots are made of this file. */

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { format } from "prettier";

/** Where the figures and the plots are. */
export const FOLDER = resolve(import.meta.dirname, "..", "..", "..", "docs", "growth");
const FILE = join(FOLDER, "figures.json");

/** The groups, in the order of the page. */
export const SUBJECTS = ["length", "catalogue"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** A telegram of one length, read on rv32imc. */
export interface LengthFigure {
  readonly kind: string;
  readonly bytes: number;
  /** Readings that came out of it; a list counts once. */
  readonly readings: number;
  /** Instructions, given whole; and for the byte that costs most, given byte by byte. */
  readonly whole: number;
  readonly worst: number;
  /** The reader's RAM, in bytes. */
  readonly ram: number;
}

/** One telegram, read with a catalogue of so many codes on rv32imc. */
export interface CatalogueFigure {
  readonly codes: number;
  /** Places of the hash table, and the bits of each. */
  readonly places: number;
  readonly bits: number;
  readonly whole: number;
  /** Bytes in flash: code and constants of the reader. */
  readonly code: number;
  readonly constants: number;
  readonly ram: number;
  /** Seconds of one processor for transpiling the whole device, warm. */
  readonly transpiler: number;
}

/** All of them, as they are kept. */
export interface GrowthFigures {
  readonly made: Readonly<Partial<Record<Subject, { readonly date: string; readonly commit: string }>>>;
  readonly length: readonly LengthFigure[];
  readonly catalogue: readonly CatalogueFigure[];
}

/** Those of the last runs. */
export function readFigures(): GrowthFigures {
  return JSON.parse(readFileSync(FILE, "utf8")) as GrowthFigures;
}

export async function writeFigures(figures: GrowthFigures): Promise<void> {
  writeFileSync(FILE, await format(JSON.stringify(figures), { parser: "json", printWidth: 120 }));
}
