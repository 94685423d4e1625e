/** All figures of one run. */

import type { Cost, Reader, Size } from "./c.ts";
import type { Speed } from "./transpiler.ts";
import type { Work } from "./work.ts";

/** What a reader in C takes and costs on rv32imc, compiled with -O2 where nothing else is said. */
export interface Rv32 {
  readonly size: Size;
  readonly sizeOs: Size;
  readonly stack: number;
  readonly costs: Readonly<
    Record<string, Omit<Cost, "readings"> & { readonly hash: string; readonly readings: number }>
  >;
}

/** One who took part in the race on this computer. */
export interface Raced {
  readonly name: string;
  readonly nanosecondsPerByte: number;
  /** To the handwritten reader; absent where that is no yardstick. */
  readonly ratio?: number;
  /** How many of the numbers it gives, of how many; and those that it gives otherwise. */
  readonly given: number;
  readonly of: number;
  readonly otherwise: readonly string[];
  readonly lacks: string;
}

export interface Figures {
  readonly date: string;
  readonly command: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly telegrams: readonly { readonly name: string; readonly what: string; readonly bytes: number }[];
  /** `separate` is the generated reader compiled file by file. */
  rv32?: (Readonly<Record<Reader, Rv32>> & { readonly separate: Rv32["costs"] }) | { readonly missing: string };
  /** Instructions per byte on this computer, by reader; absent without valgrind. */
  x86Instructions?: Readonly<Record<Reader, number>>;
  race?: {
    readonly telegram: Work["name"];
    readonly raced: readonly Raced[];
    readonly missing: Readonly<Record<string, string>>;
  };
  desk?: { readonly messagesPerSecond: number | undefined; readonly startMilliseconds: number };
  transpiler?: Speed;
  page?: { readonly gzipped: number };
  firmware?: { readonly image: number; readonly ram: number | undefined } | { readonly missing: string };
}

/** What was measured beforehand of a handwritten reader, in instructions per byte on rv32imc: what ours must reach to be a yardstick. */
export const YARDSTICK = 27.4;
/** And how far from it. */
export const YARDSTICK_SLACK = 1.05;
