/** All mutants, and what is wrong with the list of them. */
import { readdirSync, readFileSync } from "node:fs";
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
