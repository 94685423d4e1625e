/** The figures that must not grow unnoticed: exact ones, of the simulator's telegram, for one version of the compiler. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildRv32, countRv32, RV32_COMPILER, sizeOf, versionOf } from "./c.ts";
import { allWork } from "./work.ts";

const FILE = join(import.meta.dirname, "accepted.json");
/** So much more is let pass. */
const GROWTH = 1.03;

/** What the generated reader takes and costs on rv32imc with -O2. */
export interface Exact {
  readonly compiler: string;
  readonly instructionsPerByte: number;
  /** Code and constants, in bytes. */
  readonly size: number;
}

/** Measures them. */
export function measureExact(): Exact {
  const [dsmr5] = allWork(undefined);
  const object = buildRv32("generated", "-O2");
  const { whole, bytes } = countRv32(object, dsmr5);
  const { code, constants } = sizeOf(object);
  return {
    compiler: versionOf(RV32_COMPILER) ?? "none",
    instructionsPerByte: Math.round((whole / bytes) * 100) / 100,
    size: code + constants,
  };
}

/** Those that are accepted. */
export function readAccepted(): Exact {
  return JSON.parse(readFileSync(FILE, "utf8")) as Exact;
}

export function writeAccepted(exact: Exact): void {
  writeFileSync(FILE, `${JSON.stringify(exact, null, 2)}\n`);
}

/** What grew by more than 3 %, with what to do about it; empty when nothing did. */
export function growth(accepted: Exact, now: Exact): string[] {
  const grown = (what: string, before: number, after: number): string[] =>
    after <= before * GROWTH
      ? []
      : [
          `${what} grew from ${before} to ${after}, by more than 3 %. ` +
            "Make it smaller, or accept it on purpose: npm run bench -- --accept, and commit tools/bench/accepted.json with the reason.",
        ];
  return [
    ...grown("Instructions per byte on rv32imc", accepted.instructionsPerByte, now.instructionsPerByte),
    ...grown("The reader's code and constants on rv32imc", accepted.size, now.size),
  ];
}
