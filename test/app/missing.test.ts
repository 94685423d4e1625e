/** A code that stays away, and what is published of it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { needs } from "../../tools/test/needs.ts";
import { connectedBench, telegram, type Bench } from "./support/device.ts";

const ENGINES: readonly EngineName[] = ["ts", "c"];
const VOLTAGE = "1-0:32.7.0(231.2*V)";
const PERIOD_MS = 600_000;

/** The meter sends the voltage, and power or not. */
async function hear(bench: Bench, times: number, power: boolean): Promise<void> {
  for (let i = 0; i < times; i++) {
    bench.hear(telegram(power ? [VOLTAGE, "1-0:1.7.0(01.000*kW)"] : [VOLTAGE]));
    await bench.pass(PERIOD_MS);
  }
}

function told(bench: Bench): string[] {
  return bench.log.filter((line) => line.includes("1-0:1.7.0"));
}

for (const engine of ENGINES) {
  const options = { skip: engine === "c" ? needs("cc") : false };

  test(
    `engine ${engine}: a code that telegrams lack for two hours is told once, and when it is back`,
    options,
    async () => {
      const bench = await connectedBench({}, engine);
      await hear(bench, 1, true);
      await hear(bench, 11, false);
      assert.deepEqual(told(bench), []);
      await hear(bench, 20, false);
      const missed =
        "warning: The meter has sent no 1-0:1.7.0 (instant/consumption_kW) for two hours, though its telegrams come.";
      assert.deepEqual(told(bench), [missed]);
      await hear(bench, 2, true);
      assert.deepEqual(told(bench), [missed, "info: The meter sends 1-0:1.7.0 (instant/consumption_kW) again."]);
    },
  );

  test(`engine ${engine}: a silent meter's codes are not missed with its first telegram`, options, async () => {
    const bench = await connectedBench({}, engine);
    await hear(bench, 1, true);
    await bench.pass(8 * 3_600_000);
    await hear(bench, 2, false);
    assert.deepEqual(told(bench), []);
    await hear(bench, 1, false);
    assert.equal(told(bench).length, 1);
  });

  test(
    `engine ${engine}: after a reconnect the last value is sent of what the meter still sends, not of the rest`,
    options,
    async () => {
      const bench = await connectedBench({}, engine);
      await hear(bench, 1, true);
      await hear(bench, 3, false);
      await reconnect(bench);
      assert.equal(bench.takeReadings()["p1_meter/instant/consumption_kW"], "1.000", "half an hour is not long");
      await hear(bench, 10, false);
      await reconnect(bench);
      const taken = bench.takeReadings();
      assert.deepEqual(
        [taken["p1_meter/instant/consumption_kW"], taken["p1_meter/instant/voltage/l1_V"]],
        [undefined, "231.2"],
      );
    },
  );
}

async function reconnect(bench: Bench): Promise<void> {
  bench.broker("lost");
  await bench.pass(11_000);
  bench.messages.length = 0;
  bench.broker("connected");
  await bench.pass(1000);
}
