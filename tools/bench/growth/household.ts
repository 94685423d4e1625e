/** What one device sends with the settings that it has at first: what a fleet is computed from. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { connectAsync, type MqttClient } from "mqtt";
import { freePort } from "../desk.ts";
import { Broker } from "./broker.ts";
import type { HouseholdFigure, Traffic } from "./figures.ts";
import { bundleMeter, Meter, now } from "./meters.ts";

/** So long what a connection begins with may take. */
const CONNECTION_MS = 15_000;
/** The longest interval that is set at first, once: ten minutes between two publications of the device's own figures. */
const SECONDS = 600;
const RECEIVED = "$SYS/broker/bytes/received";

/** Messages and their bytes. */
class Count implements Traffic {
  messages = 0;
  bytes = 0;

  add(topic: string, payload: Uint8Array): void {
    this.messages++;
    this.bytes += Buffer.byteLength(topic) + payload.length;
  }

  /** In a second, of so many. */
  per(seconds: number): Traffic {
    return { messages: this.messages / seconds, bytes: this.bytes / seconds };
  }

  get traffic(): Traffic {
    return this.per(1);
  }
}

/** What the broker keeps. */
async function retainedAt(port: number): Promise<Traffic> {
  const kept = new Count();
  const client = await connectAsync(`mqtt://127.0.0.1:${String(port)}`);
  client.on("message", (topic, payload, { retain }) => {
    if (retain) {
      kept.add(topic, payload);
    }
  });
  await client.subscribeAsync("#");
  await setTimeout(1000);
  await client.endAsync();
  return kept.traffic;
}

/** Measures one device for ten minutes. */
export async function measureHousehold(say: (line: string) => void, seconds = SECONDS): Promise<HouseholdFigure> {
  say(`household: one device with the settings that it has at first, ${String(seconds)} s`);
  const folder = mkdtempSync(join(tmpdir(), "p1-growth-household-"));
  const broker = new Broker(await freePort());
  let meter: Meter | null = null;
  let subscriber: MqttClient | null = null;
  try {
    await broker.start();
    const [connection, discovery, running] = [new Count(), new Count(), new Count()];
    let isRunning = false;
    let received = 0;
    subscriber = await connectAsync(`mqtt://127.0.0.1:${String(broker.port)}`);
    subscriber.on("message", (topic, payload) => {
      if (topic === RECEIVED) {
        received = Number(payload.toString());
        return;
      }
      if (!isRunning && topic.startsWith("homeassistant/")) {
        discovery.add(topic, payload);
      }
      (isRunning ? running : connection).add(topic, payload);
    });
    await subscriber.subscribeAsync(["#", RECEIVED]);
    const settings = [
      ["broker_host", "127.0.0.1"],
      ["broker_port", String(broker.port)],
      ["simulator", "on"],
      ["simulator_topic", ""],
      ["simulator_period", "1"],
    ] as const;
    meter = await Meter.start(await bundleMeter(), { chip: 1, state: folder, settings }, () => undefined);
    await setTimeout(CONNECTION_MS);
    isRunning = true;
    const [at, before] = [now(), received];
    await setTimeout(seconds * 1000);
    const took = (now() - at) / 1000;
    return {
      seconds: took,
      connection: connection.traffic,
      discovery: discovery.traffic,
      retained: await retainedAt(broker.port),
      running: running.per(took),
      wire: (received - before) / took,
    };
  } finally {
    await meter?.kill();
    await subscriber?.endAsync(true);
    await broker.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
