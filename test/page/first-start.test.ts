/** The first start as a person sees it on a phone: from the open access point to the live page. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { LIMIT_MILLISECONDS } from "../../tools/picture/browser.ts";
import { startInsideBroker } from "../../tools/desk/inside-broker.ts";
import { DeskProcess } from "../desk/support/desk-process.ts";
import { Namesake } from "../desk/support/namesake.ts";
import { Look } from "./support/axe.ts";
import { sharedBrowser, skip } from "./support/browser.ts";

const AIR = [
  { name: "home ☕", password: "old secret", signal: -50 },
  { name: "open", password: "", signal: -80 },
];
const PASSWORD = "correct horse";

const browser = sharedBrowser();

test("password, a wrong and a right Wi-Fi, broker, live page", { skip }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "p1-walk-"));
  const broker = await startInsideBroker();
  const look = new Look();
  try {
    writeFileSync(join(folder, "air.json"), JSON.stringify(AIR));
    using namesake = new Namesake();
    const { name } = namesake;
    const names = ["--set", `host_name=${name}`, "--set", `root_topic=${name}`];
    const options = ["--wifi", join(folder, "air.json"), "--set", "simulator_period=1", ...names];
    await using desk = new DeskProcess(["--http", "0", "--engine", "ts", ...options, "--set", "broker_host="]);
    const at = (await desk.wrote(/p1-meter-[0-9a-f]{4} is (http:\/\/127\.0\.0\.2:\d+)\//))[1] ?? "";
    const context = await browser().newContext({ viewport: { width: 390, height: 844 }, locale: "en" });
    context.setDefaultTimeout(LIMIT_MILLISECONDS);
    const page = await context.newPage();

    await page.goto(at);
    await page.getByRole("heading", { name: "Set a password" }).waitFor();
    assert.match(page.url(), /#setup$/, "the page leads to the first step by itself");
    await look.at(page, "set a password");
    await page.locator("#password").fill("short");
    await page.getByRole("button", { name: "Set the password" }).click();
    await page.getByText("A password has 8 to 64 bytes.").waitFor();
    await look.at(page, "a password that is too short");
    await page.locator("#password").fill(PASSWORD);
    await page.getByRole("button", { name: "Set the password" }).click();

    await page.getByRole("button", { name: "Search for networks" }).click();
    await page.getByLabel("home ☕").check();
    await look.at(page, "networks");
    await page.getByLabel("Password of the network").fill("short");
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByText("wifi_password must have 8 to 63 bytes").waitFor();
    await look.at(page, "a Wi-Fi password that can be none");
    await page.getByLabel("Password of the network").fill("wrong secret");
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByText("The network refuses this password.").waitFor();
    await look.at(page, "a wrong Wi-Fi password");
    await page.getByLabel("Password of the network").fill("old secret");
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByText("Joined, and kept.").waitFor();
    await look.at(page, "joined");

    await page.locator("#broker_host").fill("127.0.0.1");
    await page.locator("#broker_port").fill(String(broker.port));
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("The broker is connected.").waitFor();
    await look.at(page, "broker");
    assert.match(await page.locator("section[aria-labelledby=access-point]").innerText(), /p1-meter-[0-9a-f]{4}/);

    await page.getByRole("heading", { name: `Another device is called ${name}` }).waitFor();
    await look.at(page, "another device has the name");
    const rename = page.getByRole("button", { name: `Call this one ${name}_` });
    await rename.click();
    await rename.waitFor({ state: "hidden" });
    await page.getByText("The broker is connected.").waitFor();
    const { settings } = await page.evaluate(async () => ({
      settings: (await (await fetch("/api/settings")).json()) as { readonly name: string; readonly value: string }[],
    }));
    for (const renamed of ["host_name", "root_topic"]) {
      assert.match(settings.find((one) => one.name === renamed)?.value ?? "", new RegExp(`^${name}_[0-9a-f]{6}$`));
    }

    const home = (await desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1] ?? "";
    await page.goto(home);
    await page.locator(".watts").waitFor();
    assert.match(await desk.wrote(/MQTT broker .* is connected/).then(([line]) => line), /is connected/);
    await context.close();
    t.diagnostic(`${look.states} states, ${look.violations.length} violations`);
    assert.deepEqual(look.violations, []);
  } finally {
    await broker.close();
    rmSync(folder, { recursive: true });
  }
});
