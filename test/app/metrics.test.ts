/** What Prometheus reads, rule by rule; test/desk/prometheus.test.ts gives it to promtool. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES } from "../desk/support/desk-process.ts";
import { Bench, telegram } from "./support/device.ts";

/** The samples of a text, as their lines begin, with their values. A metric has one head, and its samples right behind it. */
function samplesOf(text: string): Map<string, string> {
  const samples = new Map<string, string>();
  const seen = new Set<string>();
  let metric = "";
  for (const line of text.trimEnd().split("\n")) {
    const [, help] = /^# HELP (\w+) \S/.exec(line) ?? [];
    if (help !== undefined) {
      assert.ok(!seen.has(help), `${help} has two heads`);
      seen.add(help);
      metric = help;
      continue;
    }
    const [, name, series, value] =
      /^((\w+)(?:\{.*\})?) (\S+)$/.exec(line)?.map((part, i, all) => [part, all[2], all[1], all[3]][i]) ?? [];
    if (line.startsWith("# TYPE ")) {
      assert.match(line, new RegExp(`^# TYPE ${metric} (counter|gauge)$`));
    } else {
      assert.equal(name, metric, line);
      assert.ok(series !== undefined && !samples.has(series), `${line} comes twice`);
      samples.set(series, value ?? "");
    }
  }
  return samples;
}

for (const { engine, skip } of ENGINES) {
  const name = (what: string): string => `engine ${engine}: ${what}`;

  test(name("readings are in base units, each of its phases and tariffs by a label"), { skip }, async () => {
    const bench = await Bench.create({ prometheus: "on" }, engine);
    bench.hear(
      telegram([
        "1-0:1.8.1(123456.789*kWh)",
        "1-0:1.8.2(000000.001*kWh)",
        "1-0:1.8.0(123456.790*kWh)",
        "1-0:1.7.0(01.234*kW)",
        "1-0:2.7.0(00.000*kW)",
        "1-0:21.7.0(00.1*kW)",
        "1-0:41.7.0(2*kW)",
        "1-0:61.7.0(00.00025*kW)",
        "1-0:32.7.0(230.1*V)",
        "1-0:14.7.0(49.99*Hz)",
        "1-0:3.8.0(00000000.025*kvarh)",
        "0-1:24.1.0(003)",
        "0-1:24.2.1(260105120000W)(00012.345*m3)",
        "0-2:24.1.0(004)",
        "0-2:24.2.1(260105120000W)(1.5*GJ)",
        "1-0:77.2.0(000000001234567.89*kWh)",
        "1-0:77.3.0(999999999999999*kWh)",
        "1-0:77.4.0(7*parsec)",
      ]),
    );
    const samples = samplesOf(bench.requests.send("get", "/metrics").body);
    const expected: Readonly<Record<string, string>> = {
      'p1_consumption_by_tariff_joules_total{tariff="low"}': "444444440400",
      'p1_consumption_by_tariff_joules_total{tariff="high"}': "3600",
      p1_consumption_joules_total: "444444444000",
      p1_instant_consumption_watts: "1234",
      p1_instant_production_watts: "0",
      'p1_instant_power_consumption_by_phase_watts{phase="l1"}': "100",
      'p1_instant_power_consumption_by_phase_watts{phase="l2"}': "2000",
      'p1_instant_power_consumption_by_phase_watts{phase="l3"}': "0.25",
      'p1_instant_voltage_by_phase_volts{phase="l1"}': "230.1",
      p1_instant_frequency_hertz: "49.99",
      p1_reactive_consumption_var_seconds_total: "90000",
      p1_gas_meter_cubic_metres_total: "12.345",
      p1_heat_meter_joules_total: "1500000000",
      p1_other_1_0_77_2_0_joules: "4444444404000",
      p1_other_1_0_77_3_0_joules: "NaN",
      p1_other_1_0_77_4_0: "7",
      'p1_equipment_identification_info{value="ISK5\\\\2M550T-1012"}': "1",
      p1_telegrams_rx_total: "1",
      'p1_errors_total{cause="crc"}': "0",
    };
    for (const [series, value] of Object.entries(expected)) {
      assert.equal(samples.get(series), value, series);
    }
  });

  test(
    name("what two codes say alike is there once; texts are labels that end where they should"),
    { skip },
    async () => {
      const bench = await Bench.create({ prometheus: "on", original: "on", "1-0:1.7.0": "my/own name" }, engine);
      bench.hear(
        telegram([
          "0-0:96.1.0(4142)",
          "0-0:96.1.1(4344)",
          "1-0:1.7.0(01.234*kW)",
          "1-1:1.7.0(05.000*kW)",
          '1-0:0.2.0(a"b\\c{d}=\u00e9)',
          `0-0:96.13.0(${"41".repeat(1000)})`,
        ]),
      );
      const text = bench.requests.send("get", "/metrics").body;
      const samples = samplesOf(text);
      assert.equal(samples.get("p1_instant_consumption_watts"), "1234");
      assert.equal(samples.get('p1_equipment_p1_meter_id_info{value="4142"}'), "1");
      assert.equal(samples.get('p1_equipment_firmware_info{value="a\\"b\\\\c{d}=?"}'), "1");
      assert.doesNotMatch(text, /own|message/);
    },
  );

  test(
    name("a meter that is silent says nothing; the simulator's readings are metrics of their own"),
    { skip },
    async () => {
      const bench = await Bench.create({ prometheus: "on" }, engine);
      bench.hear(telegram(["1-0:1.7.0(01.234*kW)"]));
      assert.match(bench.requests.send("get", "/metrics").body, /^p1_instant_consumption_watts 1234$/m);
      await bench.pass(300_000, 1000);
      const silent = samplesOf(bench.requests.send("get", "/metrics").body);
      assert.deepEqual(
        [...silent.keys()].filter((series) => /instant|equipment/.test(series)),
        [],
      );
      assert.equal(silent.get("p1_meter_silences_total"), "1");
      bench.configure("simulator", "on");
      bench.hear(telegram(["1-0:1.7.0(01.234*kW)"]));
      const simulated = bench.requests.send("get", "/metrics").body;
      assert.match(simulated, /^p1_simulated_instant_consumption_watts 1234$/m);
      assert.doesNotMatch(simulated, /^p1_instant/m);
    },
  );

  test(name("off, and for whom reading wants a login, there is nothing"), { skip }, async () => {
    const bench = await Bench.create({}, engine);
    assert.match(
      bench.requests.send("get", "/metrics").body,
      /"status":404,"detail":"Prometheus gets nothing: switch the setting prometheus on\."/,
    );
    bench.configure("prometheus", "on");
    bench.configure("login_for_reading", "on");
    assert.match(bench.requests.send("get", "/metrics").body, /"status":403/);
  });
}
