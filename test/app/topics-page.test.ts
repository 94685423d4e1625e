import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SETTINGS } from "../../ts/settings/list.ts";
import { connectedBench, type Bench } from "./support/device.ts";
import { decode, PROFILES, simulatedTelegram } from "../../tools/docs/simulated.ts";

/** Each piece of code on the page that may be a topic, with its phases and digits left open. */
const patterns = [...readFileSync("docs/topics.md", "utf8").matchAll(/`([^`\s]+)`/g)].map(([, topic = ""]) => {
  const open = topic
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/\/l1(?=_|$)/, "/l[123]")
    .replace(/(?<![a-z])n(?![a-z])/, "\\d");
  return new RegExp(`^p1_meter/${open}$`);
});

function isOnPage(topic: string): boolean {
  return patterns.some((pattern) => pattern.test(topic));
}

/** The topics that a device publishes when it hears this meter. */
async function topicsWith(profile: string): Promise<string[]> {
  const bench: Bench = await connectedBench({ simulator: "on", simulator_topic: "", publish_as_json: "on" });
  bench.hear(simulatedTelegram(profile));
  await bench.pass(1000);
  return bench.messages.map(({ topic }) => topic);
}

for (const profile of PROFILES) {
  test(`docs/topics.md has every topic of the simulator's ${profile}`, async () => {
    const topics = await topicsWith(profile);
    assert.ok(topics.length > 20);
    // The time of a value and what has no name are described there, and in no table.
    const named = topics.filter((topic) => !topic.endsWith("_time") && !topic.includes("/other/"));
    assert.deepEqual(
      named.filter((topic) => !isOnPage(topic)),
      [],
    );
  });
}

test("docs/topics.md has no place for what is not published", () => {
  assert.equal(isOnPage("p1_meter/total/consumption_kvarh"), false);
  assert.equal(isOnPage("p1_meter/instant/current/l4_A"), false);
});

test("docs/settings.md has every setting", () => {
  const page = readFileSync("docs/settings.md", "utf8");
  for (const { name } of SETTINGS) {
    assert.ok(page.includes(`| \`${name}\` |`), name);
  }
});

test("the example telegram is good", () => {
  const line = decode("dsmr5.txt", readFileSync("docs/examples/dsmr5.txt"));
  assert.match(line, /^\{"file":"dsmr5\.txt","ok":true,"crc":"arc",.*"skipped":\[\]\}\n$/);
});
