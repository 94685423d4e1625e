/** What HomeWizard's clients read, rule by rule; test/desk/homewizard.test.ts asks with one of them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES } from "../desk/support/desk-process.ts";
import { Bench, telegram } from "./support/device.ts";

function data(bench: Bench): Record<string, unknown> {
  return JSON.parse(bench.requests.send("get", "/api/v1/data").body) as Record<string, unknown>;
}

const WIRED = { wifi_ssid: "", wifi_strength: 100 };
const MODEL = { meter_model: "ISK5\\2M550T-1012" };

for (const { engine, skip } of ENGINES) {
  const name = (what: string): string => `engine ${engine}: ${what}`;

  test(name("power has its direction, tariffs are added up, times are those of the wall"), { skip }, async () => {
    const bench = await Bench.create({ homewizard: "on" }, engine);
    bench.hear(
      telegram([
        "1-3:0.2.8(50)",
        "0-0:96.1.1(4142)",
        "0-0:96.14.0(0002)",
        "1-0:1.8.1(000123.456*kWh)",
        "1-0:1.8.2(000000.544*kWh)",
        "1-0:2.8.1(000007.000*kWh)",
        "1-0:1.7.0(00.100*kW)",
        "1-0:2.7.0(01.234*kW)",
        "1-0:42.7.0(0.5*kW)",
        "1-0:32.7.0(230.1*V)",
        "1-0:31.7.0(004*A)",
        "0-0:96.7.21(00003)",
        "1-0:1.6.0(260102120000W)(02.345*kW)",
        "0-1:24.1.0(003)",
        "0-1:96.1.0(4344)",
        "0-1:24.2.1(260105120000W)(00012.345*m3)",
        "0-2:24.1.0(007)",
        "0-2:96.1.0(4546)",
        "0-2:24.2.1(260705120000S)(00001.5*m3)",
        "0-3:24.1.0(004)",
        "0-3:24.2.1(260105120000W)(00009.5*GJ)",
      ]),
    );
    assert.deepEqual(data(bench), {
      ...WIRED,
      ...{ smr_version: 50, ...MODEL, unique_id: "4142", active_tariff: 2 },
      ...{ total_power_import_t1_kwh: 123.456, total_power_import_t2_kwh: 0.544, total_power_import_kwh: 124 },
      ...{ total_power_export_t1_kwh: 7, total_power_export_kwh: 7 },
      ...{ active_power_w: -1134, active_power_l2_w: -500, active_voltage_l1_v: 230.1, active_current_l1_a: 4 },
      ...{ any_power_fail_count: 3, montly_power_peak_w: 2345, montly_power_peak_timestamp: 260102120000 },
      ...{ total_gas_m3: 12.345, gas_timestamp: 260105120000, gas_unique_id: "4344" },
      external: [
        { unique_id: "4344", type: "gas_meter", timestamp: 260105120000, value: 12.345, unit: "m3" },
        { unique_id: "4546", type: "water_meter", timestamp: 260705120000, value: 1.5, unit: "m3" },
      ],
    });
  });

  test(name("a meter that counts in Wh, in a group of its own, and adds up itself"), { skip }, async () => {
    const bench = await Bench.create({ homewizard: "on" }, engine);
    bench.hear(telegram(["1-1:1.8.0(00123456*Wh)", "1-1:1.8.1(00100000*Wh)", "1-1:1.7.0(0321*W)", "1-3:0.2.8(x5)"]));
    assert.deepEqual(data(bench), {
      ...WIRED,
      ...MODEL,
      ...{ total_power_import_kwh: 123.456, total_power_import_t1_kwh: 100, active_power_w: 321 },
    });
  });

  test(name("before a telegram and from a silent meter there is nothing to act by"), { skip }, async () => {
    const bench = await Bench.create({ homewizard: "on" }, engine);
    assert.deepEqual(data(bench), WIRED);
    bench.hear(telegram(["1-0:1.7.0(00.100*kW)"]));
    assert.deepEqual(data(bench), { ...WIRED, ...MODEL, active_power_w: 100 });
    await bench.pass(300_000, 1000);
    assert.deepEqual(data(bench), WIRED);
  });

  test(name("off it says how to switch it on, and asks for the login where reading does"), { skip }, async () => {
    const bench = await Bench.create({}, engine);
    for (const path of ["/api", "/api/v1/data", "/api/v1/telegram"]) {
      const { status, body } = bench.requests.send("get", path);
      assert.equal(status, 403);
      assert.match(body, /switch the setting homewizard on/);
    }
    bench.configure("homewizard", "on");
    assert.deepEqual(JSON.parse(bench.requests.send("get", "/api").body), {
      ...{ product_type: "HWE-P1", product_name: "P1 meter", serial: "0000000a0b0c", firmware_version: "0.1.0" },
      api_version: "v1",
    });
    assert.equal(bench.requests.send("get", "/api/v1/telegram").status, 404);
    bench.configure("login_for_reading", "on");
    assert.match(bench.requests.send("get", "/api/v1/data").body, /before a password is set/);
  });
}
