/**
 * `npm run test:home-assistant`: Home Assistant itself, with mosquitto between it and the device. For meters of six
 * countries it finds every entity, shows it with a state, loses it when the device is killed and gets it back.
 */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { needs } from "../../tools/test/needs.ts";
import { DeskProcess } from "../desk/support/desk-process.ts";
import { freePort } from "../desk/support/free-port.ts";
import { Mosquitto } from "../desk/support/mosquitto.ts";
import { Subscriber } from "../desk/support/subscriber.ts";
import { homeAssistantEnvironment, VERSION } from "./environment.ts";
import { HomeAssistant, type State } from "./home-assistant.ts";

/** The simulator's meters, by the names of the countries. */
const METERS = [
  ["NL 2.2", "nl22"],
  ["NL 5", "nl5"],
  ["BE, gas and water", "be"],
  ["LU", "lu"],
  ["SE", "se"],
  ["HU", "hu"],
] as const;

/** What is told of an entity, as far as it is compared. */
interface Told {
  readonly name: string;
  readonly device_class?: string;
  readonly unit_of_measurement?: string;
  readonly state_class?: string;
  readonly enabled_by_default?: boolean;
  readonly command_topic?: string;
}

/** Nothing here takes longer, on the slowest machine. */
const LIMIT_SECONDS = 180;

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    assert.ok(tries < LIMIT_SECONDS * 2, `Waited ${LIMIT_SECONDS} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** One meter before Home Assistant. */
class Trial {
  private readonly hass: HomeAssistant;
  private readonly subscriber: Subscriber;
  private readonly options: readonly string[];
  private readonly deviceName: string;
  private readonly node: string;

  constructor(
    hass: HomeAssistant,
    subscriber: Subscriber,
    broker: number,
    state: string,
    profile: string,
    index: number,
  ) {
    this.hass = hass;
    this.subscriber = subscriber;
    this.deviceName = `Meter ${profile}`;
    // A number for each, as if it were a device of its own.
    const chip = (index + 1).toString(16).padStart(6, "0");
    this.node = `p1_meter_simulated_${chip}`;
    const folder = join(state, profile);
    mkdirSync(folder);
    writeFileSync(join(folder, "chip-id"), chip);
    const settings = { root_topic: profile, device_name: this.deviceName, simulator_period: 1 };
    const set = Object.entries(settings).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
    this.options = ["--broker", `mqtt://127.0.0.1:${broker}`, "--profile", profile, "--state", folder, ...set];
  }

  start(): DeskProcess {
    return new DeskProcess(this.options);
  }

  /** What the broker keeps for Home Assistant: the newest message of each topic; an empty one takes back. */
  private told(): Told[] {
    const all = this.subscriber.messages.filter(({ topic }) => topic.includes(`/${this.node}/`));
    const newest = new Map(all.map(({ topic, payload }) => [topic, payload]));
    return [...newest.values()].filter((payload) => payload !== "").map((payload) => JSON.parse(payload) as Told);
  }

  /** What Home Assistant shows for it, by the name that it was told. */
  private async shown(): Promise<Map<string, State>> {
    const states = await this.hass.states();
    const named = states.map((state) => [String(state.attributes.friendly_name), state] as const);
    const own = named.filter(([name]) => name.startsWith(`${this.deviceName} `));
    return new Map(own.map(([name, state]) => [name.slice(this.deviceName.length + 1), state]));
  }

  /** The entities that Home Assistant is told to show at once. */
  enabled(): Told[] {
    return this.told().filter(({ enabled_by_default }) => enabled_by_default !== false);
  }

  count(): number {
    return this.told().length;
  }

  /** Waits until each of them has a state, and compares what is shown of them with what was told. */
  async waitForStates(): Promise<void> {
    await until(`all states of ${this.deviceName}`, async () => {
      const shown = await this.shown();
      const wanted = this.enabled().filter(({ command_topic }) => command_topic === undefined);
      return (
        wanted.length > 20 &&
        wanted.every(({ name }) => !["unknown", "unavailable", undefined].includes(shown.get(name)?.state))
      );
    }).catch(async (error: unknown) => {
      const shown = await this.shown();
      const missing = this.enabled().map(({ name }) => `${name}: ${shown.get(name)?.state}`);
      throw new Error(`${String(error)}\n${missing.join("\n")}`);
    });
    const shown = await this.shown();
    for (const told of this.enabled()) {
      const attributes = shown.get(told.name)?.attributes;
      for (const key of ["device_class", "unit_of_measurement", "state_class"] as const) {
        assert.equal(attributes?.[key], told[key], `${this.deviceName} ${told.name}: ${key}`);
      }
    }
  }

  /** Waits until none of them is available. */
  async waitForUnavailable(): Promise<void> {
    await until(`${this.deviceName} to be unavailable`, async () => {
      const shown = await this.shown();
      return this.enabled().every(({ name }) => shown.get(name)?.state === "unavailable");
    });
  }
}

/** The lines of Home Assistant's log that are more than information, but for its wish for a newer Python. */
function warnings(log: string): string[] {
  const lines = log.split("\n").filter((line) => / (WARNING|ERROR|CRITICAL) /.test(line));
  return lines.filter((line) => !line.includes("Support for the running Python version"));
}

/** The entities of the integration `dsmr_reader` that are enabled at first and that a meter can fill. */
const DSMR_READER = [
  "reading_electricity_delivered_1",
  "reading_electricity_delivered_2",
  "reading_electricity_returned_1",
  "reading_electricity_returned_2",
  "reading_electricity_currently_delivered",
  "reading_electricity_currently_returned",
  "consumption_gas_delivered",
  "meter_stats_electricity_tariff",
];

/** The device under the topics of dsmr-reader, before the integration that reads those. */
async function readsDsmrReader(hass: HomeAssistant, broker: number): Promise<void> {
  const settings = { dsmr_reader: "on", simulator_topic: "", discovery: "off", simulator_period: 1 };
  const set = Object.entries(settings).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
  await using desk = new DeskProcess(["--broker", `mqtt://127.0.0.1:${broker}`, ...set]);
  const shown = async (): Promise<string[]> => {
    const states = new Map((await hass.states()).map(({ entity_id, state }) => [entity_id, state]));
    return DSMR_READER.map((name) => states.get(`sensor.dsmr_${name}`) ?? "unknown");
  };
  await until("all states of dsmr_reader", async () => !(await shown()).includes("unknown"));
  const states = await shown();
  assert.ok(states.slice(0, -1).every((state) => Number(state) >= 0));
  assert.match(states.at(-1) ?? "", /^(low|high)$/);
  assert.equal(await desk.stop(), 0);
  console.log(`dsmr_reader: ${states.length} entities with state: ${states.join(", ")}`);
}

async function run(environment: string): Promise<void> {
  await using mosquitto = await Mosquitto.prepare();
  await mosquitto.start();
  await using subscriber = await Subscriber.at(mosquitto.port);
  await using hass = new HomeAssistant(environment, await freePort(), mosquitto.port);
  const state = mkdtempSync(join(tmpdir(), "p1-home-assistant-state-"));
  try {
    await hass.start();
    for (const [index, [country, profile]] of METERS.entries()) {
      const before = warnings(hass.log()).length;
      const trial = new Trial(hass, subscriber, mosquitto.port, state, profile, index);
      await using first = trial.start();
      await trial.waitForStates();
      await first[Symbol.asyncDispose]();
      await trial.waitForUnavailable();
      await using second = trial.start();
      await trial.waitForStates();
      if (index === METERS.length - 1) {
        await hass.stop();
        await hass.start();
        await trial.waitForStates();
      }
      assert.equal(await second.stop(), 0);
      await trial.waitForUnavailable();
      const enabled = trial.enabled().length;
      const found = warnings(hass.log()).slice(before);
      console.log(
        `${country}: ${trial.count()} entities discovered, ${enabled} enabled, ${enabled} with state; ` +
          `unavailable when killed and back: ${enabled}; warnings in Home Assistant's log: ${found.length}`,
      );
      assert.deepEqual(found, []);
    }
    await readsDsmrReader(hass, mosquitto.port);
    console.log(`Home Assistant ${VERSION} was restarted: every state came back.`);
    assert.deepEqual(warnings(hass.log()), []);
  } finally {
    rmSync(state, { recursive: true });
  }
}

const missing = needs("mosquitto", "cc");
if (missing !== false) {
  console.log(`skipped: ${missing}`);
} else {
  const environment = homeAssistantEnvironment((line) => console.log(line));
  if (environment !== null) {
    await run(environment);
    process.exit(0);
  }
}
