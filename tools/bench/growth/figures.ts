/** What is measured of growth, group by group, and where it is kept: the page and its plots are made of this file. */

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { format } from "prettier";

/** Where the figures and the plots are. */
export const FOLDER = resolve(import.meta.dirname, "..", "..", "..", "docs", "growth");
const FILE = join(FOLDER, "figures.json");

/** The groups, in the order of the page. */
export const SUBJECTS = ["length", "catalogue", "clients", "devices", "household"] as const;
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

/** The desk with clients at its telegram port. */
export interface ClientsFigure {
  /** How many came; of them never read; were refused, or dropped since they do not read. */
  readonly clients: number;
  readonly idle: number;
  /** How many a copy of the device takes that takes more than four. */
  readonly allowed?: number;
  readonly refused: number;
  readonly dropped: number;
  /** How many the desk served, of those that read. */
  readonly served: number;
  readonly telegrams: number;
  readonly bytesOut: number;
  /** Milliseconds of one processor for a telegram and all that follows from it. */
  readonly processor: number;
  /** Milliseconds from the last byte on the wire to the last byte at the last client: the median, and what 99 % don't exceed. */
  readonly median?: number;
  readonly late?: number;
}

/** So many devices at one broker, a telegram each second, all of whose changes are published. */
export interface DevicesFigure {
  readonly devices: number;
  readonly seconds: number;
  /** All that the devices ever sent, and what a subscriber was given of it. */
  readonly sent: number;
  readonly received: number;
  /** In a second: messages, and bytes of topics and payloads. */
  readonly messages: number;
  readonly bytes: number;
  /** Milliseconds of one processor for a second, and MiB; of the broker, and of each device. */
  readonly brokerProcessor: number;
  readonly brokerMemory: number;
  readonly deviceProcessor: number;
  readonly deviceMemory: number;
  /** Milliseconds from the end of a telegram on the wire to the subscriber. */
  readonly median: number;
  readonly late: number;
  /** The broker was killed and started again: milliseconds until half of them and all of them were back, and the most in 100 ms. */
  readonly backHalf: number;
  readonly backAll: number;
  readonly peak: number;
}

/** Messages, with the bytes of their topics and payloads. */
export interface Traffic {
  readonly messages: number;
  readonly bytes: number;
}

/** One device with the settings that it has at first, a telegram each second. */
export interface HouseholdFigure {
  readonly seconds: number;
  /** What it sends within the first seconds of a connection; what of it is for Home Assistant; what the broker keeps afterwards. */
  readonly connection: Traffic;
  readonly discovery: Traffic;
  readonly retained: Traffic;
  /** What it sends in a second afterwards. */
  readonly running: Traffic;
  /** The bytes that the broker received in a second, MQTT's own included. */
  readonly wire: number;
}

/** All of them, as they are kept. */
export interface GrowthFigures {
  readonly made: Readonly<Partial<Record<Subject, { readonly date: string; readonly commit: string }>>>;
  readonly length: readonly LengthFigure[];
  readonly catalogue: readonly CatalogueFigure[];
  readonly clients: readonly ClientsFigure[];
  readonly devices: readonly DevicesFigure[];
  readonly household: readonly HouseholdFigure[];
}

/** Those of the last runs. */
export function readFigures(): GrowthFigures {
  return JSON.parse(readFileSync(FILE, "utf8")) as GrowthFigures;
}

export async function writeFigures(figures: GrowthFigures): Promise<void> {
  writeFileSync(FILE, await format(JSON.stringify(figures), { parser: "json", printWidth: 120 }));
}
