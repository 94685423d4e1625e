/** What a neighbour's Wi-Fi, a meter or a person can write is text on the page, and no part of an address or a topic. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { SETTINGS } from "../../ts/settings/list.ts";
import { telegram } from "../app/support/telegrams.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { statusOf } from "../desk/support/status.ts";
import { Subscriber } from "../desk/support/subscriber.ts";
import { sharedBrowser, skip as noBrowser } from "../page/support/browser.ts";
import { Visit } from "../page/support/visit.ts";

const browser = sharedBrowser();

/** 22 bytes: short enough for the name of a Wi-Fi. */
const MARKUP = "<img src onerror=h()>'";
/** The same where it would have to leave an attribute, a script or JSON first. */
const BROKEN_OUT = `"'</script></textarea>${MARKUP}`;

/** A meter whose texts are markup, and wildcards and line ends for topics. */
const text = (bytes: string): string => Buffer.from(bytes).toString("hex").toUpperCase();
const METER = telegram(
  [
    "1-3:0.2.8(50)",
    "0-0:1.0.0(260122141618W)",
    `0-0:96.1.1(${text(`${MARKUP}/+/#`)})`,
    "1-0:1.8.1(000306.946*kWh)",
    "1-0:1.7.0(00.193*kW)",
    `0-0:96.13.0(${text(`${BROKEN_OUT}\r\n\0/#`)})`,
    `0-0:96.13.1(${text(BROKEN_OUT)})`,
    `1-0:99.99.9(${MARKUP})`,
    `0-1:24.1.0(003)`,
    `0-1:96.1.0(${text(`${MARKUP}#+`)})`,
    "0-1:24.2.1(260122141500W)(00246.138*m3)",
  ],
  `ISK5\\2${MARKUP}#+`,
);

/** Every text that a person can set, as markup as long as it may be. */
const TEXTS = Object.fromEntries(
  SETTINGS.filter(
    ({ name, kind }) => ["text", "topic"].includes(kind) && !["update_url", "wifi_name", "broker_host"].includes(name),
  ).map(({ name, max }) => [
    name,
    max >= BROKEN_OUT.length && !name.includes("topic") ? BROKEN_OUT : MARKUP.replaceAll("/", ""),
  ]),
);

for (const { engine, skip } of ENGINES) {
  test(
    `engine ${engine}: what others write is shown as it is, in every view, and becomes no topic`,
    { skip: skip || noBrowser },
    async (t) => {
      const folder = mkdtempSync(join(tmpdir(), "p1-markup-"));
      t.after(() => rmSync(folder, { recursive: true }));
      const [air, meter] = [join(folder, "air.json"), join(folder, "meter.txt")];
      const names = [MARKUP, `${MARKUP}2`, "home"];
      writeFileSync(air, JSON.stringify(names.map((name) => ({ name, password: "", signal: -50 }))));
      writeFileSync(meter, METER.repeat(3), "latin1");
      const set = Object.entries(TEXTS).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
      const desk = ["--replay", meter, "--wifi", air, "--set", `wifi_name=${MARKUP}`, ...set];
      await using visit = await Visit.begin(browser(), { engine, owned: true, desk });
      await using subscriber = await Subscriber.at(await visit.desk.brokerPort());
      const { page } = visit;
      let ran = 0;
      await page.exposeFunction("h", () => ran++);
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(String(error)));
      const look = async (view: string, shows: string): Promise<void> => {
        await visit.open(view);
        await page.getByText(shows).first().waitFor();
        await page.locator("details").evaluateAll("(all) => all.forEach((one) => (one.open = true))");
        assert.equal(await page.locator("img, script[src], iframe, object, embed").count(), 0, view);
      };
      await statusOf(visit.at, () => true); // It joins its network first.
      await visit.open("settings");
      await visit.logIn();
      await page.locator("#host_name:enabled").waitFor();
      for (const [name, value] of Object.entries(TEXTS)) {
        const field = page.locator(`#${name}`);
        if ((await field.count()) > 0) {
          assert.equal(await field.inputValue(), value, name);
        }
      }
      await look("settings", "MQTT");
      await look("live", MARKUP);
      await look("log", MARKUP);
      await look("update", "0.1.0");
      await look("setup", "Wi-Fi");
      await page.getByRole("button", { name: /Search/ }).click();
      await page.getByText(`${MARKUP}2`).first().waitFor();
      assert.equal(await page.locator("img").count(), 0);
      for (const path of ["/api/settings", "/api/readings", "/api/log", "/api/telegram"]) {
        const said = await fetch(`${visit.at}${path}`);
        assert.match(said.headers.get("content-type") ?? "", /^(application\/json|text\/plain)/, path);
      }
      const whole = await fetch(visit.at);
      assert.equal(whole.headers.get("x-frame-options"), "DENY", "no other site shows it in a frame");
      assert.match(await whole.text(), /Content-Security-Policy"\s+content="default-src 'none';/);
      assert.equal(ran, 0, "markup ran");
      assert.deepEqual(errors, []);

      await subscriber.payload(`${TEXTS.root_topic}/instant/consumption_kW`);
      assert.ok(
        subscriber.messages.some(({ payload }) => payload.includes("<img")),
        "the meter's texts arrive",
      );
      for (const topic of subscriber.topics()) {
        assert.doesNotMatch(topic, /[+#\0-\x1f\x7f]/, topic);
        const isOurs = ["homeassistant/", TEXTS.discovery_prefix, TEXTS.root_topic, "p1_meter"].some((root) =>
          topic.startsWith(root),
        );
        assert.ok(isOurs, topic);
      }
    },
  );
}
