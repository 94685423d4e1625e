/** axe-core over every view, in every state that a person can see it in, dark and light. */

import assert from "node:assert/strict";
import { test } from "node:test";
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
  await using visit = await Visit.begin(browser(), { ...options, owned: true, desk: ["--profile", "be"] });
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
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator("#broker_port-wrong").waitFor();
  await at("settings, refused");
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
  await visit.open();
  await visit.desk.stop();
  await page.getByText("The device has not answered").waitFor();
  await at("live, no answer");
}
