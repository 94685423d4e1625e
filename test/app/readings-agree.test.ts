/** Decoder, MQTT, discovery and HTTP interface say the same of every real telegram. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { basename, resolve } from "node:path";
import { after, test } from "node:test";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { host as http } from "../../tools/desk/platform/http.ts";
import { needs } from "../../tools/test/needs.ts";
import { folder, goodTelegrams, skip } from "../telegrams/corpus.ts";
import { connectedBench, type Bench } from "./support/device.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const ENGINES: readonly EngineName[] = ["ts", "c"];
/** A reading of `/api/readings`, each on a line of its own: topic, value as it is written, unit, time. */
const READING =
  /^\{"topic":"([^"]*)",(?:"code":"[^"]*",)?"value":(.*),"unit":("(?:[^"\\]|\\.)*"),(?:"time":"([^"]*)",)?"age":\d+\},?$/;

/** A reading as the decoder writes it. */
interface Decoded {
  readonly topic: string;
  readonly value?: string;
  readonly time?: string;
  readonly entries?: unknown;
}

after(() => http.close());

/** What the decoder reads in each of these files. */
function decode(engine: EngineName, files: readonly string[]): Map<string, readonly Decoded[]> {
  const line = ["--import", "tsx", "tools/decode/main.ts", "--engine", engine, ...files];
  const { stdout, status } = spawnSync(process.execPath, line, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(status, 0);
  const lines = stdout.split("\n").filter(Boolean);
  return new Map(
    lines.map((text) => {
      const { file, readings } = JSON.parse(text) as { readonly file: string; readonly readings: readonly Decoded[] };
      return [file, readings];
    }),
  );
}

/** What was published last on each topic of a reading, and of a reading's own time. */
function published(bench: Bench): Map<string, string> {
  const readings = bench.messages.filter(
    ({ topic, retain }) => !retain && topic.startsWith("p1_meter/") && !/\/(sensor\/|history$)/.test(topic),
  );
  return new Map(readings.map(({ topic, payload }) => [topic.slice("p1_meter/".length), payload]));
}

/** The topics of which Home Assistant is told as readings of the meter. */
function discovered(bench: Bench): string[] {
  const configs = bench.messages.filter(({ topic, payload }) => topic.startsWith("homeassistant/") && payload !== "");
  const told = new Map(configs.map(({ topic, payload }) => [topic, JSON.parse(payload) as Record<string, unknown>]));
  return [...told.values()]
    .filter(({ availability }) => (availability as unknown[]).length === 2)
    .map((config) => String(config.state_topic).slice("p1_meter/".length));
}

for (const engine of ENGINES) {
  const options = { skip: skip || (engine === "c" ? needs("cc") : false) };

  test(`engine ${engine}: decoder, MQTT, discovery and HTTP agree about every real telegram`, options, async (t) => {
    const telegrams = goodTelegrams(folder ?? "");
    const decoded = decode(
      engine,
      telegrams.map(({ file }) => file),
    );
    let count = 0;
    for (const { file, bytes } of telegrams) {
      const name = basename(file);
      const bench = await connectedBench({ discovery: "on" }, engine);
      for (let i = 0; i < 3; i++) {
        bench.hear(bytes);
        await bench.pass(10_000);
      }
      const mqtt = published(bench);
      const lines = (await bench.get("/api/readings")).split("\n").filter((line) => line.startsWith("{"));
      const listed = lines.map((line) => READING.exec(line) ?? assert.fail(`${name}: ${line}`));
      for (const [, topic = "", value = "", unit = "", time] of listed) {
        const text = value.startsWith('"') ? (JSON.parse(value) as string) : value;
        assert.equal(mqtt.get(topic), text, `${name}: ${topic}`);
        const timeTopic = `${topic.replace(new RegExp(`_${JSON.parse(unit) as string}$`), "")}_time`;
        assert.equal(mqtt.get(timeTopic), time, `${name}: ${timeTopic}`);
        count++;
      }
      const topics = listed.map(([, topic = ""]) => topic);
      assert.deepEqual(topics.toSorted(), discovered(bench).toSorted(), name);
      const times = listed.filter(([, , , , time]) => time !== undefined).length;
      assert.equal(mqtt.size, topics.length + times, name);
      for (const { topic, value, time, entries } of decoded.get(file) ?? assert.fail(name)) {
        assert.equal(mqtt.get(topic), entries === undefined ? value : JSON.stringify(entries), `${name}: ${topic}`);
        assert.ok(topics.includes(topic), `${name}: ${topic}`);
        assert.equal(listed.find(([, one]) => one === topic)?.[4], time, `${name}: ${topic}`);
      }
    }
    t.diagnostic(`${telegrams.length} telegrams, ${count} readings`);
    assert.ok(count > telegrams.length * 10);
  });
}
