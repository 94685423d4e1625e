/** Tries mutants in processes of their own, one for each core. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { prepareCorpus } from "./corpus.ts";
import type { Mutant } from "./mutant.ts";
import type { Caught } from "./trial.ts";

const BUILD = resolve(import.meta.dirname, "../../build");
/** A mutant with which ts2c goes on for so long over one program is caught too: so would the tests. */
const LONGEST_MS = 60_000;
/** What else a process is given time for: to parse all programs, or to compile many. */
const PATIENCE_MS = 1_200_000;

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
  /** The program that caught each mutant the last time, by the mutant's name. */
  readonly last: ReadonlyMap<string, string>;
  readonly told: (tried: Tried) => void;
}

interface Message {
  /** The program that ts2c is given next; "" where it has done with it. */
  readonly looksAt?: string;
  readonly harm?: Caught;
  readonly caught?: Caught;
  readonly failed?: string;
}

/** Tries the mutants; gives how many programs there are to try them on. */
export async function tryAll(mutants: readonly Mutant[], options: Options): Promise<number> {
  mkdirSync(BUILD, { recursive: true });
  const folder = mkdtempSync(join(BUILD, "mutation-"));
  try {
    const programs = prepareCorpus(folder, mutants, options.random);
    writeFileSync(join(folder, "corpus.json"), JSON.stringify(programs));
    const left = [...mutants];
    const count = Math.min(options.processes, mutants.length);
    await Promise.all(Array.from({ length: count }, (_, index) => work(folder, left, index === 0, options)));
    return programs.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One process after the other, until no mutant is left: one that hangs is ended. */
async function work(folder: string, left: Mutant[], isFirst: boolean, options: Options): Promise<void> {
  for (let compiled = options.compiled && isFirst; compiled || left.length > 0; compiled = false) {
    const worker = new Worker(folder, compiled);
    try {
      const { harm } = await worker.next();
      if (harm !== undefined) {
        throw new Error(`with nothing broken ${harm.program} does not do the same (${harm.how}): ${harm.detail}`);
      }
      while (await worker.tryOne(left, options)) {
        // Until the list is empty, or the process hangs.
      }
    } finally {
      worker.end();
    }
  }
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
  async tryOne(left: Mutant[], { last, told }: Options): Promise<boolean> {
    const mutant = left.shift();
    if (mutant === undefined) {
      return false;
    }
    this.child.send({ mutant, last: last.get(mutant.name) });
    const { caught, failed } = await this.next();
    if (failed !== undefined) {
      throw new Error(`${mutant.name}: ${failed}`);
    }
    told({ mutant, caught });
    return caught?.how !== "ts2c hangs";
  }

  /** What the process says at last; that it hangs where it comes to no end with a program. */
  next(): Promise<Message> {
    return new Promise((done, fail) => {
      let program: string | undefined;
      const hangs = (): void => {
        settle();
        done({ caught: { program: program ?? "", how: "ts2c hangs", detail: "" } });
      };
      let timer = setTimeout(hangs, PATIENCE_MS);
      const heard = (message: Message): void => {
        if (message.looksAt !== undefined) {
          program = message.looksAt;
          clearTimeout(timer);
          timer = setTimeout(hangs, program === "" ? PATIENCE_MS : LONGEST_MS);
          return;
        }
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
