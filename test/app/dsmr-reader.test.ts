/** The topics of dsmr-reader; test/desk/dsmr-reader.test.ts holds them against Home Assistant's list. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES } from "../desk/support/desk-process.ts";
import { connectedBench, telegram, type Message } from "./support/device.ts";

const shown = (messages: readonly Message[], root = "dsmr/"): Record<string, string> =>
  Object.fromEntries(
    messages
      .filter(({ topic }) => topic.startsWith(root))
      .map(({ topic, payload }) => [topic.slice(root.length), payload]),
  );

const LINES = [
  "1-3:0.2.8(50)",
  "0-0:1.0.0(260105130000W)",
  "0-0:96.14.0(0002)",
  "1-0:1.8.1(000123.456*kWh)",
  "1-0:1.8.2(000000.544*kWh)",
  "1-0:1.7.0(01.234*kW)",
  "1-0:41.7.0(0321*W)",
  "1-0:32.32.0(00003)",
  "1-0:13.7.0(0.9)",
  "0-1:24.1.0(003)",
  "0-1:24.2.1(260105120000W)(00012.345*m3)",
  "0-2:24.1.0(007)",
  "0-2:24.2.1(260105120000W)(00001.000*m3)",
];

const EXPECTED = {
  "meter-stats/dsmr_version": "50",
  "reading/timestamp": "2026-01-05T12:00:00Z",
  "meter-stats/electricity_tariff": "2",
  "reading/electricity_delivered_1": "123.456",
  "reading/electricity_delivered_2": "0.544",
  "reading/electricity_currently_delivered": "1.234",
  "reading/phase_currently_delivered_l2": "0.321",
  "meter-stats/voltage_sag_count_l1": "3",
  "reading/extra_device_delivered": "12.345",
  "reading/extra_device_timestamp": "2026-01-05T11:00:00Z",
  "consumption/gas/delivered": "12.345",
  "consumption/gas/read_at": "2026-01-05T11:00:00Z",
};

for (const { engine, skip } of ENGINES) {
  const name = (what: string): string => `engine ${engine}: ${what}`;

  test(name("readings are there a second time, as dsmr-reader has them; off they are not"), { skip }, async () => {
    const off = await connectedBench({}, engine);
    off.hear(telegram(LINES));
    assert.deepEqual(shown(off.messages), {});
    const bench = await connectedBench({ dsmr_reader: "on" }, engine);
    bench.hear(telegram(LINES));
    assert.deepEqual(shown(bench.messages), EXPECTED);
    assert.equal(shown(bench.messages, "p1_meter/")["total/gas_meter_m3"], "12.345");
  });

  test(name("a broker that takes one message at a time gets all of them"), { skip }, async () => {
    const bench = await connectedBench({ dsmr_reader: "on" }, engine);
    bench.room = 0;
    bench.hear(telegram(LINES));
    for (let i = 0; i < 300; i++) {
      bench.room = 1 + (i % 4);
      await bench.pass(100);
    }
    assert.deepEqual(shown(bench.messages), EXPECTED);
  });

  test(
    name("without tariffs the total stands at the first; what is simulated is elsewhere, what is off nowhere"),
    { skip },
    async () => {
      const bench = await connectedBench({ dsmr_reader: "on", leave_out: "instant", simulator: "on" }, engine);
      bench.hear(telegram(["1-0:1.8.0(000123.456*kWh)", "1-0:2.8.0(000002.000*kWh)", "1-0:1.7.0(01.234*kW)"]));
      assert.deepEqual(shown(bench.messages), {});
      assert.deepEqual(shown(bench.messages, "p1_meter_simulated/dsmr/"), {
        "reading/electricity_delivered_1": "123.456",
        "reading/electricity_returned_1": "2.000",
      });
    },
  );
}
