/** What Prometheus reads, before its own `promtool`. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { DeskDevice } from "./support/desk-device.ts";
import { ENGINES } from "./support/desk-process.ts";

/** What promtool finds wrong with metrics; nothing where all is well. */
function complaints(metrics: string): string {
  const { status, stdout, stderr } = spawnSync("promtool", ["check", "metrics"], { input: metrics, encoding: "utf8" });
  return status === 0 ? "" : `${stdout}${stderr}` || `status ${status}`;
}

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: promtool is content with /metrics`, { skip: skip || needs("promtool") }, async () => {
    assert.match(complaints("# HELP a_kilojoules b\n# TYPE a_kilojoules gauge\na_kilojoules 1\n"), /base unit/);
    const settings = { prometheus: "on", simulator_profile: "be" };
    await using device = await DeskDevice.start(engine, { settings });
    const answer = await fetch(`${device.at}/metrics`);
    assert.equal(answer.headers.get("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    const metrics = await answer.text();
    assert.equal(complaints(metrics), "", metrics);
    assert.match(metrics, /^p1_simulated_consumption_by_tariff_joules_total\{tariff="high"\} \d+00$/m);
    assert.match(metrics, /^p1_simulated_instant_voltage_by_phase_volts\{phase="l1"\} 2\d\d\.\d$/m);
    assert.match(metrics, /^p1_simulated_water_meter_cubic_metres_total \d+\.\d{3}$/m);
    assert.match(metrics, /^p1_errors_total\{cause="crc"\} 0$/m);
    assert.match(metrics, /^p1_mem_free_bytes \d+$/m);
  });
}
