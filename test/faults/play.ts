/** Plays schedules, looks at what is left of each when all is well again, and makes one that fails smaller. */

import { Random } from "../differential/random.ts";
import { FIRST, type Beginning } from "./beginning.ts";
import type { Drivers, Engine } from "./engine.ts";
import { happen, scheduleOf, type Event } from "./events.ts";
import { Fault, must, type Counts } from "./judge.ts";
import { atRest, sizeOf } from "./rest.ts";
import { World } from "./world.ts";

/** 2026 to 2035 in seconds. */
const YEARS = [1_767_225_600, 2_051_222_400] as const;

/** A schedule with the world in which it is played. */
export interface Schedule {
  readonly beginning: Beginning;
  readonly events: readonly Event[];
}

/** What was played. */
export interface Played {
  readonly telegrams: number;
  readonly messages: number;
  readonly seconds: number;
}

/** The schedule of a seed. */
export function drawn(seed: number): Schedule {
  const random = new Random(seed);
  const events = scheduleOf(random);
  const beginning = {
    seed,
    tick: random.pick([200, 500, 500, 500]),
    period: random.pick([1000, 5000, 10_000, 10_000, 10_000]),
    // A clock of milliseconds goes round after 49.7 days: in one of four schedules it does.
    offset: random.chance(25) ? 2 ** 32 - random.below(1_000_000) : random.below(2 ** 32),
    utc: random.between(...YEARS),
  };
  return { beginning, events };
}

/** Plays a schedule. Throws a {@link Fault} where the device does what it must not. */
export async function play(engine: Engine, drivers: Drivers, { beginning, events }: Schedule): Promise<Played> {
  const world = new World(engine, drivers, beginning);
  await world.begin({ ...FIRST, history_quarters: world.random.pick(["2", "3", "192"]) });
  const before = sizeOf(engine.state());
  for (const event of events) {
    await world.pass(event.after);
    await happen(world, event);
  }
  await settle(world);
  lookAtCounts(world);
  lookAtBroker(world);
  world.lookAtSettings(new Map([...world.settings, ["broker_port", "1883"]]));
  must(world.chip.flash.running.state === "confirmed", () => "update: what runs is still on trial");
  const state = engine.state();
  if (state !== null) {
    must(sizeOf(state) === before, () => `memory: it had ${before} things and bytes, and has ${sizeOf(state)}`);
    atRest(state, world.settings.get("discovery") === "on");
  }
  return { telegrams: world.port.telegrams, messages: world.messages, seconds: Math.round(world.clock.now / 1000) };
}

/** Everything is well again, and time enough passes to get over what was. */
async function settle(world: World): Promise<void> {
  world.heal();
  await world.pass(100_000);
  // Settings of the broker that never worked are taken back two minutes after they came.
  await world.pass(world.house.connected ? 0 : 60_000);
  // A restart that somebody asked for is over by now, an update too.
  await world.pass(world.chip.flash.running.state === "trial" ? 620_000 : 0, 1000);
  await world.pass(40_000);
  // A quarter hour may just have ended.
  for (let i = 0; i < 10 && world.judge.history.waiting() > 0; i++) {
    await world.pass(2000);
  }
  must(world.house.connected, () => "broker: it is not connected though all is well");
  world.command("resend");
}

/** What the device counted is what happened; what came in is what became of it. */
export function lookAtCounts({ judge, house, settings, device, chip }: World): void {
  const root = settings.get("root_topic") ?? "";
  const figure = (name: string): number => Number(house.newest.get(`${root}/sensor/${name}`) ?? NaN);
  for (const [name, count] of Object.entries(judge.counts) as [keyof Counts, number][]) {
    if (name !== "err_noise" || judge.isNoiseKnown) {
      must(figure(name) === count, () => `counters: ${name} is ${figure(name)}, and ${count} it was`);
    }
  }
  const { counts, history } = judge;
  const refused = counts.err_crc + counts.err_no_crc + counts.err_too_long + counts.err_timeout + counts.err_encrypted;
  must(figure("telegrams_err") === refused, () => `counters: telegrams_err is ${figure("telegrams_err")}`);
  must(figure("history_lost") === history.lost, () => `counters: history_lost is ${figure("history_lost")}`);
  must(history.waiting() === 0, () => `history: ${history.waiting()} quarter hours still wait`);
  must(history.stored === history.acknowledged + history.lost, () => `history: ${history.stored} were stored`);
  must(figure("telegrams_pub") > 0, () => "counters: nothing was published");
  must(
    device.counter("published") === figure("telegrams_pub"),
    () => `counters: telegrams_pub is ${figure("telegrams_pub")}`,
  );
  must(
    house.newest.get(`${root}/sensor/firmware_version`) === chip.flash.running.version,
    () => `update: firmware_version is ${house.newest.get(`${root}/sensor/firmware_version`) ?? "unknown"}`,
  );
}

/** What the broker keeps is how it is now. What Home Assistant was told before a restart, the device does not know any more. */
export function lookAtBroker({ house, settings }: World): void {
  const root = settings.get("root_topic") ?? "";
  for (const who of ["device", "meter"]) {
    const said = house.retained.get(`${root}/availability/${who}`);
    must(said === "online", () => `availability: ${who} is ${said ?? "unknown"}`);
  }
  const told = [...house.retained].filter(([topic]) => topic.endsWith("/config"));
  if (settings.get("discovery") === "off") {
    return;
  }
  must(told.length > 40, () => `discovery: ${told.length} entities are told`);
  for (const [topic, payload] of told) {
    const {
      state_topic: state,
      name,
      device,
    } = JSON.parse(payload) as {
      readonly state_topic?: string;
      readonly name: string;
      readonly device: { readonly name?: string };
    };
    must(name !== "", () => `discovery: ${topic} has no name`);
    must(
      state === undefined || state.startsWith(`${root}/`),
      () => `discovery: ${topic} has its state at ${state ?? ""}`,
    );
    must(
      device.name === undefined || device.name === settings.get("device_name"),
      () => `discovery: ${topic} is of ${device.name ?? ""}`,
    );
  }
}

/** How what is done fails; null where it does not. */
export async function failureOf(done: () => Promise<unknown>): Promise<string | null> {
  try {
    await done();
    return null;
  } catch (error) {
    if (error instanceof Error) {
      return error instanceof Fault ? error.message : `panic: ${error.stack ?? error.message}`;
    }
    throw error;
  }
}

/** The smallest schedule found that still fails for the same reason: what stands before the colon. */
export async function shrink(engine: Engine, drivers: Drivers, schedule: Schedule, failure: string): Promise<Schedule> {
  const kind = failure.split(":")[0];
  let best = schedule;
  for (let size = Math.ceil(best.events.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < best.events.length;) {
      const events = best.events.filter((_, index) => index < from || index >= from + size);
      const smaller = { ...best, events };
      const found = await failureOf(() => play(engine, drivers, smaller));
      if (found?.split(":")[0] === kind) {
        best = smaller;
      } else {
        from += size;
      }
    }
  }
  return best;
}
