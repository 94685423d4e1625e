/**
 * Random programs, Node against C:
 *
 *     npm run fuzz:language -- --programs 1000 --seed 1
 *     npm run fuzz:language -- --edge --programs 1000 --seed 1
 */
import { parseArgs } from "node:util";
import { Coverage, type Reached } from "./coverage.ts";
import { UNREACHED } from "./unreached.ts";

const USAGE = `npm run fuzz:language -- [--programs N] [--seed S] [--edge | --brief] [--coverage] [--whole]

  --programs N   how many programs (default 500)
  --seed S       the first one's seed (default 1); each further one has the next
  --edge         programs near the edge: ts2c may refuse them
  --brief        programs of a quarter of the length, of which many run in the same time
  --coverage     prints which branches of ts2c's lower and print were not reached; fails for one that
                 unreached.ts does not list with its reason (500 programs reach the others)
  --whole        prints a program that fails as it is, without making it smaller
`;

const { values } = parseArgs({
  options: {
    programs: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
    edge: { type: "boolean", default: false },
    brief: { type: "boolean", default: false },
    coverage: { type: "boolean", default: false },
    whole: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const [programs, seed] = [Number(values.programs), Number(values.seed)];

if (values.help || !Number.isSafeInteger(programs) || !Number.isSafeInteger(seed)) {
  process.stdout.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  await fuzz();
}

/** Prints what was not reached, and why; returns how much of it is on no list. */
function tellCoverage({ text, missed }: Reached): number {
  console.log(text);
  const unlisted = missed.filter((branch) => !(branch in UNREACHED));
  const listed = missed.filter((branch) => branch in UNREACHED);
  console.log(`\nnot reached, and listed with the reason: ${String(listed.length)}`);
  for (const branch of listed) {
    console.log(`    ${branch}\n        ${UNREACHED[branch]}`);
  }
  console.log(`not reached, and on no list: ${String(unlisted.length)}`);
  for (const branch of unlisted) {
    console.log(`    ${branch}`);
  }
  return unlisted.length;
}

async function fuzz(): Promise<void> {
  const coverage = new Coverage();
  if (values.coverage) {
    await coverage.start();
  }
  // Only now, so that the coverage is that of all of it.
  const { runCampaign, summary, told } = await import("./campaign.ts");
  const { shrink } = await import("./shrink.ts");
  const kind = values.edge ? "edge" : values.brief ? "brief" : "random";
  let failures = 0;
  const outcome = await runCampaign(kind, seed, programs, undefined, (soFar) => {
    console.log(summary(soFar));
    soFar.failed.slice(failures).forEach((failed) => {
      console.log(told(failed));
    });
    failures = soFar.failed.length;
  });
  for (const failed of outcome.failed) {
    console.log(`\n${told(failed)}`);
    const { program, verdict, compilation } = failed;
    console.log(values.whole ? program : await shrink(program, verdict, compilation));
  }
  const unlisted = values.coverage ? tellCoverage(await coverage.report()) : 0;
  process.exitCode = outcome.failed.length > 0 || unlisted > 0 ? 1 : 0;
}
