/** What brokers do to a device: they fall silent, restart again and again, and change their address. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import createMdns from "multicast-dns";
import { needs } from "../../tools/test/needs.ts";
import { telegram } from "../app/support/telegrams.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { Mosquitto } from "./support/mosquitto.ts";
import { Subscriber } from "./support/subscriber.ts";
import { Unreliable } from "./support/unreliable.ts";

const START = Date.parse("2026-01-05T12:00:00Z");
const QUARTER = 900_000;

function timeOf(index: number): string {
  return new Date(START + index * QUARTER).toISOString().replace(".000", "");
}

/** A meter that sends a telegram each second, each a quarter of an hour after the one before. */
function meterFile(folder: string, quarters: number): string {
  const file = join(folder, "meter.txt");
  const telegrams = Array.from({ length: quarters + 1 }, (_, index) => {
    const local = new Date(START + 3_600_000 + index * QUARTER).toISOString().replace(/\D/g, "").slice(2, 14);
    const total = (1000 + index).toFixed(3).padStart(10, "0");
    return telegram(["1-3:0.2.8(50)", `0-0:1.0.0(${local}W)`, `1-0:1.8.1(${total}*kWh)`], "ISK5\\2M550T-1012");
  });
  writeFileSync(file, telegrams.join(""));
  return file;
}

/** The chip's number, with which the client id ends. */
async function chipId(subscriber: Subscriber, root: string): Promise<string> {
  return (await subscriber.payload(`${root}/sensor/client_id`)).slice(-6);
}

/** Waits until the subscriber has every quarter hour, and none of them out of order but for repetitions. */
async function waitForAll(subscriber: Subscriber, quarters: number): Promise<void> {
  const wanted = Array.from({ length: quarters }, (_, index) => timeOf(index + 1));
  const seen = (): string[] => {
    const history = subscriber.messages.filter(({ topic }) => topic === "p1_meter/history");
    return [...new Set(history.map(({ payload }) => (JSON.parse(payload) as { time: string }).time))];
  };
  for (let tries = 0; seen().length < quarters; tries++) {
    assert.ok(tries < 1200, `Waited 60 s for ${quarters} quarter hours, there are ${seen().length}`);
    await wait(50);
  }
  assert.deepEqual(seen(), wanted);
}

// It takes the 45 seconds of a connection's keepalive, so that one engine is enough; test/app/history.test.ts has both.
test(
  "a broker that answers nothing is left, and afterwards has everything",
  { skip: needs("mosquitto", "cc") },
  async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "p1-faults-"));
    t.after(() => rmSync(folder, { recursive: true }));
    await using mosquitto = await Mosquitto.prepare();
    await mosquitto.start();
    await using subscriber = await Subscriber.at(mosquitto.port);
    const broker = `mqtt://127.0.0.1:${mosquitto.port}`;
    await using desk = new DeskProcess(["--engine", "c", "--replay", meterFile(folder, 30), "--broker", broker]);
    await subscriber.payload("p1_meter/history");
    mosquitto.pause();
    await desk.wrote(/closed the connection|acknowledges nothing/);
    mosquitto.resume();
    await subscriber.connected();
    await waitForAll(subscriber, 30);
    assert.equal(await desk.stop(), 0);
  },
);

for (const { engine, skip } of ENGINES) {
  const options = { skip: skip || needs("mosquitto") };

  test(`engine ${engine}: a broker that is killed again and again misses no quarter hour`, options, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "p1-faults-"));
    t.after(() => rmSync(folder, { recursive: true }));
    await using mosquitto = await Mosquitto.prepare();
    await mosquitto.start();
    await using subscriber = await Subscriber.at(mosquitto.port);
    const broker = `mqtt://127.0.0.1:${mosquitto.port}`;
    await using desk = new DeskProcess(["--engine", engine, "--replay", meterFile(folder, 40), "--broker", broker]);
    for (let restarts = 0; restarts < 3; restarts++) {
      await subscriber.payload("p1_meter/history", subscriber.messages.length);
      await mosquitto.kill();
      await desk.wrote(/closed the connection/, restarts + 1);
      await mosquitto.start();
      await subscriber.connected();
    }
    await waitForAll(subscriber, 40);
    assert.equal(await desk.stop(), 0);
  });

  test(
    `engine ${engine}: a broker that stops to acknowledge after the tenth, and restarts, misses none`,
    options,
    async (t) => {
      const folder = mkdtempSync(join(tmpdir(), "p1-faults-"));
      t.after(() => rmSync(folder, { recursive: true }));
      await using mosquitto = await Mosquitto.prepare();
      await using way = await Unreliable.before(mosquitto.port);
      way.acknowledgements = 10;
      await mosquitto.start();
      await using subscriber = await Subscriber.at(mosquitto.port);
      const broker = `mqtt://127.0.0.1:${way.port}`;
      await using desk = new DeskProcess(["--engine", engine, "--replay", meterFile(folder, 30), "--broker", broker]);
      await desk.wrote(/^p1_meter\/history /m, 14);
      await desk.wrote(/is at its end/);
      // Ten were acknowledged and four more sent; the others wait.
      assert.equal(desk.stdout.match(/^p1_meter\/history /gm)?.length, 14);
      way.acknowledgements = Infinity;
      await mosquitto.kill();
      await desk.wrote(/closed the connection/);
      await mosquitto.start();
      await subscriber.connected();
      await waitForAll(subscriber, 30);
      const sent = desk.stdout.match(/^p1_meter\/history /gm)?.length ?? 0;
      t.diagnostic(`10 of 14 acknowledged, then a restart: ${sent} messages, 30 quarter hours`);
      assert.equal(await desk.stop(), 0);
    },
  );

  test(`engine ${engine}: a connection that breaks in the middle of a message costs none`, options, async (t) => {
    const folder = mkdtempSync(join(tmpdir(), "p1-faults-"));
    t.after(() => rmSync(folder, { recursive: true }));
    await using mosquitto = await Mosquitto.prepare();
    await using way = await Unreliable.before(mosquitto.port);
    await mosquitto.start();
    await using subscriber = await Subscriber.at(mosquitto.port);
    const broker = `mqtt://127.0.0.1:${way.port}`;
    await using desk = new DeskProcess(["--engine", engine, "--replay", meterFile(folder, 30), "--broker", broker]);
    for (let breaks = 1; breaks <= 2; breaks++) {
      await subscriber.payload("p1_meter/history", subscriber.messages.length);
      way.cutAfter = 9;
      await desk.wrote(/closed the connection/, breaks);
      await desk.wrote(/is connected/, breaks + 1);
    }
    await waitForAll(subscriber, 30);
    assert.equal(await desk.stop(), 0);
  });

  test(`engine ${engine}: with every text at its longest mosquitto takes all that is sent`, options, async () => {
    const user = "u".repeat(64);
    const password = "p".repeat(64);
    await using mosquitto = await Mosquitto.prepare({ user, password });
    await mosquitto.start();
    const root = "r".repeat(64);
    const prefix = "d".repeat(64);
    const settings = {
      ...{ root_topic: root, discovery_prefix: prefix, client_id: "c".repeat(64), device_name: "n".repeat(64) },
      ...{ qos: "2", retain: "on", publish_as_json: "on", interval_min: "0", simulator_period: "1" },
    };
    const set = Object.entries(settings).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
    const url = `mqtt://${user}:${password}@127.0.0.1:${mosquitto.port}`;
    await using desk = new DeskProcess(["--engine", engine, "--profile", "be", ...set, "--broker", url]);
    await using subscriber = await Subscriber.at(mosquitto.port, { username: user, password });
    await subscriber.payload(`${root}/total/gas_meter_m3`);
    const json = JSON.parse(await subscriber.payload(`${root}/json`)) as readonly unknown[];
    assert.ok(json.length > 30);
    const told = await subscriber.payload(
      `${prefix}/sensor/p1_meter_simulated_${await chipId(subscriber, root)}/total_gas_meter/config`,
    );
    assert.equal((JSON.parse(told) as { state_topic: string }).state_topic, `${root}/total/gas_meter_m3`);
    assert.doesNotMatch(desk.stdout + desk.stderr, / (error|warning) /);
    assert.equal(await desk.stop(), 0);
  });

  test(`engine ${engine}: a broker that moves to another address is found there, by mDNS`, options, async () => {
    const name = `p1-broker-${engine}-${process.pid}.local`;
    let address = "127.0.0.1";
    const home = createMdns();
    home.on("query", ({ questions }) => {
      if (questions.some((question) => question.name === name)) {
        home.respond([{ name, type: "A", ttl: 120, data: address }]);
      }
    });
    try {
      await using first = await Mosquitto.prepare();
      await using second = Mosquitto.beside(first, "127.0.0.2");
      await first.start();
      await using desk = new DeskProcess(["--engine", engine, "--broker", `mqtt://${name}:${first.port}`]);
      await desk.wrote(/MQTT broker \S+ is connected/);
      await second.start();
      address = "127.0.0.2";
      await first.kill();
      await desk.wrote(/MQTT broker \S+ is connected/, 2);
      assert.equal(await desk.stop(), 0);
    } finally {
      home.destroy();
    }
  });
}
