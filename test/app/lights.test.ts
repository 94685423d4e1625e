/** What the lights show beside network, broker and meter, and the restart that they count down. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8 } from "ts2c";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { host as system } from "../../tools/desk/platform/system.ts";
import { needs } from "../../tools/test/needs.ts";
import { Lights, type Work } from "../../ts/lights/lights.ts";
import { Settings } from "../../ts/settings/settings.ts";
import { Bench, connectedBench, telegram } from "./support/device.ts";

const ENGINES: readonly EngineName[] = ["ts", "c"];
const GOOD = telegram(["1-0:1.8.1(000001.000*kWh)"]);
const [red, green, blue, yellow, purple, off] = ["48,0,0", "2,12,2", "0,0,16", "32,32,0", "32,0,32", "0,0,0"] as const;

/** The pictures that the lights show in so many milliseconds, each for how long. */
async function film(bench: Bench, milliseconds: number): Promise<[string, number][]> {
  const pictures: [string, number][] = [];
  for (let passed = 0; passed < milliseconds; passed += 100) {
    await bench.pass(100);
    const picture = bench.lights().join(" ");
    const last = pictures.at(-1);
    if (last?.[0] === picture) {
      last[1] += 100;
    } else {
      pictures.push([picture, 100]);
    }
  }
  return pictures;
}

const all = (colour: string): string => [colour, colour, colour].join(" ");

for (const engine of ENGINES) {
  const options = { skip: engine === "c" ? needs("cc") : false };

  test(`engine ${engine}: identify flashes for 15 seconds, also where the lights are dark`, options, async () => {
    const bench = await connectedBench({ lights_brightness: "0" }, engine);
    bench.hear(GOOD);
    await bench.pass(1500);
    assert.deepEqual(bench.lights(), [off, off, off]);
    bench.send("p1_meter/command", "identify");
    assert.deepEqual(bench.lights(), [purple, off, purple]);
    const pictures = await film(bench, 15_000);
    assert.deepEqual(new Set(pictures.slice(0, -1).map(([picture]) => picture)).size, 2);
    assert.ok(pictures.slice(1, -1).every(([, time]) => time === 500));
    assert.equal(pictures.at(-1)?.[0], all(off));
  });

  test(`engine ${engine}: a restart is counted down for 30 seconds, and then it happens`, options, async () => {
    let restarts = 0;
    system.onRestart(() => restarts++);
    const bench = await connectedBench({}, engine);
    bench.send("p1_meter/command", "restart");
    assert.equal(bench.log.at(-1), "warning: The device restarts in 30 seconds. The command cancel prevents it.");
    assert.deepEqual(bench.lights(), [purple, purple, purple]);
    await bench.pass(10_000);
    bench.send("p1_meter/command", "restart"); // Asking again makes nobody wait longer.
    const pictures = await film(bench, 19_900);
    assert.ok(pictures.every(([picture]) => picture === all(purple) || picture === all(blue)));
    await new Promise(setImmediate);
    assert.equal(restarts, 0);
    await bench.pass(100);
    await new Promise(setImmediate);
    assert.equal(restarts, 1);
    bench.stop();
    assert.deepEqual(bench.lights(), [red, red, red]);
    assert.equal(bench.messages.at(-1)?.payload, "offline");
  });

  test(`engine ${engine}: after identify the lights go on to count down`, options, async () => {
    const bench = await connectedBench({}, engine);
    bench.send("p1_meter/command", "restart");
    await bench.pass(5000);
    bench.send("p1_meter/command", "identify");
    assert.deepEqual(bench.lights(), [purple, off, purple]);
    await bench.pass(15_000);
    const pictures = await film(bench, 9000);
    assert.deepEqual(new Set(pictures.map(([picture]) => picture)), new Set([all(purple), all(blue)]));
    bench.send("p1_meter/command", "identify");
    bench.send("p1_meter/command", "cancel");
    assert.deepEqual(bench.lights(), [green, green, off]);
  });

  test(`engine ${engine}: a restart that is cancelled does not happen`, options, async () => {
    let restarts = 0;
    system.onRestart(() => restarts++);
    const bench = await connectedBench({}, engine);
    bench.hear(GOOD);
    bench.send("p1_meter/command", "cancel");
    assert.ok(!bench.log.includes("info: The restart is cancelled."));
    bench.send("p1_meter/command", "restart");
    await bench.pass(29_900);
    bench.send("p1_meter/command", "cancel");
    assert.equal(bench.log.at(-1), "info: The restart is cancelled.");
    await bench.pass(60_000);
    await new Promise(setImmediate);
    assert.equal(restarts, 0);
    assert.deepEqual(bench.lights(), [green, green, yellow]);
  });

  test(`engine ${engine}: the brightness is that of the setting, at once and up to its limit`, options, async () => {
    const bench = await connectedBench({}, engine);
    bench.configure("lights_brightness", "500");
    await bench.pass(100);
    assert.deepEqual(bench.lights(), ["10,60,10", "10,60,10", off]);
    bench.broker("lost");
    assert.equal(bench.lights()[1], "240,0,0");
    bench.configure("lights_brightness", "50");
    await bench.pass(100);
    assert.deepEqual(bench.lights(), ["1,6,1", "24,0,0", off]);
  });

  test(`engine ${engine}: after lights_minutes only what is wrong is shown`, options, async () => {
    const bench = await connectedBench({ lights_minutes: "2" }, engine);
    for (let i = 0; i < 11; i++) {
      bench.hear(GOOD);
      await bench.pass(10_000);
    }
    bench.hear(GOOD);
    assert.deepEqual(bench.lights(), [green, green, green]);
    await bench.pass(10_000);
    bench.hear(GOOD);
    assert.deepEqual(bench.lights(), [off, off, off]);
    bench.broker("lost");
    assert.deepEqual(bench.lights(), [off, red, off]);
    await bench.pass(60_000);
    assert.deepEqual(bench.lights(), [off, red, yellow]);
    bench.configure("lights_minutes", "0");
    await bench.pass(100);
    assert.equal(bench.lights()[0], green);
  });

  test(`engine ${engine}: by setting red blinks fast and yellow slowly; green never does`, options, async () => {
    const bench = await connectedBench({ lights_blink: "on" }, engine);
    bench.broker("lost");
    await bench.pass(60_000);
    const seen = await film(bench, 4000);
    assert.ok(seen.every(([picture]) => picture.startsWith(green)));
    const light = (index: number): Set<string> => new Set(seen.map(([picture]) => picture.split(" ")[index] ?? ""));
    assert.deepEqual(light(1), new Set([red, off]));
    assert.deepEqual(light(2), new Set([yellow, off]));
    const changes = (index: number): number =>
      seen.filter(([picture], i) => i > 0 && picture.split(" ")[index] !== seen[i - 1]?.[0].split(" ")[index]).length;
    assert.equal(changes(1), 19);
    assert.equal(changes(2), 5);
  });
}

test("a restart, provisioning and an update differ by their movement, and a restart by setting without colours", async () => {
  const moves = async (settings: Readonly<Record<string, string>>, work: Work): Promise<string[]> => {
    const bench = await connectedBench(settings); // It drives the clock, and asks for nothing meanwhile.
    const configured = new Settings();
    configured.reset();
    Object.entries(settings).forEach(([name, value]) => configured.assign(utf8(name), utf8(value)));
    const lights = new Lights(configured);
    lights.start(0);
    return [0, 500, 1000, 1500, 2000].map((now) => {
      lights.tick(now, false, work);
      return bench
        .lights()
        .map((colour) => (colour === off ? "." : "o"))
        .join("");
    });
  };
  assert.deepEqual(await moves({}, "provisioning"), ["o..", ".o.", "..o", ".o.", "o.."]);
  assert.deepEqual(await moves({}, "updating"), ["...", "o..", "oo.", "ooo", "..."]);
  const bench = await connectedBench({ lights_blink: "on" });
  bench.send("p1_meter/command", "restart");
  const pictures = await film(bench, 3000);
  assert.deepEqual(new Set(pictures.map(([picture]) => picture)), new Set([all(purple), all(off)]));
});
