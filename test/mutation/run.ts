/** Tries mutants in processes of their own, one for each core. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { prepareCorpus } from "./corpus.ts";
import type { Mutant } from "./mutant.ts";
import type { Caught } from "./trial.ts";

const BUILD = resolve(import.meta.dirname, "../../build");
/** A mutant that makes ts2c go on for so long is caught too: so would the tests. */
const LONGEST_MS = 600_000;

export interface Tried {
  readonly mutant: Mutant;
  /** Missing where it survives. */
  readonly caught: Caught | undefined;
}

interface Options {
  /** Whether the programs are compiled and run with nothing broken first. */
  readonly compiled: boolean;
  /** How many random programs there are beside the fixtures. */
  readonly random: number;
  readonly processes: number;
  readonly told: (tried: Tried) => void;
}

interface Message {
  readonly ready?: { readonly accepted: number; readonly refused: number };
  readonly harm?: Caught;
  readonly caught?: Caught;
  readonly failed?: string;
}

/** Tries the mutants; gives how many programs they were tried on. */
export async function tryAll(
  mutants: readonly Mutant[],
  { compiled, random, processes, told }: Options,
): Promise<string> {
  mkdirSync(BUILD, { recursive: true });
  const folder = mkdtempSync(join(BUILD, "mutation-"));
  try {
    writeFileSync(join(folder, "corpus.json"), JSON.stringify(prepareCorpus(folder, mutants, random)));
    const left = [...mutants];
    const count = Math.min(processes, mutants.length);
    const workers = Array.from({ length: count }, (_, index) => work(folder, left, compiled && index === 0, told));
    const [counts] = await Promise.all(workers);
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One process after the other, until no mutant is left: one that hangs is ended. */
async function work(folder: string, left: Mutant[], compiled: boolean, told: (tried: Tried) => void): Promise<string> {
  let counts = "";
  for (let first = compiled; counts === "" || left.length > 0; first = false) {
    const worker = new Worker(folder, first);
    try {
      const { ready, harm } = await worker.next(2 * LONGEST_MS);
      if (harm !== undefined) {
        throw new Error(`with nothing broken ${harm.program} does not do the same (${harm.how}): ${harm.detail}`);
      }
      counts = `${String(ready!.accepted)} accepted and ${String(ready!.refused)} refused programs`;
      while (await worker.tryOne(left, told)) {
        // Until the list is empty, or the process hangs.
      }
    } finally {
      worker.end();
    }
  }
  return counts;
}

class Worker {
  private readonly child: ChildProcess;

  constructor(folder: string, compiled: boolean) {
    this.child = fork(join(import.meta.dirname, "worker.ts"), [folder, compiled ? "compiled" : ""], {
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
  }

  /** Tries the next mutant of the list; false where there is none, or no use in going on with this process. */
  async tryOne(left: Mutant[], told: (tried: Tried) => void): Promise<boolean> {
    const mutant = left.shift();
    if (mutant === undefined) {
      return false;
    }
    this.child.send(mutant);
    const { caught, failed } = await this.next(LONGEST_MS);
    if (failed !== undefined) {
      throw new Error(`${mutant.name}: ${failed}`);
    }
    told({ mutant, caught });
    return caught?.how !== "ts2c hangs";
  }

  /** What the process says next; that it hangs where it says nothing. */
  next(patience: number): Promise<Message> {
    return new Promise((done, fail) => {
      const timer = setTimeout(() => {
        settle();
        done({ caught: { program: "", how: "ts2c hangs", detail: "" } });
      }, patience);
      const heard = (message: Message): void => {
        settle();
        done(message);
      };
      const gone = (status: number | null): void => {
        settle();
        fail(new Error(`the process that tries mutants ended with ${String(status)}`));
      };
      const settle = (): void => {
        clearTimeout(timer);
        this.child.off("message", heard).off("exit", gone);
      };
      this.child.on("message", heard).on("exit", gone);
    });
  }

  end(): void {
    this.child.kill("SIGKILL");
  }
}
