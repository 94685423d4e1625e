import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { needs } from "../../tools/test/needs.ts";
import { telegram } from "../app/support/telegrams.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { Mosquitto } from "./support/mosquitto.ts";
import { Subscriber } from "./support/subscriber.ts";

const START = Date.parse("2026-01-05T12:00:00Z");
const QUARTER = 900_000;

/** The meter's telegram at the end of a quarter hour; one comes each second, so that a minute has sixty of them. */
function quarterTelegram(index: number): string {
  const local = new Date(START + 3_600_000 + index * QUARTER).toISOString().replace(/\D/g, "").slice(2, 14);
  const total = (1000 + index).toFixed(3).padStart(10, "0");
  return telegram(["1-3:0.2.8(50)", `0-0:1.0.0(${local}W)`, `1-0:1.8.1(${total}*kWh)`], "ISK5\\2M550T-1012");
}

function timeOf(index: number): string {
  return new Date(START + index * QUARTER).toISOString().replace(".000", "");
}

for (const { engine, skip } of ENGINES) {
  // A whole minute in one engine; in the other what two attempts to connect take.
  const [quarters, away] = engine === "c" ? [76, 60_000] : [26, 12_000];

  test(
    `engine ${engine}: mosquitto is stopped while quarter hours pass, and has all of them afterwards`,
    {
      skip: skip || needs("mosquitto"),
    },
    async (t) => {
      const folder = mkdtempSync(join(tmpdir(), "p1-history-"));
      try {
        const file = join(folder, "meter.txt");
        writeFileSync(file, Array.from({ length: quarters + 1 }, (_, index) => quarterTelegram(index)).join(""));
        await using mosquitto = await Mosquitto.prepare();
        await mosquitto.start();
        await using subscriber = await Subscriber.at(mosquitto.port);
        const broker = `mqtt://127.0.0.1:${mosquitto.port}`;
        await using desk = new DeskProcess(["--engine", engine, "--replay", file, "--broker", broker]);
        await subscriber.payload("p1_meter/history");
        await mosquitto.kill();
        await wait(away);
        await mosquitto.start();
        await subscriber.connected();
        const arrived = (): boolean => subscriber.messages.some(({ payload }) => payload.includes(timeOf(quarters)));
        await desk.wrote(new RegExp(`^p1_meter/history .*${timeOf(quarters)}`, "m"));
        while (!arrived()) {
          await wait(50);
        }
        assert.equal(await desk.stop(), 0);
        const times = subscriber.messages
          .filter(({ topic }) => topic === "p1_meter/history")
          .map(({ payload }) => (JSON.parse(payload) as { time: string }).time);
        const wanted = Array.from({ length: quarters }, (_, index) => timeOf(index + 1));
        assert.deepEqual([...new Set(times)], wanted, "none is missing, oldest first");
        t.diagnostic(`${away / 1000} s away: ${times.length} messages, ${wanted.length} quarter hours`);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
}
