/** What Home Assistant is told of the device. */

import assert from "node:assert/strict";
import type { EngineName } from "../../../tools/desk/engine/engine.ts";
import { connectedBench, type Bench, type Message } from "./device.ts";

export interface Config {
  readonly name: string;
  readonly unique_id: string;
  readonly state_topic?: string;
  readonly command_topic?: string;
  readonly json_attributes_topic?: string;
  readonly value_template?: string;
  readonly device_class?: string;
  readonly state_class?: string;
  readonly unit_of_measurement?: string;
  readonly icon?: string;
  readonly entity_category?: string;
  readonly enabled_by_default?: boolean;
  readonly expire_after?: number;
  readonly availability: readonly { readonly topic: string }[];
  readonly availability_mode: string;
  readonly device: { readonly identifiers: readonly string[]; readonly name: string; readonly model?: string };
}

export function configMessages(bench: Bench, from = 0): Message[] {
  return bench.messages.slice(from).filter(({ topic }) => topic.startsWith("homeassistant/"));
}

/** The entities that are there now: the newest message of each topic counts, and an empty one removes. */
export function entities(bench: Bench): Config[] {
  const newest = new Map(configMessages(bench).map(({ topic, payload }) => [topic, payload]));
  return [...newest.values()].filter((payload) => payload !== "").map((payload) => JSON.parse(payload) as Config);
}

export function entity(bench: Bench, name: string): Config {
  const found = entities(bench).find((one) => one.name === name);
  assert.ok(
    found,
    `no entity ${name} among ${entities(bench)
      .map((one) => one.name)
      .join(", ")}`,
  );
  return found;
}

/** A device that hears these bytes of a meter, every ten seconds for half a minute. */
export async function discovered(bytes: string | Uint8Array, engine: EngineName = "ts"): Promise<Bench> {
  const bench = await connectedBench({ discovery: "on" }, engine);
  for (let i = 0; i < 3; i++) {
    bench.hear(bytes);
    await bench.pass(10_000);
  }
  return bench;
}
