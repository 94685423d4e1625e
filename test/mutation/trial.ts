/** Tries mutants: what changes for which program, and whether anyone would see it. */
import { type Build, type Copies, reached } from "./copies.ts";
import type { Source } from "./corpus.ts";
import { type Harm, judge } from "./judge.ts";
import type { Mutant } from "./mutant.ts";
import { parseAll } from "./parsed.ts";

/** What ts2c makes of one program. */
type Outcome =
  | { readonly kind: "accepted"; readonly c: string }
  | { readonly kind: "refused"; readonly codes: string }
  | { readonly kind: "broken"; readonly why: string };

interface Known {
  readonly outcome: Outcome;
  readonly reached: ReadonlySet<string>;
}

/** How a mutant was caught. */
export type How = Harm["how"] | "ts2c stops" | "ts2c hangs" | "refuses" | "accepts" | "other diagnostics";

export interface Caught {
  readonly program: string;
  readonly how: How;
  readonly detail: string;
}

/** So many programs whose C a mutant changes are compiled one by one; then all the others at once. */
const ONE_BY_ONE = 3;

export class Trial {
  private readonly folder: string;
  private readonly copies: Copies;
  private readonly programs: readonly Source[];
  /** Hears which program a mutant is given, and "" when that is done with it. */
  private readonly told: (looksAt: string) => void;
  /** What ts2c makes of each program with nothing broken, and the rules on its way; looked at when it is asked for. */
  private readonly known = new Map<Source, Known>();
  private unbroken: Build | undefined;

  constructor(folder: string, copies: Copies, programs: readonly Source[], told: (looksAt: string) => void) {
    this.told = told;
    this.folder = folder;
    this.copies = copies;
    this.programs = programs;
    for (const root of new Set(programs.map((each) => each.root))) {
      parseAll(root, filesOf(programs.filter((each) => each.root === root)));
    }
  }

  /** Makes ts2c with nothing broken; `compiled` says whether every program is run as it is, and gives what should not be. */
  async start(compiled: boolean): Promise<Harm | undefined> {
    this.unbroken = await this.copies.load(undefined);
    const accepted = compiled ? this.programs.filter((each) => this.before(each).kind === "accepted") : [];
    return this.judgeTogether(this.unbroken, accepted);
  }

  private before(program: Source): Outcome {
    return this.look(program).outcome;
  }

  private look(program: Source): Known {
    let known = this.known.get(program);
    if (known === undefined) {
      reached.clear();
      const outcome = outcomeOf(this.unbroken!, program);
      known = { outcome, reached: new Set(reached) };
      this.known.set(program, known);
    }
    return known;
  }

  /** Who sees the mutant; nobody where it survives. The program that saw it the last time is asked first. */
  async try(mutant: Mutant, last: string | undefined): Promise<Caught | undefined> {
    const build = await this.copies.load(mutant);
    const remembered = this.programs.filter((each) => each.name === last);
    return (await this.tryOn(build, remembered)) ?? this.tryOn(build, this.programsFor(mutant));
  }

  private async tryOn(build: Build, programs: readonly Source[]): Promise<Caught | undefined> {
    const changed: Source[] = [];
    let weak: Caught | undefined;
    for (const program of programs) {
      const before = this.before(program);
      // Once it is seen somewhere, only what is newly accepted can show it better.
      if (weak !== undefined && before.kind === "accepted") {
        continue;
      }
      this.told(program.name);
      const after = outcomeOf(build, program);
      this.told("");
      const [was, is] = [textOf(before), textOf(after)];
      if (was === is) {
        continue;
      }
      if (after.kind === "broken") {
        return { program: program.name, how: "ts2c stops", detail: after.why };
      }
      if (after.kind === "refused") {
        const how = before.kind === "accepted" ? "refuses" : "other diagnostics";
        weak ??= { program: program.name, how, detail: `${was.slice(0, 200)} → ${is.slice(0, 200)}` };
      } else if (before.kind === "refused" || changed.length < ONE_BY_ONE) {
        const harm = await this.judgeTogether(build, [program], before.kind === "accepted");
        if (harm !== undefined) {
          return harm;
        }
        if (before.kind === "refused") {
          weak = { program: program.name, how: "accepts", detail: "and it does the same" };
        } else {
          changed.push(program);
        }
      } else {
        changed.push(program);
      }
    }
    return (await this.judgeTogether(build, changed.slice(ONE_BY_ONE))) ?? weak;
  }

  /** The programs that come through what is broken: the mutant's own one, which is no other's, and then the short ones. */
  private programsFor({ name, file, rule }: Mutant): Source[] {
    const size = (program: Source): number => (program.mutant === name ? 0 : textOf(this.before(program)).length + 1);
    const comesThrough = (program: Source): boolean => this.look(program).reached.has(`${file} ${rule}`);
    const isTable = !this.programs.some(comesThrough);
    return this.programs
      .filter((each) => each.mutant === undefined || each.mutant === name)
      .filter((each) => isTable || comesThrough(each))
      .sort((a, b) => size(a) - size(b));
  }

  /** What a compiler warns of is no harm where the program should have been refused. */
  private async judgeTogether(build: Build, programs: readonly Source[], strict = true): Promise<Harm | undefined> {
    for (const root of new Set(programs.map((each) => each.root))) {
      const group = programs.filter((each) => each.root === root);
      const { files } = build(filesOf(group), { root, lines: false });
      const harm = await judge(this.folder, files, group, strict);
      if (harm !== undefined) {
        return harm;
      }
    }
    return undefined;
  }
}

function filesOf(programs: readonly Source[]): string[] {
  return programs.map((each) => each.file);
}

function textOf(outcome: Outcome): string {
  return outcome.kind === "accepted" ? outcome.c : outcome.kind === "refused" ? outcome.codes : outcome.why;
}

function outcomeOf(build: Build, { file, root }: Source): Outcome {
  try {
    const built = build([file], { root, lines: false });
    if (built.errorCount > 0) {
      const codes = [...built.errors.matchAll(/^\S+\.ts:(\d+:\d+) - error (TS2C\d{4}): /gm)];
      return { kind: "refused", codes: codes.map(([, place, code]) => `${place} ${code}`).join(", ") };
    }
    return { kind: "accepted", c: [...built.files].map(([path, text]) => `${path}\n${text}`).join("\n") };
  } catch (error) {
    return { kind: "broken", why: error instanceof Error ? error.message : String(error) };
  }
}
