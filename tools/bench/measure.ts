/** Takes the groups of figures, one function each. */

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure } from "../desk/failure.ts";
import { PAGE_FILE } from "../page/build.ts";
import {
  buildHost,
  buildRv32,
  buildSeparately,
  countHost,
  countRv32,
  RV32_COMPILER,
  RV32_EMULATOR,
  sizeOf,
  stackOf,
  versionOf,
} from "./c.ts";
import type { Reader } from "./c.ts";
import { compare, Contestant, numbersOf, race } from "./contest.ts";
import { YARDSTICK, YARDSTICK_SLACK, type Figures, type Raced, type Rv32 } from "./figures.ts";
import { PEERS_OF_OURS } from "./peers.ts";
import type { Work } from "./work.ts";

const BUILD = resolve(import.meta.dirname, "..", "..", "build", "bench");
const READERS: readonly Reader[] = ["generated", "handwritten"];
const NAMES: Readonly<Record<Reader, string>> = { generated: "generated C", handwritten: "handwritten C" };

export type Say = (line: string) => void;

/** Counts both readers on rv32imc. Their results must be the same. */
export function measureRv32(work: readonly Work[], say: Say): Figures["rv32"] {
  const missing = [RV32_COMPILER, RV32_EMULATOR].filter((program) => versionOf(program) === undefined);
  if (missing.length > 0) {
    const packages = "gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf qemu-system-misc";
    return { missing: `this machine has no ${missing.join(", no ")} (apt install ${packages})` };
  }
  const [generated, handwritten] = READERS.map((reader) => {
    say(`rv32imc: ${NAMES[reader]}`);
    return measureReader(reader, work);
  }) as [Rv32, Rv32];
  for (const { name } of work) {
    if (generated.costs[name].hash !== handwritten.costs[name].hash) {
      throw new Error(`the handwritten reader and the generated one read the telegram ${name} differently`);
    }
  }
  say("rv32imc: generated C, file by file");
  return { generated, handwritten, separate: costsOf(buildSeparately(), work) };
}

function measureReader(reader: Reader, work: readonly Work[]): Rv32 {
  const object = buildRv32(reader, "-O2");
  return {
    size: sizeOf(object),
    sizeOs: sizeOf(buildRv32(reader, "-Os")),
    stack: stackOf(object),
    costs: costsOf(object, work),
  };
}

function costsOf(object: string, work: readonly Work[]): Rv32["costs"] {
  const costs = work.map((each) => {
    const { readings, ...cost } = countRv32(object, each);
    const hash = createHash("sha256").update(readings).digest("hex").slice(0, 16);
    const codes = new Set(
      readings
        .trimEnd()
        .split("\n")
        .map((line) => line.split("\t")[1]),
    );
    return [each.name, { ...cost, hash, readings: codes.size }] as const;
  });
  return Object.fromEntries(costs);
}

/** Whether the handwritten reader is as good as it has to be, to be compared with. */
export function isYardstick(rv32: Figures["rv32"]): boolean {
  if (rv32 === undefined || "missing" in rv32) {
    return false;
  }
  const { costs } = rv32.handwritten;
  const { whole, bytes } = costs.am550t ?? costs.dsmr5;
  return whole / bytes <= YARDSTICK * YARDSTICK_SLACK;
}

/** Instructions per byte on this computer. */
export function measureX86(work: Work, say: Say): Figures["x86Instructions"] {
  if (versionOf("valgrind") === undefined) {
    say("x86: no valgrind (apt install valgrind), so no instructions are counted on this computer");
    return undefined;
  }
  const counted = READERS.map((reader) => {
    say(`x86: ${NAMES[reader]} under valgrind`);
    return [reader, (countHost(buildHost(reader, work)) ?? NaN) / work.bytes.length] as const;
  });
  return Object.fromEntries(counted) as Record<Reader, number>;
}

/** Lets everybody read the telegram in turns. */
export async function measureRace(work: Work, quick: boolean, ratios: boolean, say: Say): Promise<Figures["race"]> {
  mkdirSync(BUILD, { recursive: true });
  const file = join(BUILD, `${work.name}.txt`);
  writeFileSync(file, work.bytes);
  const missing: Record<string, string> = {};
  const contestants: Contestant[] = [];
  try {
    for (const reader of READERS) {
      contestants.push(await Contestant.start(NAMES[reader], [buildHost(reader, work)]));
    }
    const program = join(import.meta.dirname, "typescript.ts");
    contestants.push(
      await Contestant.start("the same TypeScript in Node", [process.execPath, "--import", "tsx", program, file]),
    );
    for (const peer of quick ? [] : PEERS_OF_OURS) {
      say(`installing ${peer.name}, if it isn't`);
      const installed = peer.install();
      if ("missing" in installed) {
        missing[peer.name] = installed.missing;
        continue;
      }
      try {
        contestants.push(await Contestant.start(peer.name, [...installed.command, file]));
      } catch (error) {
        missing[peer.name] = error instanceof Error ? error.message : String(error);
      }
    }
    say(`x86: ${String(contestants.length)} contestants in turns`);
    // Short turns, many of them: in one of them nothing else wanted the processor.
    const gone = await race(contestants, quick ? 20 : 100, 10);
    for (const [{ name }, why] of gone) {
      if (!PEERS_OF_OURS.some((peer) => peer.name === name)) {
        throw new Failure(why);
      }
      missing[name] = why;
    }
    const raced = results(
      contestants.filter((each) => !gone.has(each)),
      work,
      ratios,
    );
    return { telegram: work.name, raced, missing };
  } finally {
    contestants.forEach((each) => {
      each.stop();
    });
  }
}

function results(contestants: readonly Contestant[], work: Work, ratios: boolean): Raced[] {
  const [generated, handwritten] = contestants;
  const wanted = numbersOf(generated.readings);
  const lacks = new Map(PEERS_OF_OURS.map((peer) => [peer.name, peer.lacks]));
  return contestants.map((each) => {
    const isOurs = !lacks.has(each.name);
    if (isOurs && each.readings.join("\n") !== generated.readings.join("\n")) {
      throw new Error(`${each.name} reads the telegram ${work.name} differently than the generated C`);
    }
    const compared = isOurs ? { given: wanted.size, otherwise: [] } : compare(each.readings, wanted);
    return {
      name: each.name,
      nanosecondsPerByte: each.best / work.bytes.length,
      ...(ratios ? { ratio: each.best / handwritten.best } : {}),
      ...compared,
      of: wanted.size,
      lacks: lacks.get(each.name) ?? "",
    };
  });
}

export function measurePage(): Figures["page"] {
  return { gzipped: statSync(PAGE_FILE).size };
}

/** Weighs what ESP-IDF left in the folder where it built. */
export function measureFirmware(folder: string | undefined): Figures["firmware"] {
  if (folder === undefined) {
    return { missing: "name a folder in which `idf.py build` ran: --firmware build" };
  }
  const image = join(folder, "p1_meter.bin");
  if (!existsSync(image)) {
    return { missing: `${image} is not there: run \`idf.py build\` first` };
  }
  const map = join(folder, "p1_meter.map");
  const ram = existsSync(map) ? staticRam(readFileSync(map, "utf8")) : undefined;
  return { image: statSync(image).size, ram };
}

/** What the linker's map says of `.dram0.data` and `.dram0.bss`, in bytes. */
function staticRam(map: string): number {
  const sizes = [...map.matchAll(/^\.dram0\.(?:data|bss)\s+0x[0-9a-f]+\s+0x([0-9a-f]+)/gm)];
  return sizes.reduce((sum, [, size = "0"]) => sum + Number.parseInt(size, 16), 0);
}
