/** What brokers do to a device: they fall silent, restart again and again, and break off in the middle. */

import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { telegram } from "../../app/support/telegrams.ts";
import { Mosquitto } from "../support/mosquitto.ts";
import { Subscriber } from "../support/subscriber.ts";
import { Unreliable } from "../support/unreliable.ts";
import { runsFor, type BrokerCheck } from "./device.ts";

const START = Date.parse("2026-01-05T12:00:00Z");
const QUARTER = 900_000;
const HISTORY = "p1_meter/history";

const timeOf = (index: number): string => new Date(START + index * QUARTER).toISOString().replace(".000", "");

/** A meter's telegrams, each a quarter of an hour after the one before, so that so many quarter hours pass. */
function meter(quarters: number): string[] {
  return Array.from({ length: quarters + 1 }, (_, index) => {
    const local = new Date(START + 3_600_000 + index * QUARTER).toISOString().replace(/\D/g, "").slice(2, 14);
    const total = (1000 + index).toFixed(3).padStart(10, "0");
    return telegram(["1-3:0.2.8(50)", `0-0:1.0.0(${local}W)`, `1-0:1.8.1(${total}*kWh)`], "ISK5\\2M550T-1012");
  });
}

/** The quarter hours that the subscriber has seen, repetitions included. */
const seenBy = ({ messages }: Subscriber): string[] =>
  messages
    .filter(({ topic }) => topic === HISTORY)
    .map(({ payload }) => (JSON.parse(payload) as { time: string }).time);

/** Waits until the subscriber has every quarter hour, and none of them out of order but for repetitions. */
async function waitForAll(subscriber: Subscriber, quarters: number): Promise<void> {
  const wanted = Array.from({ length: quarters }, (_, index) => timeOf(index + 1));
  for (let tries = 0; new Set(seenBy(subscriber)).size < quarters; tries++) {
    const missing = wanted.filter((time) => !seenBy(subscriber).includes(time));
    assert.ok(tries < 1200, `Waited 60 s for ${quarters} quarter hours, missing: ${missing.join(", ")}`);
    await wait(50);
  }
  assert.deepEqual([...new Set(seenBy(subscriber))], wanted);
}

/** Takes the 45 seconds of a connection's keepalive. */
export const SILENT_BROKER: BrokerCheck = {
  name: "a broker that answers nothing is left, and afterwards has everything",
  async run(start) {
    await using mosquitto = await Mosquitto.prepare();
    await mosquitto.start();
    await using subscriber = await Subscriber.at(mosquitto.port);
    await using device = await start({ telegrams: meter(30), broker: mosquitto.port });
    await subscriber.payload(HISTORY);
    mosquitto.pause();
    await device.wrote(/closed the connection|acknowledges nothing/);
    mosquitto.resume();
    await subscriber.connected();
    await waitForAll(subscriber, 30);
  },
};

/** Kills the broker and starts it again; the device comes back after the subscriber, which would else miss what comes first. */
async function restart(
  mosquitto: Mosquitto,
  way: Unreliable,
  subscriber: Subscriber,
  left: () => Promise<unknown>,
): Promise<void> {
  way.isShut = true;
  await mosquitto.kill();
  await left();
  await mosquitto.start();
  await subscriber.connected();
  way.isShut = false;
}

const killed: BrokerCheck = {
  name: "a broker that is killed again and again misses no quarter hour",
  async run(start) {
    await using mosquitto = await Mosquitto.prepare();
    await using way = await Unreliable.before(mosquitto.port);
    await mosquitto.start();
    await using subscriber = await Subscriber.at(mosquitto.port);
    await using device = await start({ telegrams: meter(40), broker: way.port });
    for (let restarts = 1; restarts <= 3; restarts++) {
      await subscriber.payload(HISTORY, subscriber.messages.length);
      await restart(mosquitto, way, subscriber, () => device.wrote(/closed the connection/, restarts));
    }
    await waitForAll(subscriber, 40);
  },
};

const grudging: BrokerCheck = {
  name: "a broker that stops to acknowledge after the tenth, and restarts, misses none",
  async run(start) {
    await using mosquitto = await Mosquitto.prepare();
    await using way = await Unreliable.before(mosquitto.port);
    way.acknowledgements = 10;
    await mosquitto.start();
    await using subscriber = await Subscriber.at(mosquitto.port);
    await using device = await start({ telegrams: meter(30), broker: way.port });
    await device.metered;
    await runsFor(device.at, 2);
    // Ten were acknowledged and four more sent, perhaps repeatedly; the others wait.
    assert.equal(new Set(seenBy(subscriber)).size, 14);
    way.acknowledgements = Infinity;
    await restart(mosquitto, way, subscriber, () => device.wrote(/closed the connection/));
    await waitForAll(subscriber, 30);
  },
};

const breaking: BrokerCheck = {
  name: "a connection that breaks in the middle of a message costs none",
  async run(start) {
    await using mosquitto = await Mosquitto.prepare();
    await using way = await Unreliable.before(mosquitto.port);
    await mosquitto.start();
    await using subscriber = await Subscriber.at(mosquitto.port);
    await using device = await start({ telegrams: meter(30), broker: way.port });
    for (let breaks = 1; breaks <= 2; breaks++) {
      await subscriber.payload(HISTORY, subscriber.messages.length);
      way.cutAfter = 9;
      await device.wrote(/closed the connection/, breaks);
      await device.wrote(/is connected/, breaks + 1);
    }
    await waitForAll(subscriber, 30);
  },
};

const BELGIAN = [
  ...["0-0:96.1.4(50217)", "0-0:1.0.0(260105120000W)", "1-0:1.8.1(000123.456*kWh)", "1-0:1.7.0(01.193*kW)"],
  ...["0-1:24.1.0(003)", "0-1:96.1.1(37464C4F32313139303333373333)", "0-1:24.2.3(260105115500W)(00112.384*m3)"],
];

const longest: BrokerCheck = {
  name: "with every text at its longest mosquitto takes all that is sent",
  async run(start) {
    const login = { user: "u".repeat(64), password: "p".repeat(64) };
    const [root, prefix] = ["r".repeat(64), "d".repeat(64)];
    await using mosquitto = await Mosquitto.prepare(login);
    await mosquitto.start();
    await using subscriber = await Subscriber.at(mosquitto.port, { username: login.user, password: login.password });
    await using device = await start({
      broker: mosquitto.port,
      telegrams: Array.from({ length: 60 }, () => telegram(BELGIAN, "FLU5\\253769484_A")),
      settings: {
        ...{ broker_user: login.user, broker_password: login.password, root_topic: root, discovery_prefix: prefix },
        ...{ client_id: "c".repeat(64), device_name: "n".repeat(64), qos: "2", retain: "on", publish_as_json: "on" },
      },
    });
    await subscriber.payload(`${root}/total/gas_meter_m3`);
    assert.ok((JSON.parse(await subscriber.payload(`${root}/json`)) as readonly unknown[]).length >= 5);
    const chip = (await subscriber.payload(`${root}/sensor/client_id`)).slice(-6);
    const told = `${prefix}/sensor/p1_meter_${chip}/total_gas_meter/config`;
    assert.equal(
      (JSON.parse(await subscriber.payload(told)) as { state_topic: string }).state_topic,
      `${root}/total/gas_meter_m3`,
    );
    const log = await (await fetch(`${device.at}/api/log`)).text();
    assert.doesNotMatch(log, /MQTT broker .* (refuses|closed)/);
  },
};

export const BROKER_CHECKS: readonly BrokerCheck[] = [killed, grudging, breaking, longest];
