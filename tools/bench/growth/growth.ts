/** `npm run bench -- --growth`: measures what grows, and makes the section of the page and its plots of it. */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure } from "../../desk/failure.ts";
import { RV32_COMPILER, RV32_EMULATOR, versionOf } from "../c.ts";
import { measureCatalogue, SIZES } from "./catalogue.ts";
import { measureClients, SETUPS } from "./clients.ts";
import { COUNTS, measureDevices } from "./devices.ts";
import { FOLDER, readFigures, writeFigures, type GrowthFigures, type Subject } from "./figures.ts";
import { measureHousehold } from "./household.ts";
import { LENGTHS, measureLengths } from "./length.ts";
import { fleetBlock, fleetOf, growthOf, growthPlots, growthText } from "./report.ts";

const PAGE = resolve(FOLDER, "..", "performance.md");
const FLEET = resolve(FOLDER, "..", "fleet.md");

/** Measures these subjects; the others' figures stay those of the last runs. */
export async function measureGrowth(
  subjects: readonly Subject[],
  commit: string,
  say: (line: string) => void,
): Promise<GrowthFigures> {
  demand(subjects);
  const figures = { ...readFigures() };
  const date = new Date().toISOString().slice(0, 10);
  for (const subject of subjects) {
    Object.assign(figures, await measureOne(subject, say));
    figures.made = { ...figures.made, [subject]: { date, commit } };
  }
  return figures;
}

async function measureOne(subject: Subject, say: (line: string) => void): Promise<Partial<GrowthFigures>> {
  switch (subject) {
    case "length":
      return { length: measureLengths(LENGTHS, say) };
    case "catalogue":
      return { catalogue: measureCatalogue(SIZES, say) };
    case "clients":
      return { clients: await measureClients(SETUPS, say) };
    case "devices":
      return { devices: await measureDevices(COUNTS, { settleSeconds: 5, seconds: 20, awaySeconds: 20 }, say) };
    case "household":
      return { household: [await measureHousehold(say)] };
  }
}

/** Says what is missing before anything is measured. */
function demand(subjects: readonly Subject[]): void {
  const needed: Readonly<Record<Subject, readonly string[]>> = {
    length: [RV32_COMPILER, RV32_EMULATOR],
    catalogue: [RV32_COMPILER, RV32_EMULATOR],
    clients: ["cc"],
    devices: ["cc"],
    household: ["cc"],
  };
  const packages: Readonly<Record<string, string>> = {
    [RV32_COMPILER]: "gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf",
    [RV32_EMULATOR]: "qemu-system-misc",
    cc: "gcc",
  };
  for (const program of new Set(subjects.flatMap((subject) => needed[subject]))) {
    if (versionOf(program) === undefined) {
      throw new Failure(
        `Growth is measured with ${program}, which this machine has not: apt install ${packages[program]}`,
      );
    }
  }
}

/** Keeps the figures, and renews what is made of them. */
export async function writeGrowth(figures: GrowthFigures): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await writeFigures(figures);
  for (const [name, svg] of growthPlots(figures)) {
    writeFileSync(join(FOLDER, name), svg);
  }
  renew(PAGE, growthOf, growthText(figures));
  renew(FLEET, fleetOf, fleetBlock(figures));
}

/** Replaces what stands between marks of a page. */
function renew(file: string, of: (page: string) => string, text: string): void {
  const page = readFileSync(file, "utf8");
  const before = of(page);
  writeFileSync(file, before === "" ? `${page}\n${text}\n` : page.replace(before, () => text));
}
