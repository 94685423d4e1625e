/** The page of a release, which installs by cable, in a real browser. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { LIMIT_MILLISECONDS } from "../../tools/picture/browser.ts";
import { Workshop } from "../firmware/support/workshop.ts";
import { Look } from "./support/axe.ts";
import { sharedBrowser, skip } from "./support/browser.ts";

const browser = sharedBrowser();

const TYPES: Readonly<Record<string, string>> = { html: "text/html", js: "text/javascript", json: "application/json" };

test("the page of a release has its button, and finds all that it installs beside it", { skip }, async () => {
  using shop = new Workshop();
  assert.equal(shop.release(shop.build("c3", "esp32c3"), shop.build("s3", "esp32s3")), "");
  const folder = join(shop.folder, "out");
  const server = createServer(({ url = "/" }, response) => {
    const file = join(folder, url === "/" ? "index.html" : url);
    const type = TYPES[file.split(".").at(-1) ?? ""] ?? "application/octet-stream";
    response.writeHead(existsSync(file) ? 200 : 404, { "Content-Type": type });
    response.end(existsSync(file) ? readFileSync(file) : "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context = await browser().newContext();
  try {
    context.setDefaultTimeout(LIMIT_MILLISECONDS);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("response", (response) => {
      if (!response.url().startsWith(at) || response.status() !== 200) {
        faults.push(`${response.url()} ${response.status()}`);
      }
    });
    // A browser asks for it by itself.
    await page.route("**/favicon.ico", (route) => route.fulfill({ status: 200, body: "" }));
    await page.addInitScript(`const ask = Serial.prototype.requestPort;
      Serial.prototype.requestPort = function (...filters) {
        globalThis.isAskedForPort = true;
        return ask.apply(this, filters);
      };`);
    await page.goto(at);
    await page.evaluate("customElements.whenDefined('esp-web-install-button')");
    await page.locator("esp-web-install-button[install-supported]").getByRole("button", { name: "Install" }).waitFor();
    const look = new Look();
    await look.at(page, "install page");
    assert.deepEqual(look.violations, []);
    const { builds } = (await (await fetch(`${at}/web-install.json`)).json()) as {
      builds: { chipFamily: string; parts: { path: string }[] }[];
    };
    assert.deepEqual(
      builds.map(({ chipFamily }) => chipFamily),
      ["ESP32-C3", "ESP32-S3"],
    );
    for (const { path } of builds.flatMap(({ parts }) => parts)) {
      const image = Buffer.from(await (await fetch(`${at}/${path}`)).arrayBuffer());
      assert.ok(image.includes("p1_meter"), path);
    }
    // From here on it is the browser's own dialogue, which lists the ports: without a screen nobody can choose one.
    await page.getByRole("button", { name: "Install" }).click();
    await page.waitForFunction("globalThis.isAskedForPort");
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
    server.close();
  }
});
