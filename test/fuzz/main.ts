/**
 * Attacks the generated C with bytes that no meter, browser or broker sends:
 *
 *     npm run fuzz -- --target http --minutes 10
 */
import { parseArgs } from "node:util";
import { needs } from "../../tools/test/needs.ts";
import { Fuzzer } from "./fuzzer.ts";
import { TARGETS } from "./seeds.ts";

/** What the kept scripts have to reach; docs/reliability.md says what the rest is. */
const LEAST_PERCENT = 95;

const USAGE = `npm run fuzz -- [--target NAME] [--minutes N] [--seed S] [--coverage]

  --target NAME   what is attacked: ${TARGETS.join(", ")} (default: one after the other)
  --minutes N     for how long, each (default 1)
  --seed S        where chance begins (default 1)
  --coverage      prints the lines of the generated C that nothing reaches that is kept, and attacks nothing; fails where
                  that are more than ${100 - LEAST_PERCENT} %

What reached something new is kept below build/fuzz, and is where the next run begins. A script that breaks the program is
kept there too, and named.
`;

const { values } = parseArgs({
  options: {
    target: { type: "string" },
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    coverage: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const targets = TARGETS.filter((target) => values.target === undefined || values.target === target);
const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
const missing = values.coverage ? needs("clang", "cmake", "make", "llvm-cov") : needs("clang", "cmake", "make");

if (values.help || targets.length === 0 || !(minutes > 0) || !Number.isSafeInteger(seed)) {
  process.stdout.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else if (missing !== false) {
  console.error(`${missing}.`);
  process.exitCode = 1;
} else if (values.coverage) {
  const { percent, missed } = (await Fuzzer.create()).coverage();
  console.log(`${missed.join("\n")}\n${percent.toFixed(1)} % of the lines are reached`);
  process.exitCode = percent > LEAST_PERCENT ? 0 : 1;
} else {
  const fuzzer = await Fuzzer.create();
  for (const target of targets) {
    const { executions, kept, crash } = fuzzer.run(target, { minutes }, seed);
    const difference = crash === null ? fuzzer.difference(kept) : null;
    console.log(`${target}: ${executions} scripts, ${kept.length} kept, ${crash === null ? "none" : "one"} broke it`);
    if (crash !== null || difference !== null) {
      console.log(crash === null ? difference : `${crash.script}:\n${crash.output}`);
      process.exitCode = 1;
    }
  }
}
