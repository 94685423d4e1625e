/** axe-core over every view, in every state that a person can see it in, dark and light. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { file, manifest, UpdateServer } from "../desk/support/update-server.ts";
import { Look } from "./support/axe.ts";
import { sharedBrowser, skip } from "./support/browser.ts";
import { Visit } from "./support/visit.ts";

const browser = sharedBrowser();

test("no state of any view has a violation", { skip }, async (t) => {
  const look = new Look();
  for (const colorScheme of ["dark", "light"] as const) {
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 1280, height: 900 },
    ]) {
      await walk(look, `${colorScheme} ${viewport.width}`, { colorScheme, viewport });
    }
  }
  t.diagnostic(`${look.states} states, ${look.violations.length} violations`);
  assert.deepEqual(look.violations, []);
});

async function walk(look: Look, screen: string, options: Parameters<typeof Visit.begin>[1]): Promise<void> {
  await using server = await UpdateServer.start();
  server.answers.set("/manifest.json", file(manifest(Buffer.alloc(9000), "9.9.9")));
  const update = ["--set", `update_url=${server.url("/manifest.json")}`, "--set", "update_unencrypted=on"];
  await using visit = await Visit.begin(browser(), { ...options, owned: true, desk: ["--profile", "be", ...update] });
  const { page } = visit;
  const at = (name: string): Promise<void> => look.at(page, `${screen} ${name}`);
  await visit.open();
  await page.locator(".watts").waitFor();
  await at("live");
  await visit.open("log");
  await at("log");
  await visit.open("update");
  await at("update, to log in");
  await visit.open("settings");
  await page.locator("details").first().waitFor();
  await at("settings, to log in");
  await visit.logIn("wrong horse");
  await page.locator("#password-problem").waitFor();
  await at("settings, wrong password");
  await visit.logIn();
  await page.locator("#host_name:enabled").waitFor();
  for (const group of await page.locator("details h2").allInnerTexts()) {
    await visit.unfold(group);
  }
  await at("settings, all unfolded");
  await page.getByLabel("Broker's port").fill("0");
  await at("settings, changed");
  await page.getByLabel("Code of the reading").fill("1-0:1.8.1");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByLabel("1-0:1.8.1").waitFor();
  await at("settings, a code");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator("#broker_port-wrong").waitFor();
  await at("settings, refused");
  const settings = { name: "p1_meter.json", mimeType: "application/json", buffer: Buffer.from("no JSON") };
  await page.getByLabel("Settings from a file:").setInputFiles(settings);
  await page.getByText("This is no file of settings.").waitFor();
  await at("settings, no file of settings");
  await visit.open("update");
  await page.getByLabel("Image").waitFor();
  await at("update");
  await page.getByLabel("Image").setInputFiles({
    name: "cat.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.alloc(5000, 0xff),
  });
  await page.getByRole("button", { name: "Install" }).click();
  await page.getByRole("alert").getByText("no firmware image").waitFor();
  await at("update, refused");
  await page.getByRole("button", { name: "Look now" }).click();
  await page.getByText("Version 9.9.9 is available.").waitFor();
  await at("update, a newer version");
  await visit.open("settings");
  await page.getByRole("button", { name: "Restart", exact: true }).click();
  await page.getByText("restarts within half a minute").waitFor();
  await at("a restart");
  await page.getByRole("button", { name: "Cancel the restart" }).click();
  await visit.open();
  await visit.desk.stop();
  await page.getByText("The device has not answered").waitFor();
  await at("live, no answer");
}
