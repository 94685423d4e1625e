/** All mutants, and what is wrong with the list of them. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { allRules, type Mutant, mutantsIn, mutate, readSource, STAGES } from "./mutant.ts";
import { PLAIN } from "./plain.ts";

const MUTANTS = join(import.meta.dirname, "mutants");

export function listOfMutants(): readonly Mutant[] {
  return STAGES.flatMap((stage) =>
    readdirSync(join(MUTANTS, stage))
      .sort()
      .flatMap((name) =>
        mutantsIn(`${stage}/${name.replace(/txt$/, "ts")}`, readFileSync(join(MUTANTS, stage, name), "utf8")),
      ),
  );
}

/** A hint that saves time: a line for each mutant, with the program that caught it the last time. */
const CAUGHT_BY = join(import.meta.dirname, "caught-by.txt");

export function readCaughtBy(): Map<string, string> {
  const lines = existsSync(CAUGHT_BY) ? readFileSync(CAUGHT_BY, "utf8").trimEnd().split("\n") : [];
  return new Map(lines.map((line) => line.split(" ") as [string, string]));
}

export function writeCaughtBy(programs: ReadonlyMap<string, string>): void {
  const lines = listOfMutants().flatMap(({ name }) => (programs.has(name) ? [`${name} ${programs.get(name)!}`] : []));
  writeFileSync(CAUGHT_BY, `${lines.join("\n")}\n`);
}

/** Whether its text is where it says. */
export function isUpToDate(mutant: Mutant): boolean {
  try {
    mutate(mutant, readSource(mutant.file));
    return true;
  } catch {
    return false;
  }
}

/** Mutants whose text has changed, rules without a mutant, and functions that are no more. */
export function problemsOf(): string[] {
  const mutants = listOfMutants();
  const problems: string[] = [];
  for (const mutant of mutants) {
    try {
      mutate(mutant, readSource(mutant.file));
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  const rules = allRules().map(({ file, name }) => `${file} ${name}`);
  const broken = new Set(mutants.map(({ file, rule }) => `${file} ${rule}`));
  const plain = new Set(Object.values(PLAIN).flat());
  for (const rule of rules) {
    if (broken.has(rule) === plain.has(rule)) {
      problems.push(broken.has(rule) ? `${rule} has a mutant and is said to need none` : `no mutant breaks ${rule}`);
    }
  }
  problems.push(...[...plain].filter((each) => !rules.includes(each)).map((each) => `${each} is no more`));
  return problems;
}
