/**
 * Plays what may go wrong in a house with a device, in simulated time:
 *
 *     npm run faults -- --schedules 10000 --seed 1
 */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { needs } from "../../tools/test/needs.ts";
import { add, describe, nothingPlayed, type Order, type Outcome } from "./campaign.ts";
import { KINDS } from "./events.ts";
import { SABOTAGES } from "./sabotage.ts";

const USAGE = `npm run faults -- [--schedules N] [--seed S] [--engine ts|c] [--sabotage NAME]

  --schedules N     how many schedules (default 10000)
  --seed S          the first one's seed (default 1); each further one has the next
  --engine ts|c     the TypeScript (default), or the generated C, which takes three times as long
  --sabotage NAME   plants a bug first, to see that it is found: ${SABOTAGES.map(({ name }) => name).join(", ")}
`;

const { values } = parseArgs({
  options: {
    schedules: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    engine: { type: "string", default: "ts" },
    sabotage: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const [schedules, seed] = [Number(values.schedules), Number(values.seed)];
const sabotage = SABOTAGES.find(({ name }) => name === values.sabotage) ?? null;
const isKnown = values.sabotage === undefined || (sabotage !== null && values.engine === "ts");
const missing = values.engine === "c" ? needs("cc") : false;

if (
  values.help ||
  !isKnown ||
  !["ts", "c"].includes(values.engine) ||
  !(schedules > 0) ||
  !Number.isSafeInteger(seed + schedules)
) {
  process.stdout.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else if (missing !== false) {
  console.error(`${missing}.`);
  process.exitCode = 1;
} else {
  await run();
}

/** A share of it in a process of its own. */
function share(order: Order): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = fork(join(import.meta.dirname, "worker.ts"), [], { execArgv: ["--import", "tsx"] });
    child.on("message", ({ outcome, failed }: { outcome?: Outcome; failed?: string }) => {
      child.disconnect();
      if (outcome === undefined) {
        fail(new Error(failed));
      } else {
        done(outcome);
      }
    });
    child.on("exit", () => fail(new Error("A process with a part of the schedules ended too early.")));
    child.send(order);
  });
}

async function run(): Promise<void> {
  // With a bug in it one process looks for the first schedule that finds it.
  const every = sabotage === null ? Math.min(availableParallelism(), schedules) : 1;
  const total = nothingPlayed();
  const shares = Array.from({ length: every }, (_, first) =>
    share({
      schedules: Math.ceil((schedules - first) / every),
      seed: seed + first,
      every,
      engine: values.engine === "c" ? "c" : "ts",
      sabotage,
    }),
  );
  for (const outcome of await Promise.all(shares)) {
    add(total, outcome);
  }
  const events = KINDS.reduce((sum, kind) => sum + total.events[kind], 0);
  console.log(
    `${total.schedules} schedules, ${events} events, ${total.telegrams} telegrams, ${total.messages} messages, ` +
      `${Math.round(total.seconds / 86_400)} days of simulated time`,
  );
  console.log(KINDS.map((kind) => `${kind} ${total.events[kind]}`).join(", "));
  if (total.failure !== null) {
    console.log(describe(total.failure));
  }
  const isRight = (total.failure === null) === (sabotage === null);
  if (sabotage !== null) {
    console.log(`${sabotage.name}: ${isRight ? `found after ${total.schedules} schedules` : "not found"}`);
  }
  process.exitCode = isRight ? 0 : 1;
}
