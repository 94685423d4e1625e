/** Runs contestants in turns, so that what the computer does beside it strikes all of them alike, and compares what they read. */

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import { Failure } from "../desk/failure.ts";

/** Who gives no answer for so long hangs. */
const PATIENCE_MS = 60_000;

/** A program that reads one telegram, shows what it read, and then reads it as often as each line of its input says. */
export class Contestant {
  readonly name: string;
  /** The lines that it showed. */
  readonly readings: readonly string[];
  private readonly process: ChildProcess;
  private readonly lines: AsyncIterator<string>;
  private times = 1;
  /** The nanoseconds for one telegram, of each turn. */
  private readonly turns: number[] = [];

  static async start(name: string, command: readonly string[]): Promise<Contestant> {
    const [program = "", ...args] = command;
    const process = spawn(program, args, { stdio: ["pipe", "pipe", "ignore"] });
    process.stdin.on("error", () => undefined); // Of one that is gone; the end of its lines says so.
    const failed = once(process, "error").then(([error]) => {
      throw new Failure(`${name}: ${String(error)}`);
    });
    const reader: Interface = createInterface({ input: process.stdout });
    const lines = reader[Symbol.asyncIterator]();
    const readings: string[] = [];
    const hangs = setTimeout(() => process.kill(), PATIENCE_MS);
    for (;;) {
      const next = await Promise.race([lines.next(), failed]);
      if (next.done === true) {
        clearTimeout(hangs);
        throw new Failure(`${name} shows no result.`);
      }
      if (next.value.startsWith("end\t")) {
        clearTimeout(hangs);
        if (!next.value.startsWith("end\tgood")) {
          throw new Failure(`${name} does not take the telegram for a good one.`);
        }
        return new Contestant(name, process, lines, readings);
      }
      readings.push(next.value);
    }
  }

  private constructor(name: string, process: ChildProcess, lines: AsyncIterator<string>, readings: readonly string[]) {
    this.name = name;
    this.process = process;
    this.lines = lines;
    this.readings = readings;
  }

  /** Reads the telegram so often that it takes about `milliseconds`. */
  async turn(milliseconds: number): Promise<void> {
    this.process.stdin?.write(`${String(this.times)}\n`);
    const hangs = setTimeout(() => this.process.kill(), PATIENCE_MS);
    const next = await this.lines.next();
    clearTimeout(hangs);
    const took = next.done === true ? null : /^took\t(\d+)/.exec(next.value);
    if (took === null) {
      throw new Failure(`${this.name} ends, or hangs, when it reads the telegram again.`);
    }
    const nanoseconds = Number(took[1]) / this.times;
    this.turns.push(nanoseconds);
    this.times = Math.max(1, Math.round((milliseconds * 1e6) / nanoseconds));
  }

  /** The nanoseconds for one telegram in the quickest turn, which the computer disturbed least. */
  get best(): number {
    return Math.min(...this.turns.slice(1));
  }

  stop(): void {
    this.process.kill();
  }
}

/** Lets all of them have so many turns, one after the other. Gives those that gave up, and why; the others go on. */
export async function race(
  contestants: readonly Contestant[],
  turns: number,
  milliseconds: number,
): Promise<Map<Contestant, string>> {
  const gone = new Map<Contestant, string>();
  for (let turn = 0; turn <= turns; turn++) {
    for (const contestant of contestants.filter((each) => !gone.has(each))) {
      try {
        // The first turn finds out how fast it is, and warms it up.
        await contestant.turn(turn === 0 ? milliseconds / 10 : milliseconds);
      } catch (error) {
        gone.set(contestant, error instanceof Error ? error.message : String(error));
      }
    }
  }
  return gone;
}

/** A number of a telegram, by its code and in its unit. */
type Numbers = ReadonlyMap<string, { readonly value: number; readonly unit: string }>;

/** The numbers among lines like `number⇥1-0:1.8.1⇥total/…⇥3808351⇥3⇥kWh⇥…`, which our own readers show. */
export function numbersOf(readings: readonly string[]): Numbers {
  const numbers = readings.filter((line) => line.startsWith("number\t")).map((line) => line.split("\t"));
  return new Map(
    numbers.map(([, code = "", , value, decimals, unit = ""]) => [
      code,
      { value: Number(value) / 10 ** Number(decimals), unit },
    ]),
  );
}

/** How many of the numbers a peer gives, and those that it gives otherwise. It shows `number⇥1-0:1.8.1⇥3808.351`; `n` in a code is any digit. */
export function compare(
  peer: readonly string[],
  wanted: Numbers,
): { readonly given: number; readonly otherwise: string[] } {
  let given = 0;
  const otherwise: string[] = [];
  for (const line of peer) {
    const [, code = "", shown = ""] = line.split("\t");
    const pattern = new RegExp(`^${code.replaceAll(".", "\\.").replaceAll("n", "\\d")}$`);
    const [found] = [...wanted].filter(([name]) => pattern.test(name)).map(([, number]) => number);
    const value = Number(shown);
    // Energy in Wh and power in W say the same as in thousands of them.
    if (found === undefined) {
      continue;
    }
    const isSame = [1, 1000].some(
      (scale) => Math.abs(found.value * scale - value) < 1e-9 * Math.max(1, Math.abs(value)),
    );
    if (isSame) {
      given++;
    } else {
      otherwise.push(`${code} ${shown}`);
    }
  }
  return { given, otherwise };
}
