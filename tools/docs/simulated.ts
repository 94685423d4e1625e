import { SETTINGS } from "../../ts/settings/list.ts";
import { profileAt, Simulator } from "../../ts/simulator/simulator.ts";
import { startDecoder } from "../decode/decoder.ts";

/** 2026-01-22 13:16:18 UTC. Any moment will do, if it is always the same. */
const MOMENT = 1769087778;
const PERIOD_SECONDS = 10;

/** What `npm run decode` prints for a good telegram, as far as the pages need it. */
export interface Decoded {
  readonly readings: readonly {
    readonly obis: string;
    readonly topic: string;
    readonly value?: string;
    readonly unit?: string;
  }[];
}

/** The names of the simulator's meters. */
export const PROFILES: readonly string[] =
  SETTINGS.find(({ name }) => name === "simulator_profile")?.choices.split("|") ?? [];

const decoder = await startDecoder("ts", () => undefined);

/** The telegram of one of the simulator's meters: always the same one. */
export function simulatedTelegram(profile: string): Uint8Array {
  const simulator = new Simulator();
  simulator.seed(1);
  return Uint8Array.from(simulator.next(profileAt(PROFILES.indexOf(profile)), PERIOD_SECONDS, MOMENT));
}

/** What `npm run decode` prints for these bytes in a file of this name. */
export function decode(file: string, bytes: Uint8Array): string {
  decoder.start(file);
  return Buffer.concat([decoder.take(bytes), decoder.end().output]).toString("utf8");
}

/** The topics below the root, with their units, of each of the simulator's meters. */
export function simulatedTopics(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    PROFILES.map((profile) => {
      const { readings } = JSON.parse(decode(profile, simulatedTelegram(profile))) as Decoded;
      return [profile, readings.map(({ topic }) => topic)];
    }),
  );
}
