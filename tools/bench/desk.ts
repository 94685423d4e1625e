/** What the desk costs: messages per second into a real broker, and how long until the first publication. */

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import * as mqtt from "mqtt";
import { utf8 } from "ts2c";
import * as driver from "../desk/platform/broker.ts";
import { Failure } from "../desk/failure.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const MESSAGES = 20_000;
const PATIENCE_MS = 10_000;

/** Messages per second through the desk's driver, as mosquitto gives them to a subscriber; undefined where there is no mosquitto. */
export async function messagesPerSecond(): Promise<number | undefined> {
  const port = await freePort();
  const broker = spawn("mosquitto", ["-p", String(port)], { stdio: "ignore" });
  try {
    if (await fails(broker)) {
      return undefined;
    }
    await listening(port);
    const subscriber = await mqtt.connectAsync(`mqtt://127.0.0.1:${String(port)}`);
    await subscriber.subscribeAsync("bench/#");
    let arrived = 0;
    const all = new Promise<void>((done) => {
      subscriber.on("message", () => {
        arrived++;
        if (arrived === MESSAGES) {
          done();
        }
      });
    });
    await connected(port);
    const start = performance.now();
    await Promise.race([Promise.all([publishAll(), all]), setTimeout(6 * PATIENCE_MS)]);
    const seconds = (performance.now() - start) / 1000;
    driver.disconnect();
    await driver.host.finish();
    await subscriber.endAsync();
    return arrived === MESSAGES ? MESSAGES / seconds : undefined;
  } finally {
    broker.kill();
  }
}

async function connected(port: number): Promise<void> {
  const event = new Promise<void>((done, failed) => {
    driver.host.attach(
      (what) => {
        if (what.kind === "broker" && what.event === "connected") {
          done();
        } else {
          failed(new Failure(`The desk's driver does not reach mosquitto: ${JSON.stringify(what)}`));
        }
      },
      () => undefined,
    );
  });
  const none = utf8("");
  driver.connect(utf8("127.0.0.1"), port, "plain", utf8("127.0.0.1"), utf8("p1-bench"), none, none, 60);
  await event;
}

/** Offers each message until the driver takes it, as the device does. */
async function publishAll(): Promise<void> {
  const payload = utf8("4426.004");
  for (let sent = 0; sent < MESSAGES;) {
    if (driver.publish(utf8(`bench/total/consumption_low_tariff_kWh/${String(sent % 36)}`), payload, false, 0)) {
      sent++;
    } else {
      await setTimeout(0);
    }
  }
}

/** Milliseconds from the start of the desk to its first publication, the compiled C being there. */
export function startMilliseconds(): number {
  const command = [join("tools", "setup", "run.mjs"), join("tools", "desk", "main.ts"), "--once"];
  const run = (): number => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: "utf8", timeout: 120_000 });
    if (status !== 0) {
      throw new Failure(`npm start -- --once: ${stderr.slice(0, 500)}`);
    }
    return performance.now() - start;
  };
  run();
  return run();
}

/** Whether a program can't be started, which shows at once, or with the next turn of the event loop. */
export async function fails(child: ChildProcess): Promise<boolean> {
  const failure = once(child, "spawn").then(
    () => false,
    () => true,
  );
  return failure;
}

/** A port of this computer that nobody has. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Waits until somebody takes connections at a port of this computer. */
export async function listening(port: number): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const socket = connect(port, "127.0.0.1");
    try {
      await once(socket, "connect");
      return;
    } catch (error) {
      if (performance.now() > end) {
        throw error;
      }
      await setTimeout(50);
    } finally {
      socket.destroy();
    }
  }
}
