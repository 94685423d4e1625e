/** The readers in C: compiled for rv32imc and for this computer, run, and weighed. */

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { deepest, parseGraphs } from "../ts2c/src/command/stack.ts";
import { Failure } from "../desk/failure.ts";
import type { Work } from "./work.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const BUILD = join(ROOT, "build", "bench");
const HARNESS = join(import.meta.dirname, "harness");
/** The C of this repository. */
export const GENERATED = join(ROOT, "generated");
const HANDWRITTEN = join(import.meta.dirname, "handwritten", "reader.c");

export const RV32_COMPILER = "riscv64-unknown-elf-gcc";
export const RV32_EMULATOR = "qemu-system-riscv32";
const RV32_LINKER = "riscv64-unknown-elf-ld";
const RV32_SIZE = "riscv64-unknown-elf-size";
/** The ESP32-C3's instruction set. */
const RV32 = ["-march=rv32imc", "-mabi=ilp32", "--specs=picolibc.specs"];
/** Its memory as QEMU's machine `virt` has it, and the debugger's console. */
const RV32_LINK = [
  ...["--oslib=semihost", "--crt0=semihost", "-Wl,--defsym=__flash=0x80000000", "-Wl,--defsym=__flash_size=0x01000000"],
  ...["-Wl,--defsym=__ram=0x81000000", "-Wl,--defsym=__ram_size=0x01000000"],
];
/** With `-icount` its counter of instructions is exact, and the same every time. */
const RV32_RUN = [
  ...["-M", "virt", "-m", "64M", "-bios", "none", "-display", "none", "-monitor", "none", "-serial", "none"],
  ...["-icount", "shift=0", "-chardev", "stdio,id=out"],
  ...["-semihosting-config", "enable=on,target=native,chardev=out", "-kernel"],
];

/** The generated C is that of the repository, or another one's, to compare. */
const common = (generated: string): string[] => ["-std=c11", `-I${HARNESS}`, `-I${generated}`];

/** A reader in C. */
export type Reader = "generated" | "handwritten";
export type Optimisation = "-O2" | "-Os";

/** What a reader takes on rv32imc, in bytes. */
export interface Size {
  readonly code: number;
  readonly constants: number;
  readonly ram: number;
}

/** What a reader costs on rv32imc, in instructions. */
export interface Cost {
  /** The readings, as the program prints them. */
  readonly readings: string;
  readonly bytes: number;
  readonly whole: number;
  /** Where each byte comes by itself: all of them, and the most for one. */
  readonly bytewise: number;
  readonly worst: number;
  /** All the RAM that the reader has, in bytes. */
  readonly ram: number;
}

/** Compiles a reader into one object file that has what it needs and no more, and gives the file. */
export function buildRv32(reader: Reader, optimisation: Optimisation): string {
  const name = `${reader}${optimisation}`;
  return buildOf([reader === "generated" ? allInOne(GENERATED, name) : HANDWRITTEN], name, optimisation, GENERATED);
}

/** The generated one compiled file by file, as a library for a computer is. */
export function buildSeparately(): string {
  return buildOf(generatedSources(GENERATED), "separate", "-O2", GENERATED);
}

/** The generated one, or another one, which lies in that folder, in a place of its own: tests build at the same time. */
export function buildFrom(generated: string, name: string): string {
  return buildOf([allInOne(generated, name)], name, "-O2", generated);
}

function buildOf(sources: readonly string[], name: string, optimisation: Optimisation, generated: string): string {
  const folder = join(BUILD, "rv32", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const objects = sources.map((source, index) => {
    const object = join(folder, `${String(index)}.o`);
    const sections = ["-ffunction-sections", "-fdata-sections", "-fcallgraph-info=su"];
    run(RV32_COMPILER, ...RV32, optimisation, ...common(generated), ...sections, "-c", source, "-o", object);
    return object;
  });
  const whole = join(folder, "reader.o");
  const roots = ["contestant_take", "contestant_start", "contestant_ram"].flatMap((name) => ["-u", name]);
  run(RV32_LINKER, "-m", "elf32lriscv", "-r", "--gc-sections", ...roots, ...objects, "-o", whole);
  return whole;
}

/** What the object file of a reader takes. */
export function sizeOf(object: string): Size {
  const size = { code: 0, constants: 0, ram: 0 };
  for (const line of run(RV32_SIZE, "-A", object).split("\n")) {
    const [, section = "", bytes = "0"] = /^\.(\w+)\S*\s+(\d+)/.exec(line) ?? [];
    const kind = section === "text" ? "code" : section === "rodata" || section === "srodata" ? "constants" : "ram";
    if (["text", "rodata", "srodata", "data", "sdata", "bss", "sbss"].includes(section)) {
      size[kind] += Number(bytes);
    }
  }
  return size;
}

/** The most stack that the generated reader takes from `contestant_take` on, in bytes. */
export function stackOf(object: string): number {
  const folder = resolve(object, "..");
  const graphs = readdirSync(folder).filter((name) => name.endsWith(".ci"));
  return deepest(parseGraphs(graphs.map((name) => readFileSync(join(folder, name), "utf8")).join("\n"), [])).bytes;
}

/** Counts what a reader's object file costs with a telegram. */
export function countRv32(object: string, work: Work): Cost {
  const folder = resolve(object, "..");
  const telegram = writeTelegram(folder, work);
  const program = join(folder, `${work.name}.elf`);
  const contest = join(folder, "contest.o");
  // Only who measures may ask the processor's counter.
  run(
    RV32_COMPILER,
    ...RV32,
    "-march=rv32imc_zicsr",
    "-O2",
    ...common(GENERATED),
    "-c",
    join(HARNESS, "contest.c"),
    "-o",
    contest,
  );
  run(RV32_COMPILER, ...RV32, "-O2", ...common(GENERATED), ...RV32_LINK, object, contest, telegram, "-o", program);
  const output = run(RV32_EMULATOR, ...RV32_RUN, program);
  const [readings = "", rest = ""] = output.split(/^end\t/m);
  const [, verdict, ram, bytes] = /^(\w+)\t(\d+)\t(\d+)$/m.exec(rest) ?? [];
  const [, whole, good] = /^whole\t(\d+)\t(\d)$/m.exec(rest) ?? [];
  const [, bytewise, worst] = /^bytewise\t(\d+)\t(\d+)$/m.exec(rest) ?? [];
  if (verdict !== "good" || good !== "1" || worst === undefined) {
    throw new Failure(`${program} does not read the telegram ${work.name}: ${rest.slice(0, 200)}`);
  }
  return {
    readings,
    bytes: Number(bytes),
    whole: Number(whole),
    bytewise: Number(bytewise),
    worst: Number(worst),
    ram: Number(ram),
  };
}

/** Compiles a reader for this computer, and gives the program. */
export function buildHost(reader: Reader, work: Work): string {
  const folder = join(BUILD, "host");
  mkdirSync(folder, { recursive: true });
  const program = join(folder, `${reader}-${work.name}`);
  const source = reader === "generated" ? allInOne(GENERATED, "host") : HANDWRITTEN;
  run(
    "cc",
    "-O2",
    ...common(GENERATED),
    source,
    join(HARNESS, "contest.c"),
    writeTelegram(folder, work),
    "-o",
    program,
  );
  return program;
}

/** Instructions for one telegram on this computer, by valgrind; undefined where it isn't. */
export function countHost(program: string): number | undefined {
  const count = (times: number): number => {
    const options = ["--tool=callgrind", "--callgrind-out-file=/dev/null", program];
    const { status, stderr } = spawnSync("valgrind", options, { input: `${String(times)}\n`, encoding: "utf8" });
    return status === 0 ? Number(/Collected : (\d+)/.exec(stderr)?.[1] ?? NaN) : NaN;
  };
  const [one, many] = [count(1), count(101)];
  return Number.isNaN(many) || Number.isNaN(one) ? undefined : (many - one) / 100;
}

/** The version of a program, as it says in its first line; undefined where it isn't installed. */
export function versionOf(command: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args.length === 0 ? ["--version"] : args, { encoding: "utf8" });
  return status === 0 ? stdout.split("\n")[0] : undefined;
}

function generatedSources(generated: string): string[] {
  const folders = ["p1", "meter", "ts2c"].flatMap((folder) =>
    readdirSync(join(generated, folder))
      .filter((name) => name.endsWith(".c") && !NOT_READER.includes(name))
      .map((name) => join(generated, folder, name)),
  );
  return [join(HARNESS, "generated.c"), ...folders, join(generated, "bytes.c")];
}

/** All of it as one file, as the firmware gives it to its compiler (generated/CMakeLists.txt). */
function allInOne(generated: string, name: string): string {
  mkdirSync(BUILD, { recursive: true });
  const file = join(BUILD, `${name}.c`);
  const includes = generatedSources(generated).map((source) => `#include ${JSON.stringify(source)}\n`);
  writeFileSync(file, `#define TS_SHARED __attribute__((unused)) static\n${includes.join("")}`);
  return file;
}

/** What of these folders watches over the reader, and wants more of the device. */
const NOT_READER = [
  ...["guard.c", "line-search.c", "presence.c", "meter-time.c", "moment.c"],
  ...["telegram.c", "encryption.c", "copy.c"],
];

function writeTelegram(folder: string, { name, bytes }: Work): string {
  const file = join(folder, `${name}.c`);
  const array = `const uint8_t telegram[] = {${bytes.join(",")}};`;
  writeFileSync(file, `#include "telegram.h"\n${array}\nconst size_t telegram_length = ${String(bytes.length)};\n`);
  return file;
}

function run(command: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", timeout: 120_000 });
  if (status !== 0) {
    throw new Failure(`${command} ${args.slice(-3).join(" ")}: ${error?.message ?? stderr.slice(0, 2000)}`);
  }
  return stdout;
}
