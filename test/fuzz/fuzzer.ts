/** Builds the fuzzer, runs it, and compares what it keeps with what the TypeScript gives in Node. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative, resolve } from "node:path";
import { generatedFolder } from "../../tools/desk/engine/engine.ts";
import { readInterface, type Interface } from "../../tools/desk/engine/interface.ts";
import { driversOf } from "./drivers.ts";
import { Player } from "./script.ts";
import { TARGETS, dictionary, seedsOf, type Target } from "./seeds.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const MODULE = "device";
/** The longest script. */
const LONGEST = 16384;

/** How long to go on: so many scripts, or so many minutes. */
export type Until = { readonly runs: number } | { readonly minutes: number };

/** What became of it. */
export interface Outcome {
  readonly executions: number;
  /** The scripts that reached something new, each a file. */
  readonly kept: readonly string[];
  /** What the sanitizers or the program said, and the script that made it; null where nothing broke. */
  readonly crash: { readonly script: string; readonly output: string } | null;
}

/** How much of the generated C was reached. */
export interface Coverage {
  /** Of its lines. */
  readonly percent: number;
  /** The lines that nothing reached, below the names of their files. */
  readonly missed: readonly string[];
}

/** What is read of llvm-cov's JSON. */
interface Summary {
  readonly data: readonly [{ readonly totals: { readonly lines: { readonly percent: number } } }];
}

/** The name of a file, or a line that was counted, and never run. */
const MISSED = /^\S+:$|^ +\d+\| +0\|/;

export class Fuzzer {
  private readonly folder: string;
  private readonly program: string;
  private readonly made: Interface;
  private readonly player: Player;

  /** Makes what has changed since the last time. */
  static async create(): Promise<Fuzzer> {
    const generated = resolve(generatedFolder());
    const folder = join(ROOT, "build", "fuzz", createHash("sha256").update(generated).digest("hex").slice(0, 8));
    const made = readInterface(generated);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "drivers.c"), driversOf(made, MODULE));
    return new Fuzzer(folder, made, await Player.create(made, MODULE));
  }

  private constructor(folder: string, made: Interface, player: Player) {
    this.folder = folder;
    this.program = build(folder, "build");
    this.made = made;
    this.player = player;
  }

  /** Begins with the seeds and what was kept before, and goes on from there. */
  run(target: Target, until: Until, seed: number): Outcome {
    const corpus = this.corpusOf(target);
    const words = join(this.folder, "words");
    writeFileSync(
      words,
      dictionary()
        .map((word, index) => `w${index}="${escaped(word)}"\n`)
        .join(""),
    );
    const { status, stderr } = spawnSync(
      this.program,
      [
        `-seed=${seed}`,
        "runs" in until ? `-runs=${until.runs}` : `-max_total_time=${Math.ceil(until.minutes * 60)}`,
        ...[`-max_len=${LONGEST}`, "-timeout=20", "-print_final_stats=1", "-verbosity=1"],
        ...[`-dict=${words}`, `-artifact_prefix=${corpus}.`, corpus],
      ],
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    const script = /Test unit written to (\S+)/.exec(stderr)?.[1];
    assert.ok(status === 0 || script !== undefined, `The fuzzer did not run:\n${stderr.slice(-2000)}`);
    return {
      executions: Number(/stat::number_of_executed_units: +(\d+)/.exec(stderr)?.[1] ?? 0),
      kept: this.keptOf(target),
      crash: script === undefined ? null : { script: relative(ROOT, script), output: reportIn(stderr) },
    };
  }

  /** The folder of a target's scripts, with the seeds in it. */
  private corpusOf(target: Target): string {
    const corpus = join(this.folder, target);
    mkdirSync(corpus, { recursive: true });
    seedsOf(target, this.made, this.player).forEach((script) => {
      writeFileSync(join(corpus, createHash("sha1").update(script).digest("hex")), script);
    });
    return corpus;
  }

  private keptOf(target: Target): string[] {
    const corpus = this.corpusOf(target);
    return readdirSync(corpus).map((name) => join(corpus, name));
  }

  /** Plays scripts in C and in Node, and names the first that differs, with the calls around the difference. */
  difference(scripts: readonly string[]): string | null {
    const inNode = scripts.map((file) => this.player.play(readFileSync(file)));
    const inC = [...this.play(scripts, "hash").matchAll(/^traced (\w+)$/gm)].map(([, hash]) => hash);
    assert.equal(inC.length, scripts.length);
    const index = inNode.findIndex((hash, place) => hash !== inC[place]);
    const file = scripts[index];
    return file === undefined ? null : `${relative(ROOT, file)}: ${this.explain(file)}`;
  }

  /** Which lines of the generated C everything that is kept reaches, as llvm-cov tells it. */
  coverage(): Coverage {
    const program = build(this.folder, "coverage", "-DP1_COVERAGE=ON");
    const [raw, profile] = [join(this.folder, "coverage.raw"), join(this.folder, "coverage.profile")];
    const scripts = TARGETS.flatMap((target) => this.keptOf(target));
    run(program, ["-detect_leaks=0", ...scripts], { LLVM_PROFILE_FILE: raw });
    run("llvm-profdata", ["merge", "-sparse", raw, "-o", profile]);
    const about = [program, `-instr-profile=${profile}`, generatedFolder()];
    const summary = JSON.parse(run("llvm-cov", ["export", "-summary-only", ...about])) as Summary;
    const shown = run("llvm-cov", ["show", ...about])
      .split("\n")
      .filter((line) => MISSED.test(line));
    // The name of a file stands above its lines, if it has any.
    const missed = shown.filter((line, at) => line.startsWith(" ") || shown[at + 1]?.startsWith(" "));
    return { percent: summary.data[0].totals.lines.percent, missed };
  }

  private explain(file: string): string {
    this.player.play(readFileSync(file));
    const inC = this.play([file], "calls")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("traced"));
    const inNode = this.player.lines;
    const at = inNode.findIndex((line, place) => line !== inC[place]);
    return `call ${at} is in Node\n${inNode[at]}\nand in C\n${inC[at]}`;
  }

  private play(scripts: readonly string[], trace: "hash" | "calls"): string {
    // To detect leaks, libFuzzer would play some of them twice.
    return run(this.program, ["-detect_leaks=0", ...scripts], { P1_FUZZ_TRACE: trace });
  }
}

function run(
  program: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(program, parameters, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, ...environment },
  });
  assert.equal(status, 0, error?.message ?? stderr.slice(-2000));
  return stdout;
}

/** Builds the program in a folder of its own. */
function build(folder: string, name: string, ...options: readonly string[]): string {
  const paths = [`-DP1_DRIVERS=${join(folder, "drivers.c")}`, `-DP1_GENERATED=${resolve(generatedFolder())}`];
  const to = join(folder, name);
  cmake("-S", import.meta.dirname, "-B", to, "-DCMAKE_C_COMPILER=clang", ...paths, ...options);
  cmake("--build", to, "--parallel", String(availableParallelism()));
  return join(to, "fuzz");
}

function cmake(...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync("cmake", args, { encoding: "utf8" });
  assert.equal(status, 0, `cmake ${args.join(" ")} failed:\n${stdout}${stderr}`);
}

/** A word as libFuzzer's dictionaries have it. */
function escaped(word: string): string {
  return word.replace(/[^ -~]|["\\]/g, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, "0")}`);
}

/** What the program or a sanitizer said, without libFuzzer's own lines. */
function reportIn(output: string): string {
  const start = output.search(/panic at|runtime error|ERROR: /);
  return output.slice(Math.max(0, start)).slice(0, 3000);
}
