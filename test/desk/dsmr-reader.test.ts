/** The topics of dsmr-reader, held against the list of Home Assistant's own integration. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { Subscriber } from "./support/subscriber.ts";

const PYTHON = process.env.P1_PYTHON ?? "python3";
/** Where Home Assistant lies; it is read, not run. */
const FIND = "import importlib.util as u; print(next(iter(u.find_spec('homeassistant').submodule_search_locations)))";
const found = spawnSync(PYTHON, ["-c", FIND], { encoding: "utf8" });
const noList =
  found.status === 0
    ? false
    : "Python has no homeassistant (pip install --no-deps homeassistant==2024.3.3; P1_PYTHON names a Python that has it)";

/** The topics that the integration reads, and of what group each is. */
function wanted(): string[] {
  const file = join(found.stdout.trim(), "components", "dsmr_reader", "definitions.py");
  return [...readFileSync(file, "utf8").matchAll(/key="(dsmr\/[^"]+)"/g)].map(([, topic = ""]) => topic);
}

/** What only dsmr-reader's own database knows: sums of days, months and years, costs, and how many telegrams it refused. */
const NOT_GIVEN =
  /^dsmr\/(day-consumption|current-month|current-year|consumption\/quarter-hour-peak-electricity)\/|gas\/currently_delivered$|rejected_telegrams$/;

for (const { engine, skip } of ENGINES) {
  test(
    `engine ${engine}: Home Assistant's dsmr_reader gets each topic that a meter can fill`,
    { skip: skip || noList },
    async () => {
      const topics = wanted().filter((topic) => !NOT_GIVEN.test(topic));
      assert.ok(topics.length > 30, String(topics.length));
      const set = {
        dsmr_reader: "on",
        simulator_topic: "",
        simulator_period: "1",
        interval_min: "0",
        changed_only: "off",
      };
      const options = Object.entries(set).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
      await using desk = new DeskProcess(["--engine", engine, "--http", "0", ...options]);
      await using subscriber = await Subscriber.at(await desk.brokerPort());
      for (const topic of topics) {
        await subscriber.payload(topic);
      }
      const value = (topic: string): string =>
        subscriber.messages.find((message) => message.topic === topic)?.payload ?? "";
      assert.match(value("dsmr/reading/electricity_delivered_1"), /^\d+\.\d{3}$/);
      assert.match(value("dsmr/meter-stats/electricity_tariff"), /^[12]$/);
      assert.ok(!Number.isNaN(Date.parse(value("dsmr/consumption/gas/read_at"))));
    },
  );
}
