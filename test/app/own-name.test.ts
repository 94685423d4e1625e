/** The device's name in the home, when another device goes by it already. */

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { host as network } from "../../tools/desk/platform/network.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { Bench } from "./support/device.ts";

const OTHER = 0xc0a80709;

after(() => network.hear(null));

interface Status {
  readonly name: string;
  readonly proposed_name?: string;
  readonly network: { readonly address: string };
}

function status(bench: Bench, host = "p1_meter"): Status {
  const { status: code, body } = bench.requests.send("get", "/api/status", "", { host });
  assert.equal(code, 200);
  return JSON.parse(body) as Status;
}

const warnings = (bench: Bench): string[] => bench.log.filter((line) => line.includes("goes by this one's name"));

for (const { engine, skip } of ENGINES) {
  const create = async (settings: Readonly<Record<string, string>>, namesake: number): Promise<Bench> => {
    network.hear(null);
    const bench = await Bench.create(settings, engine, undefined, { joined: false });
    bench.namesake = namesake;
    await bench.pass(100);
    bench.network("up");
    await bench.pass(100);
    return bench;
  };

  test(
    `engine ${engine}: a name that is another device's brings a proposal, until another one is set`,
    { skip },
    async () => {
      const bench = await create({}, OTHER);
      assert.deepEqual(bench.asked, ["p1_meter"]);
      assert.equal(status(bench).proposed_name, "p1_meter_0a0b0c");
      assert.equal(warnings(bench).length, 1);
      bench.configure("host_name", "p1_meter_0a0b0c");
      bench.namesake = 0;
      await bench.pass(100);
      bench.network("up");
      assert.deepEqual(bench.asked, ["p1_meter", "p1_meter_0a0b0c"]);
      assert.equal(status(bench, "p1_meter_0a0b0c.local").proposed_name, undefined);
    },
  );

  test(`engine ${engine}: nobody's name is the device's, and so is its own echo`, { skip }, async () => {
    const free = await create({}, 0);
    assert.deepEqual([status(free).proposed_name, warnings(free)], [undefined, []]);
    const own = status(free)
      .network.address.split(".")
      .reduce((number, part) => number * 256 + Number(part), 0);
    const echo = await create({}, own);
    assert.deepEqual([status(echo).proposed_name, warnings(echo)], [undefined, []]);
  });

  test(`engine ${engine}: the longest name leaves room for what makes it another one`, { skip }, async () => {
    const bench = await create({ host_name: "n".repeat(32) }, OTHER);
    const other = `${"n".repeat(25)}_0a0b0c`;
    assert.equal(status(bench, other).proposed_name, other);
  });

  test(`engine ${engine}: a broker that is named by mDNS is asked for when the name is known`, { skip }, async () => {
    network.hear(null);
    const bench = await Bench.create({ broker_host: "broker.local" }, engine, undefined, { joined: false });
    await bench.pass(100);
    bench.namesake = null;
    bench.network("up");
    await bench.pass(1000);
    assert.deepEqual(bench.asked, ["p1_meter"], "the driver has one question at a time");
    bench.name("not-found", 0);
    await bench.pass(100);
    assert.deepEqual(bench.asked, ["p1_meter", "broker"]);
    bench.name("found", OTHER);
    assert.equal(bench.attempts.at(-1)?.host, "192.168.7.9");
    assert.equal(status(bench).proposed_name, undefined, "that was not about the name");
  });
}
