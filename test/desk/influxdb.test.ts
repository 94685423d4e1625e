/** What docs/history.md says of a database, with a real one. */

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { needs } from "../../tools/test/needs.ts";
import { telegram } from "../app/support/telegrams.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { InfluxDb, type Row } from "./support/influxdb.ts";
import { Mosquitto } from "./support/mosquitto.ts";
import { Subscriber } from "./support/subscriber.ts";

const START = Date.parse("2026-01-05T12:00:00Z") / 1000;
const QUARTERS = 5;

/** The meter's telegram at the end of a quarter hour. */
function quarterTelegram(index: number): string {
  const local = new Date((START + 3600 + index * 900) * 1000).toISOString().replace(/\D/g, "").slice(2, 14);
  const total = (1000 + index / 8).toFixed(3).padStart(10, "0");
  return telegram(["1-3:0.2.8(50)", `0-0:1.0.0(${local}W)`, `1-0:1.8.1(${total}*kWh)`], "ISK5\\2M550T-1012");
}

for (const { engine, skip } of ENGINES) {
  const options = { skip: skip || needs("mosquitto", "mosquitto_sub", "influxd", "jq", "curl") };

  test(
    `engine ${engine}: quarter hours are points of InfluxDB, each once, with the meter's time`,
    options,
    async (t) => {
      const folder = mkdtempSync(join(tmpdir(), "p1-influx-"));
      t.after(() => rmSync(folder, { recursive: true }));
      const file = join(folder, "meter.txt");
      writeFileSync(file, Array.from({ length: QUARTERS + 1 }, (_, index) => quarterTelegram(index)).join(""));
      await using mosquitto = await Mosquitto.prepare();
      await mosquitto.start();
      await using database = await InfluxDb.start();
      const script = spawn("docs/examples/history-to-influxdb.sh", ["-h", "127.0.0.1", "-p", String(mosquitto.port)], {
        env: { ...process.env, INFLUX_URL: `${database.url}/write?db=home&precision=s` },
        stdio: ["ignore", "ignore", "pipe"],
        detached: true, // So that its pipeline can be ended with it.
      });
      const ended = once(script, "close");
      const complaints: string[] = [];
      script.stderr.setEncoding("utf8").on("data", (text: string) => complaints.push(text));
      try {
        await using subscriber = await Subscriber.at(mosquitto.port);
        const broker = `mqtt://127.0.0.1:${mosquitto.port}`;
        await using desk = new DeskProcess(["--engine", engine, "--replay", file, "--broker", broker]);
        const last = new RegExp(
          `^p1_meter/history (.*${new Date((START + QUARTERS * 900) * 1000).toISOString().slice(0, 19)}.*)$`,
          "m",
        );
        const again = (await desk.wrote(last))[1] ?? "";
        const select = 'SELECT "total/consumption_low_tariff_kWh" FROM p1_meter';
        const wanted = Array.from({ length: QUARTERS }, (_, i): Row => [START + (i + 1) * 900, 1000 + (i + 1) / 8]);
        await arrived(() => database.query(select), QUARTERS);
        assert.deepEqual(await database.query(select), wanted);
        // A duplicate, as after a lost acknowledgement, and then another point, so that it is known that the first was taken.
        await subscriber.publish("p1_meter/history", Buffer.from(again));
        await subscriber.publish(
          "p1_meter/history",
          Buffer.from('{"time":"2026-01-06T12:00:00Z","total/heat_GJ":1.5}'),
        );
        await arrived(() => database.query('SELECT "total/heat_GJ" FROM p1_meter'), 1);
        assert.deepEqual(await database.query(select), wanted);
        assert.deepEqual(complaints, []);
        assert.equal(await desk.stop(), 0);
      } finally {
        if (script.pid !== undefined) {
          process.kill(-script.pid, "SIGKILL");
        }
        await ended;
      }
    },
  );
}

/** Waits until there are so many rows. */
async function arrived(query: () => Promise<readonly Row[]>, rows: number): Promise<void> {
  for (let tries = 0; (await query()).length < rows; tries++) {
    assert.ok(tries < 600, `Waited 60 s for ${rows} rows in InfluxDB`);
    await wait(100);
  }
}
