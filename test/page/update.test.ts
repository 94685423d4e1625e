import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { startInsideBroker } from "../../tools/desk/inside-broker.ts";
import { firmwareImage } from "../app/support/image.ts";
import { DeskProcess } from "../desk/support/desk-process.ts";
import { freePort } from "../desk/support/free-port.ts";
import { looked } from "../desk/support/status.ts";
import { breaking, file, manifest, UpdateServer } from "../desk/support/update-server.ts";
import { sharedBrowser, skip } from "./support/browser.ts";
import { Visit } from "./support/visit.ts";

const browser = sharedBrowser();

/** What a person chooses in the file dialog. */
function chosen(buffer: Buffer): { name: string; mimeType: string; buffer: Buffer } {
  return { name: "p1_meter.bin", mimeType: "application/octet-stream", buffer };
}

test("an update is sent, and what became of it is told; what is no image is refused", { skip }, async () => {
  const state = mkdtempSync(join(tmpdir(), "p1-state-"));
  try {
    await using visit = await Visit.begin(browser(), { owned: true, desk: ["--state", state] });
    const { page, desk } = visit;
    await visit.open("update");
    await desk.wrote(/is connected/);
    await visit.logIn();
    const install = page.getByRole("button", { name: "Install" });
    assert.ok(await install.isDisabled());

    await page.getByLabel("Image").setInputFiles(chosen(Buffer.alloc(5000, 0xff)));
    await install.click();
    assert.equal(await page.getByRole("alert").innerText(), "This is no firmware image.");

    await page.getByLabel("Image").setInputFiles(chosen(firmwareImage({ version: "0.0.9" })));
    await install.click();
    await page.getByText(/older than the firmware that runs/).waitFor();

    await page.getByLabel("Image").setInputFiles(chosen(firmwareImage({ version: "9.9.9", size: 1_200_000 })));
    await install.click();
    await page.locator("progress").waitFor();
    await desk.wrote(/Firmware 9\.9\.9 is on trial/);
    await page.getByText("Version 9.9.9 works and is kept.").waitFor();
    await page.getByText("9.9.9 is kept.").waitFor();

    await visit.logIn();
    await page.getByLabel("Image").setInputFiles(chosen(firmwareImage({ version: "0.0.9" })));
    await page.getByLabel("An older version too").check();
    await install.click();
    await page.getByText("0.0.9 is kept.").waitFor();
  } finally {
    rmSync(state, { recursive: true });
  }
});

test(
  "a newer version is looked for, told, fetched with its progress, and kept; what is wrong is told",
  { skip },
  async () => {
    const state = mkdtempSync(join(tmpdir(), "p1-state-"));
    await using server = await UpdateServer.start();
    try {
      const settings = ["--set", `update_url=${server.url("/manifest.json")}`, "--set", "update_unencrypted=on"];
      await using visit = await Visit.begin(browser(), { owned: true, desk: ["--state", state, ...settings] });
      const { page, desk } = visit;
      await visit.open("update");
      await desk.wrote(/is connected/);
      await visit.logIn();
      const card = page.locator("section[aria-labelledby=fetch]");
      const look = card.getByRole("button", { name: "Look now" });
      await look.click();
      await card.getByText("no such file").waitFor();

      const image = firmwareImage({ version: "9.9.9", size: 1_200_000 });
      server.answers.set("/manifest.json", file(manifest(image, "9.9.9")));
      server.answers.set("/image.bin", breaking(image, [400_000]));
      await look.click();
      await card.getByText("Version 9.9.9 is available.").waitFor();
      await card.getByRole("button", { name: "Install version 9.9.9" }).click();
      await card.locator("progress[value]").waitFor();
      await desk.wrote(/Firmware 9\.9\.9 is on trial/);
      await page.locator("section[aria-labelledby=firmware]").getByText("9.9.9").waitFor();
      assert.ok(
        server.asked.some((one) => one.startsWith("/image.bin bytes=")),
        "it went on where it broke",
      );
      await visit.logIn();
      await look.click();
      await card.getByText("No newer version is known.").waitFor();
    } finally {
      rmSync(state, { recursive: true });
    }
  },
);

test("an image with which the broker is away is rolled back, and the page says so", { skip }, async () => {
  const state = mkdtempSync(join(tmpdir(), "p1-state-"));
  const broker = await startInsideBroker();
  const desk = ["--state", state, "--broker", `mqtt://127.0.0.1:${broker.port}`];
  try {
    const port = String(await freePort());
    await using visit = await Visit.begin(browser(), { owned: true, port, desk });
    const { page } = visit;
    await visit.open("update");
    await visit.logIn();
    await visit.desk.wrote(/is connected/);
    await looked(visit.at);
    await broker.close();
    await page.getByLabel("Image").setInputFiles(chosen(firmwareImage({ version: "9.9.9", size: 200_000 })));
    await page.getByRole("button", { name: "Install" }).click();
    await page.getByText("Version 9.9.9 runs on trial").waitFor();
    await visit.desk[Symbol.asyncDispose](); // The power goes.
    await using again = new DeskProcess(["--http", port, "--engine", "ts", ...desk]);
    await again.wrote(/Firmware 9\.9\.9 was rolled back/);
    await page.getByText(/The new version did not work: the device is back at \d/).waitFor();
    await page.getByText(/Version 9\.9\.9 was rolled back/).waitFor();
  } finally {
    rmSync(state, { recursive: true });
  }
});
