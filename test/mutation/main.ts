/**
 * Breaks ts2c on purpose, rule by rule, and looks whether anyone would see it:
 *
 *     npm run mutate
 *     npm run mutate -- --only infer/interval
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { RANDOM_PROGRAMS } from "./corpus.ts";
import { isUpToDate, listOfMutants, problemsOf, readCaughtBy, writeCaughtBy } from "./list.ts";
import { allRules } from "./mutant.ts";
import { tryAll, type Tried } from "./run.ts";

const USAGE = `npm run mutate -- [--only NAME] [--verbose]

  --only NAME   only mutants whose name has this in it, as \`infer/interval\`
  --verbose     says of each mutant which program caught it
`;

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [""] },
    verbose: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  process.stdout.write(USAGE);
} else {
  process.exitCode = (await mutate(values.only)) ? 0 : 1;
}

async function mutate(only: readonly string[]): Promise<boolean> {
  const problems = problemsOf();
  problems.forEach((each) => console.log(each));
  const mutants = listOfMutants().filter((each) => only.some((part) => each.name.includes(part)) && isUpToDate(each));
  if (mutants.length === 0) {
    console.log(`No mutant's name has ${JSON.stringify(only)} in it.`);
    return false;
  }
  const tried: Tried[] = [];
  const last = readCaughtBy();
  const told = (each: Tried): void => {
    tried.push(each);
    last.delete(each.mutant.name);
    if (each.caught !== undefined && each.caught.program !== "") {
      last.set(each.mutant.name, each.caught.program);
    }
    writeCaughtBy(last);
    tell(each);
  };
  const programs = await tryAll(mutants, {
    compiled: only.includes(""),
    random: RANDOM_PROGRAMS,
    processes: availableParallelism(),
    last: readCaughtBy(),
    told,
  });
  const survivors = tried.filter((each) => each.caught === undefined).length;
  const how = new Map<string, number>();
  for (const { caught } of tried.filter((each) => each.caught !== undefined)) {
    how.set(caught!.how, (how.get(caught!.how) ?? 0) + 1);
  }
  console.log(`tried on ${String(programs)} programs`);
  console.log([...how].map(([name, count]) => `${name}: ${String(count)}`).join(", "));
  console.log(`${String(allRules().length)} rules, ${String(tried.length)} mutants, ${String(survivors)} survivors`);
  return survivors === 0 && problems.length === 0;
}

function tell({ mutant, caught }: Tried): void {
  if (caught === undefined) {
    console.log(`SURVIVES ${mutant.name}: ${mutant.breaks}`);
  } else if (values.verbose) {
    console.log(`${mutant.name}: ${caught.how}, ${caught.program}: ${caught.detail}`);
  }
}
