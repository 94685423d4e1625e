import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { HTTP_STREAMS } from "../../ts/sockets.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { freePort } from "../desk/support/free-port.ts";
import { sharedBrowser, skip } from "./support/browser.ts";
import { Visit } from "./support/visit.ts";

const browser = sharedBrowser();

/** Telegrams of a house with much sun. */
const REPLAY = ["--replay", "docs/examples/dsmr5.txt"];

for (const { engine, skip: noEngine } of ENGINES) {
  test(
    `engine ${engine}: the page shows the power, the totals and every reading`,
    { skip: skip || noEngine },
    async () => {
      await using visit = await Visit.begin(browser(), { engine, desk: REPLAY });
      await visit.open();
      const { page, at } = visit;
      await page.locator(".watts").waitFor();
      const readings = (await (await fetch(`${at}/api/readings`)).json()) as {
        topic: string;
        code?: string;
        value: unknown;
      }[];
      const value = (topic: string): number => Number(readings.find((one) => one.topic === topic)?.value);
      const watts = Math.round(value("instant/production_kW") * 1000);
      assert.equal(
        await page.locator(".watts").innerText(),
        `${new Intl.NumberFormat("en").format(watts)} W ↑ to the grid`,
      );
      const total = new Intl.NumberFormat("en", { minimumFractionDigits: 3 }).format(
        value("total/consumption_low_tariff_kWh"),
      );
      assert.match(await page.locator(".totals").innerText(), new RegExp(`From the grid, low tariff\\n+${total} kWh`));
      assert.deepEqual(
        await page.locator(".readings tbody th").allInnerTexts(),
        readings.map(({ topic, code }) => (code === undefined ? topic : `${topic}\n${code}`)),
      );
    },
  );
}

test("the page asks nobody but the device, and the device gives all that it asks for", { skip }, async () => {
  await using visit = await Visit.begin(browser());
  const asked: string[] = [];
  const missed: string[] = [];
  visit.page.on("request", (request) => asked.push(new URL(request.url()).origin));
  visit.page.on("pageerror", (error) => missed.push(String(error)));
  await visit.open();
  await visit.page.locator(".watts").waitFor();
  assert.deepEqual([...new Set(asked.filter((origin) => origin !== "null"))], [visit.at]);
  assert.deepEqual(missed, []);
});

test("a view is shown exactly where the device answers what it stands on", { skip }, async () => {
  await using visit = await Visit.begin(browser());
  await visit.open();
  await visit.page.locator('nav a[href="#settings"]').waitFor();
  for (const [view, path] of [
    ["settings", "/api/settings"],
    ["log", "/api/log"],
    ["update", "/api/firmware"],
    ["setup", "/api/networks"],
  ] as const) {
    const { status } = await fetch(`${visit.at}${path}`);
    assert.equal(await visit.page.locator(`nav a[href="#${view}"]`).count(), status === 404 ? 0 : 1, view);
  }
  const { status } = await fetch(`${visit.at}/api/history?span=hour`);
  assert.equal(await visit.page.locator(".history").count(), status === 404 ? 0 : 1);
});

test("a device that is gone is told as such, with what to look at", { skip }, async () => {
  await using visit = await Visit.begin(browser());
  await visit.open();
  await visit.desk.stop();
  await visit.page.getByText(/The device has not answered for .* Is it powered/).waitFor();
  assert.equal(await visit.page.locator("header .answering").innerText(), "No answer");
});

test("a broker that is not there is told, with the reason and what to look at", { skip }, async () => {
  await using visit = await Visit.begin(browser(), { desk: ["--broker", `mqtt://127.0.0.1:${await freePort()}`] });
  await visit.open();
  await visit.page.locator(".lights").getByText("red: not connected").waitFor();
  await visit.page.getByRole("alert").getByText("Nobody answers at the broker's address").waitFor();
});

/** Waits until the power that is shown was another one so many times. */
async function watchPower(page: Page, times: number): Promise<void> {
  const watts = page.locator(".watts strong");
  for (let i = 0; i < times; i++) {
    const before = await watts.innerText();
    await watts.filter({ hasNotText: before }).waitFor();
  }
}

test("the values come by themselves: the page asks for them once", { skip }, async () => {
  await using visit = await Visit.begin(browser(), { desk: ["--set", "simulator_period=1"] });
  let asked = 0;
  visit.page.on("request", (request) => (asked += request.url().endsWith("/api/readings") ? 1 : 0));
  await visit.open();
  await visit.page.locator(".watts").waitFor();
  await watchPower(visit.page, 1);
  const before = asked;
  await watchPower(visit.page, 5);
  assert.ok(asked <= before + 2, `${asked - before} times in five changes`); // Without the stream it asks every 2 s.
});

test("where as many watch as can, the page asks instead", { skip }, async () => {
  await using visit = await Visit.begin(browser(), { desk: ["--set", "simulator_period=1"] });
  const abort = new AbortController();
  for (let i = 0; i < HTTP_STREAMS; i++) {
    assert.equal((await fetch(`${visit.at}/api/events`, { signal: abort.signal })).status, 200);
  }
  await visit.open();
  await visit.page.locator(".watts").waitFor();
  await watchPower(visit.page, 3);
  abort.abort();
});

test("a restart is told, and prevented", { skip }, async () => {
  await using visit = await Visit.begin(browser(), { owned: true });
  await visit.open("settings");
  await visit.logIn();
  await visit.page.getByRole("button", { name: "Restart", exact: true }).click();
  await visit.page.getByRole("alert").getByText("restarts within half a minute").waitFor();
  await visit.page.getByRole("button", { name: "Cancel the restart" }).click();
  await visit.desk.wrote(/The restart is cancelled/);
  await visit.page.getByText("restarts within half a minute").waitFor({ state: "detached" });
});

test("the page speaks the browser's language first, then the one that was chosen", { skip }, async () => {
  await using visit = await Visit.begin(browser(), { locale: "nl-BE" });
  await visit.open();
  assert.equal(await visit.page.locator("h2#now").innerText(), "Vermogen nu");
  await visit.page.getByLabel("Taal").selectOption("fr");
  assert.equal(await visit.page.locator("h2#now").innerText(), "Puissance actuelle");
  await visit.page.reload();
  assert.equal(await visit.page.locator("h2#now").innerText(), "Puissance actuelle");
  assert.equal(await visit.page.locator("html").getAttribute("lang"), "fr");
});

test("the page is as dark as the system, until it is switched", { skip }, async () => {
  await using visit = await Visit.begin(browser(), { colorScheme: "light" });
  const theme = (): Promise<string | null> => visit.page.locator("html").getAttribute("data-theme");
  await visit.open();
  assert.equal(await theme(), "light");
  await visit.page.getByRole("button", { name: "Dark" }).click();
  assert.equal(await theme(), "dark");
  await visit.page.reload();
  assert.equal(await theme(), "dark");
});
