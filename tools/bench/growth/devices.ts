/** What many devices cost their broker: each a process of its own, all at one mosquitto, which is then killed and started again. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { connectAsync, type MqttClient } from "mqtt";
import { Failure } from "../../desk/failure.ts";
import { freePort } from "../desk.ts";
import { Broker } from "./broker.ts";
import type { DevicesFigure } from "./figures.ts";
import type { FromMeter, Usage } from "./messages.ts";
import { bundleMeter, Meter, now, quantile } from "./meters.ts";

export const COUNTS: readonly number[] = [1, 2, 5, 10, 20, 50, 100];

/** How they are measured. */
export interface DevicesOptions {
  /** What a device sends first (what it is, all readings) is over by then, and does not count. */
  readonly settleSeconds: number;
  /** So long, once all are there. */
  readonly seconds: number;
  /** So long the broker is away. */
  readonly awaySeconds: number;
}

/** So many are started at the same time. */
const AT_ONCE = 8;
/** What was sent has arrived by then. */
const ARRIVE_MS = 20_000;
/** All have to be back by then. */
const BACK_MS = 120_000;
/** The rate of those who come back is counted in steps of this length. */
const STEP_MS = 100;
/** The meter's clock `260122141618W` as the device publishes it. */
function published(clock: string): string {
  const [year = "", month = "", day = "", hour = "", minute = "", second = ""] = clock.match(/\d\d/g) ?? [];
  const utc = Date.UTC(
    2000 + Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour) - (clock.endsWith("S") ? 2 : 1),
  );
  return new Date(utc + (Number(minute) * 60 + Number(second)) * 1000).toISOString().replace(".000Z", "Z");
}

/** What a subscriber was given, and the devices told. */
class Watch {
  received = 0;
  bytes = 0;
  readonly delays: number[] = [];
  /** When each device was connected last. */
  readonly back = new Map<number, number>();
  private readonly ends = new Map<string, number>();

  hear(device: number, message: FromMeter): void {
    if (message.kind === "telegram") {
      this.ends.set(`meter${String(device)} ${published(message.clock)}`, message.at);
    } else if (message.kind === "event" && message.what === "is connected") {
      this.back.set(device, message.at);
    }
  }

  take(topic: string, payload: Buffer): void {
    this.received++;
    this.bytes += Buffer.byteLength(topic) + payload.length;
    const [root = "", ...rest] = topic.split("/");
    if (rest.join("/") === "date_time") {
      const key = `${root} ${payload.toString()}`;
      // A message can't overtake what tells when its telegram ended by more than a moment.
      const at = now();
      setImmediate(() => {
        const end = this.ends.get(key);
        if (end !== undefined) {
          this.delays.push(at - end);
          this.ends.delete(key);
        }
      });
    }
  }
}

async function startMeters(
  program: string,
  count: number,
  port: number,
  folder: string,
  watch: Watch,
): Promise<Meter[]> {
  const start = (device: number): Promise<Meter> =>
    Meter.start(
      program,
      {
        chip: 0x100000 + device,
        state: join(folder, String(device)),
        settings: [
          ["broker_host", "127.0.0.1"],
          ["broker_port", String(port)],
          ["simulator", "on"],
          ["simulator_topic", ""],
          ["simulator_period", "1"],
          ["root_topic", `meter${String(device)}`],
          ["interval_min", "0"],
          ["interval_power", "0"],
        ],
      },
      (message) => watch.hear(device, message),
    );
  const meters: Meter[] = [];
  try {
    // The first one compiles the C for all.
    meters.push(await start(0));
    for (let from = 1; from < count; from += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => start(from + i));
      const started = await Promise.allSettled(some);
      meters.push(...started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])));
      const failed = started.find((one) => one.status === "rejected");
      if (failed !== undefined) {
        throw failed.reason;
      }
    }
    return meters;
  } catch (error) {
    await Promise.all(meters.map((meter) => meter.kill()));
    throw error;
  }
}

/** Waits until so many devices have come since `since`. */
async function allBack(watch: Watch, count: number, since: number): Promise<number[]> {
  const end = now() + BACK_MS;
  for (;;) {
    const times = [...watch.back.values()].filter((at) => at >= since);
    if (times.length >= count) {
      return times;
    }
    if (now() > end) {
      throw new Failure(`Only ${String(times.length)} of ${String(count)} devices are connected.`);
    }
    await setTimeout(50);
  }
}

/** The most of these moments within a step. */
function peakOf(times: readonly number[]): number {
  return Math.max(...times.map((at) => times.filter((other) => other >= at && other < at + STEP_MS).length));
}

/** Kills the broker, starts it again, and sees how all come back. */
async function storm(broker: Broker, watch: Watch, count: number, awaySeconds: number) {
  await broker.kill();
  await setTimeout(awaySeconds * 1000);
  // Who is quick comes before it is known here that the port is open.
  const since = now();
  await broker.start();
  const times = await allBack(watch, count, since);
  return {
    backHalf: quantile(times, 0.5) - since,
    backAll: Math.max(...times) - since,
    peak: peakOf(times),
  };
}

/** Lets the meters be silent until all that was ever sent has arrived, or a while is over. Gives how many messages were sent. */
async function settled(meters: readonly Meter[], watch: Watch): Promise<number> {
  meters.forEach((meter) => meter.hush(true));
  const end = now() + ARRIVE_MS;
  let sent: number;
  do {
    await setTimeout(500);
    sent = sum(await Promise.all(meters.map((meter) => meter.usage())), "sent");
  } while (sent !== watch.received && now() < end);
  meters.forEach((meter) => meter.hush(false));
  return sent;
}

function sum(usages: readonly Usage[], of: "processor" | "sent" | "memory"): number {
  return usages.reduce((total, usage) => total + usage[of], 0);
}

async function measureOne(program: string, devices: number, options: DevicesOptions): Promise<DevicesFigure> {
  const folder = mkdtempSync(join(tmpdir(), "p1-growth-devices-"));
  const broker = new Broker(await freePort());
  const watch = new Watch();
  let meters: Meter[] = [];
  let subscriber: MqttClient | null = null;
  try {
    await broker.start();
    subscriber = await connectAsync(`mqtt://127.0.0.1:${String(broker.port)}`);
    subscriber.on("error", () => undefined);
    subscriber.on("message", (topic, payload) => watch.take(topic, payload));
    await subscriber.subscribeAsync("#");
    meters = await startMeters(program, devices, broker.port, folder, watch);
    await allBack(watch, devices, 0);
    await setTimeout(options.settleSeconds * 1000);
    const all = (): Promise<Usage[]> => Promise.all(meters.map((meter) => meter.usage()));
    const start = {
      at: now(),
      broker: broker.used(),
      meters: await all(),
      received: watch.received,
      bytes: watch.bytes,
    };
    watch.delays.length = 0;
    await setTimeout(options.seconds * 1000);
    const end = { at: now(), broker: broker.used(), meters: await all(), received: watch.received, bytes: watch.bytes };
    const delays = [...watch.delays];
    const seconds = (end.at - start.at) / 1000;
    // All that was ever sent has to have arrived: what is on its way gets the time it needs.
    const arrived = { sent: await settled(meters, watch), received: watch.received };
    const back = await storm(broker, watch, devices, options.awaySeconds);
    return {
      devices,
      seconds,
      ...arrived,
      messages: (end.received - start.received) / seconds,
      bytes: (end.bytes - start.bytes) / seconds,
      brokerProcessor: (end.broker.processor - start.broker.processor) / seconds,
      brokerMemory: end.broker.memory,
      deviceProcessor: (sum(end.meters, "processor") - sum(start.meters, "processor")) / seconds / devices,
      deviceMemory: sum(end.meters, "memory") / devices,
      median: quantile(delays, 0.5),
      late: quantile(delays, 0.99),
      ...back,
    };
  } finally {
    await Promise.all(meters.map((meter) => meter.kill()));
    await subscriber?.endAsync(true);
    await broker.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Measures so many devices at a time. */
export async function measureDevices(
  counts: readonly number[],
  options: DevicesOptions,
  say: (line: string) => void,
): Promise<DevicesFigure[]> {
  const program = await bundleMeter();
  const figures: DevicesFigure[] = [];
  for (const devices of counts) {
    say(`devices: ${String(devices)}`);
    figures.push(await measureOne(program, devices, options));
  }
  return figures;
}
