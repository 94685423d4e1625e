/**
 * Random programs, Node against C:
 *
 *     npm run fuzz:language -- --programs 1000 --seed 1
 *     npm run fuzz:language -- --edge --programs 1000 --seed 1
 */
import { parseArgs } from "node:util";
import { Coverage } from "./coverage.ts";

const USAGE = `npm run fuzz:language -- [--programs N] [--seed S] [--edge] [--coverage] [--whole]

  --programs N   how many programs (default 500)
  --seed S       the first one's seed (default 1); each further one has the next
  --edge         programs near the edge: ts2c may refuse them
  --coverage     prints which branches of ts2c's lower and print were not reached
  --whole        prints a program that fails as it is, without making it smaller
`;

const { values } = parseArgs({
  options: {
    programs: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
    edge: { type: "boolean", default: false },
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

async function fuzz(): Promise<void> {
  const coverage = new Coverage();
  if (values.coverage) {
    await coverage.start();
  }
  // Only now, so that the coverage is that of all of it.
  const { runCampaign, summary, told } = await import("./campaign.ts");
  const { shrink } = await import("./shrink.ts");
  const outcome = await runCampaign(values.edge ? "edge" : "random", seed, programs, undefined, (soFar) => {
    console.log(summary(soFar));
  });
  for (const failed of outcome.failed) {
    console.log(`\n${told(failed)}`);
    const { program, verdict, compilation } = failed;
    console.log(values.whole ? program : await shrink(program, verdict, compilation));
  }
  if (values.coverage) {
    console.log(await coverage.report());
  }
  process.exitCode = outcome.failed.length > 0 ? 1 : 0;
}
