/** Plays many schedules, and counts what happened in them. */

import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { native, typescript, type Drivers } from "./engine.ts";
import { KINDS, type Kind } from "./events.ts";
import { drawn, failureOf, play, shrink, type Schedule } from "./play.ts";
import type { Sabotage } from "./sabotage.ts";

/** Which schedules: so many, each further one with the next seed after `every`. */
export interface Order {
  readonly schedules: number;
  readonly seed: number;
  readonly every: number;
  readonly engine: EngineName;
  readonly sabotage: Sabotage | null;
}

/** A schedule that fails. */
export interface Failure {
  readonly seed: number;
  readonly what: string;
  /** The smallest one that was found, and how it fails. */
  readonly smallest: Schedule;
  readonly smallestWhat: string;
}

/** What was played. */
export interface Outcome {
  schedules: number;
  telegrams: number;
  messages: number;
  seconds: number;
  readonly events: Record<Kind, number>;
  failure: Failure | null;
}

export function nothingPlayed(): Outcome {
  const events = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
  return { schedules: 0, telegrams: 0, messages: 0, seconds: 0, events, failure: null };
}

/** Plays until one fails; that one is made smaller. */
export async function campaign({ schedules, seed, every, engine: name, sabotage }: Order): Promise<Outcome> {
  const drivers: Drivers = {};
  const engine = name === "c" ? native(drivers) : await typescript(drivers, sabotage);
  const outcome = nothingPlayed();
  for (let i = 0; i < schedules && outcome.failure === null; i++) {
    const own = seed + i * every;
    const schedule = drawn(own);
    outcome.schedules++;
    schedule.events.forEach(({ kind }) => outcome.events[kind]++);
    const what = await failureOf(async () => {
      const played = await play(engine, drivers, schedule);
      outcome.telegrams += played.telegrams;
      outcome.messages += played.messages;
      outcome.seconds += played.seconds;
    });
    if (what !== null) {
      const smallest = await shrink(engine, drivers, schedule, what);
      const smallestWhat = (await failureOf(() => play(engine, drivers, smallest))) ?? "";
      outcome.failure = { seed: own, what, smallest, smallestWhat };
    }
  }
  return outcome;
}

/** Adds what another process played. */
export function add(to: Outcome, { schedules, telegrams, messages, seconds, events, failure }: Outcome): void {
  to.schedules += schedules;
  to.telegrams += telegrams;
  to.messages += messages;
  to.seconds += seconds;
  KINDS.forEach((kind) => (to.events[kind] += events[kind]));
  to.failure ??= failure;
}

/** A failure for a person: what it was, and by which events. */
export function describe({ seed, what, smallest, smallestWhat }: Failure): string {
  const { tick, period, offset, utc } = smallest.beginning;
  return [
    `seed ${seed}: ${what}`,
    `the smallest schedule found (a tick each ${tick} ms, a telegram each ${period} ms, milliseconds from ${offset}, time ${utc}):`,
    ...smallest.events.map(({ kind, after, detail }) => `    after ${after} ms ${kind} (${detail})`),
    `    and then ${smallestWhat}`,
  ].join("\n");
}
