/** Settings at their limits, and a clock that jumps. */

import assert from "node:assert/strict";
import { test } from "node:test";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { host as clock } from "../../tools/desk/platform/clock.ts";
import { needs } from "../../tools/test/needs.ts";
import { SETTINGS } from "../../ts/settings/list.ts";
import type { Setting } from "../../ts/settings/setting.ts";
import { connectedBench, telegram } from "./support/device.ts";

const ENGINES: readonly EngineName[] = ["ts", "c"];

/** Those that would switch off what is looked at or open a port of this computer; and the login, whose limits are its own. */
const FIXED: readonly string[] = [
  "broker_host",
  "discovery",
  "login_password",
  "original",
  "simulator",
  "telegram_port",
];

/** The smallest and the largest value that a setting may have. */
function limitsOf({ kind, min, max, choices }: Setting): readonly [string, string] {
  switch (kind) {
    case "number":
      return [String(min), String(max)];
    case "switch":
      return ["off", "on"];
    case "choice":
      return [choices.split("|")[0] ?? "", choices.split("|").at(-1) ?? ""];
    case "wifi-password":
      return ["", max < 64 ? "x".repeat(max) : "F".repeat(64)];
    case "key":
      return ["", "F".repeat(32)];
    case "hex":
      return ["", "F".repeat(max)];
    case "address":
      return ["", "255.255.255.255"];
    default:
      return ["x".repeat(min), "x".repeat(max)];
  }
}

function lines(total: number): string[] {
  return [
    "1-3:0.2.8(50)",
    `1-0:1.8.1(${String(total).padStart(6, "0")}.000*kWh)`,
    `1-0:1.7.0(${String(total % 100).padStart(2, "0")}.000*kW)`,
    `0-0:96.13.0(${"41".repeat(1024)})`,
  ];
}

for (const engine of ENGINES) {
  const options = { skip: engine === "c" ? needs("cc") : false };

  for (const [which, words] of ["smallest", "largest"].entries()) {
    test(`engine ${engine}: with every setting at its ${words} value telegrams are published`, options, async () => {
      const settings = Object.fromEntries(
        SETTINGS.filter(({ name }) => !FIXED.includes(name)).map((one) => [one.name, limitsOf(one)[which] ?? ""]),
      );
      const bench = await connectedBench({ ...settings, discovery: "on" }, engine);
      for (let total = 100; total < 130; total++) {
        bench.hear(telegram(lines(total)));
        await bench.pass(10_000);
      }
      assert.equal(bench.counter("received"), 30);
      assert.deepEqual(
        bench.log.filter((line) => line.startsWith("error")),
        [],
      );
      const root = `${settings.root_topic}/`;
      const prefix = `${settings.discovery_prefix}/`;
      assert.ok(bench.messages.every(({ topic }) => [root, prefix, "dsmr/"].some((begin) => topic.startsWith(begin))));
      assert.ok(bench.messages.some(({ topic }) => topic.startsWith(`${root}total/`)));
      const told = bench.messages.filter(({ topic, payload }) => topic.endsWith("/config") && payload !== "");
      assert.ok(told.length > 20);
      assert.ok(told.every(({ payload }) => typeof JSON.parse(payload) === "object"));
    });
  }

  test(`engine ${engine}: each setting goes to its limits and back while the device runs`, options, async () => {
    const bench = await connectedBench({}, engine);
    for (const setting of SETTINGS.filter(({ name }) => !FIXED.includes(name))) {
      const [first, last] = limitsOf(setting);
      for (const value of [first, last]) {
        assert.equal(bench.configure(setting.name, value), "ok", `${setting.name}=${value}`);
        await bench.pass(200);
        bench.broker("connected");
        bench.hear(telegram(lines(100)));
      }
    }
    assert.equal(bench.counter("errors"), 0);
  });

  test(`engine ${engine}: a clock that jumps back an hour and a year stops nothing`, options, async () => {
    const bench = await connectedBench({ interval_min: "60" }, engine);
    const published: number[] = [];
    const minutes = async (count: number): Promise<void> => {
      for (let i = 0; i < count; i++) {
        bench.hear(telegram(lines(100 + published.length)));
        await bench.pass(1000);
        while (bench.acknowledge()) {
          // The next one.
        }
        await bench.pass(59_000);
        published.push(Object.keys(bench.takeReadings()).length);
      }
    };
    await minutes(20);
    const silences = bench.counter("silences");
    clock.setDate(Date.parse("2026-01-05T11:00:00Z"));
    await minutes(20);
    clock.setDate(Date.parse("2025-01-05T12:00:00Z"));
    await minutes(20);
    assert.ok(
      published.every((count) => count > 0),
      published.join(" "),
    );
    assert.equal(bench.counter("silences"), silences);
    assert.equal(bench.disconnects, 0);
  });
}
