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
