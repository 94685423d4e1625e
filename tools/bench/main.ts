/** `npm run bench`: what the reader costs, and the rest, as tables. `--help` lists the options. */

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure } from "../desk/failure.ts";
import { measureExact, writeAccepted } from "./accepted.ts";
import { RV32_COMPILER, RV32_EMULATOR, versionOf } from "./c.ts";
import { messagesPerSecond, startMilliseconds } from "./desk.ts";
import type { Figures } from "./figures.ts";
import { isYardstick, measureFirmware, measurePage, measureRace, measureRv32, measureX86 } from "./measure.ts";
import { measureGrowth, writeGrowth } from "./growth/growth.ts";
import { growthOf, growthText } from "./growth/report.ts";
import { HELP, readOptions, type BenchOptions, type GrowthOptions } from "./options.ts";
import { page, tables } from "./report.ts";
import { transpilerSpeed } from "./transpiler.ts";
import { allWork } from "./work.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const PAGE = join(ROOT, "docs", "performance.md");

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

async function measure(options: BenchOptions, command: string): Promise<Figures> {
  const work = allWork(process.env.P1_TELEGRAMS);
  const wants = new Set(options.only);
  const race = work.find(({ name }) => name === "am550t") ?? work[0];
  const figures: Figures = {
    date: new Date().toISOString().slice(0, 10),
    command,
    versions: versions(),
    telegrams: work.map(({ name, what, bytes }) => ({ name, what, bytes: bytes.length })),
  };
  if (wants.has("rv32") || wants.has("x86")) {
    figures.rv32 = measureRv32(work, say);
  }
  if (wants.has("x86")) {
    figures.x86Instructions = measureX86(race, say);
    figures.race = await measureRace(race, options.quick, isYardstick(figures.rv32), say);
  }
  if (wants.has("desk")) {
    say("desk: messages into mosquitto, start to first publication");
    figures.desk = { messagesPerSecond: await messagesPerSecond(), startMilliseconds: startMilliseconds() };
  }
  if (wants.has("transpiler")) {
    say("transpiler");
    figures.transpiler = transpilerSpeed();
  }
  if (wants.has("page")) {
    figures.page = measurePage();
  }
  if (wants.has("firmware")) {
    figures.firmware = measureFirmware(options.firmware);
  }
  return figures;
}

function versions(): Record<string, string> {
  const found = {
    commit: git("rev-parse", "--short", "HEAD"),
    Node: process.version,
    cc: versionOf("cc"),
    [RV32_COMPILER]: versionOf(RV32_COMPILER),
    [RV32_EMULATOR]: versionOf(RV32_EMULATOR),
    valgrind: versionOf("valgrind"),
    rustc: versionOf("rustc"),
    python3: versionOf("python3"),
  };
  return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function git(...args: readonly string[]): string | undefined {
  try {
    return execFileSync("git", args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}

async function grow({ growth, docs }: GrowthOptions): Promise<void> {
  // By itself a signal would leave the broker that was started; devices end with the process that started them.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => process.exit(1));
  }
  const figures = await measureGrowth(growth, versions().commit ?? "unknown", say);
  process.stdout.write(`${growthText(figures)}\n`);
  if (docs) {
    await writeGrowth(figures);
    say(`${PAGE} and its plots are renewed`);
  }
}

async function main(): Promise<void> {
  const line = process.argv.slice(2);
  const options = readOptions(line);
  if (options === null) {
    process.stdout.write(HELP);
    return;
  }
  if (options === "accept") {
    const exact = measureExact();
    writeAccepted(exact);
    process.stdout.write(`accepted: ${exact.instructionsPerByte} instructions per byte, ${exact.size} bytes\n`);
    return;
  }
  if ("growth" in options) {
    await grow(options);
    return;
  }
  const figures = await measure(options, ["npm run bench", ...(line.length > 0 ? ["--", ...line] : [])].join(" "));
  process.stdout.write(`${tables(figures)}\n`);
  if (options.json !== undefined) {
    writeFileSync(resolve(process.env.INIT_CWD ?? ".", options.json), `${JSON.stringify(figures, null, 2)}\n`);
  }
  if (options.docs) {
    writeFileSync(PAGE, page(figures, growthOf(readFileSync(PAGE, "utf8"))));
    say(`${PAGE} is renewed`);
  }
}

try {
  await main();
} catch (error) {
  if (!(error instanceof Failure)) {
    throw error;
  }
  say(error.message);
  process.exitCode = error.status;
}
