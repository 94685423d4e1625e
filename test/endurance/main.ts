/**
 * Years of a device in simulated time, or an hour of real time at full speed:
 *
 *     npm run endurance -- --years 10
 *     npm run endurance -- --hour
 */
import { parseArgs } from "node:util";
import { needs } from "../../tools/test/needs.ts";
import { typescript, type Drivers } from "../faults/engine.ts";
import { Endurance } from "./endure.ts";
import { beginYears } from "./years.ts";

const USAGE = `npm run endurance -- [--years N] [--every S] [--engine c|ts] [--hour | --minutes N]

  --years N       how many years, from March 2029 on (default 10)
  --every S       the seconds between two telegrams (default 10)
  --engine c|ts   the generated C (default), or the TypeScript, which takes five times as long
  --hour          plays the C as fast as it can for one hour of real time, a telegram each second; the process's memory
                  has to stay as it is
  --minutes N     the same for so many minutes
`;

/** March 2029: ten years have three leap days, twenty changes of the clock, and 2038. */
const FROM = Date.UTC(2029, 2, 1) / 1000;
/** The milliseconds go round an hour after the start. */
const OFFSET = 2 ** 32 - 3_600_000;
const YEAR = 365.25;
const MIB = 1024 * 1024;
/** What the process itself, which does nothing but ask for the next day, may take more. */
const MOST_MIB = 4;

const { values } = parseArgs({
  options: {
    years: { type: "string", default: "10" },
    every: { type: "string", default: "10" },
    engine: { type: "string", default: "c" },
    hour: { type: "boolean", default: false },
    minutes: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
const [years, every] = [Number(values.years), Number(values.every)];
const minutes = values.hour ? 60 : Number(values.minutes ?? 0);
const isRight =
  years > 0 && [1, 2, 4, 5, 10, 20, 30, 60].includes(every) && minutes >= 0 && ["c", "ts"].includes(values.engine);
const missing = values.engine === "c" ? needs("cc") : false;

if (values.help || !isRight) {
  process.stdout.write(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else if (missing !== false) {
  console.error(`${missing}.`);
  process.exitCode = 1;
} else if (minutes > 0) {
  await playMinutes();
} else {
  await playYears();
}

function residentMiB(): number {
  return process.memoryUsage.rss() / MIB;
}

function dateOf(day: number): string {
  return new Date((FROM + day * 86_400) * 1000).toISOString().slice(0, 10);
}

async function playYears(): Promise<void> {
  const started = performance.now();
  const days = Math.round(years * YEAR);
  const device = values.engine === "c" ? await beginYears(FROM, OFFSET, every) : await inNode();
  for (let day = 0; day < days; day++) {
    const fault = await device.day();
    if (fault !== null) {
      console.log(`${dateOf(day)}: ${fault}`);
      process.exitCode = 1;
      return;
    }
    if ((day + 1) % 365 === 0 || day + 1 === days) {
      const { telegrams, messages, quarters, heldBack } = device.counts();
      console.log(
        `${dateOf(day + 1)}: ${telegrams} telegrams, ${messages} messages, ${quarters} quarter hours acknowledged, ` +
          `${heldBack} totals held back, ${residentMiB().toFixed(1)} MiB`,
      );
    }
  }
  console.log(`${years} years in ${Math.round((performance.now() - started) / 1000)} s, all of it right`);
}

/** The TypeScript, judged by what judges the faults too. */
async function inNode(): Promise<{ day(): Promise<string | null>; counts: Endurance["counts"] }> {
  const drivers: Drivers = {};
  const endurance = new Endurance(await typescript(drivers, null), drivers, {
    seed: 1,
    offset: OFFSET,
    utc: FROM,
    every,
  });
  await endurance.begin();
  let day = 0;
  return {
    day: async () => {
      await endurance.day(day++);
      return null;
    },
    counts: () => endurance.counts(),
  };
}

async function playMinutes(): Promise<void> {
  const device = await beginYears(FROM, OFFSET, 1);
  const started = performance.now();
  let first = 0;
  let most = 0;
  for (let minute = 1, day = 0; minute <= minutes; day++) {
    const fault = device.day();
    if (fault !== null) {
      console.log(`${dateOf(day)}: ${fault}`);
      process.exitCode = 1;
      return;
    }
    if (performance.now() - started >= minute * 60_000) {
      const resident = residentMiB();
      first = minute === 1 ? resident : first;
      most = Math.max(most, resident);
      console.log(`minute ${minute}: ${device.counts().telegrams} telegrams, ${resident.toFixed(1)} MiB`);
      minute++;
    }
  }
  const isFlat = most - first <= MOST_MIB;
  console.log(
    `${minutes} minutes: ${first.toFixed(1)} MiB after the first, ${most.toFixed(1)} MiB at most${isFlat ? "" : ": it grows"}`,
  );
  process.exitCode = isFlat ? 0 : 1;
}
