/** New settings of network or broker have two minutes to work. */

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { host as clock } from "../../tools/desk/platform/clock.ts";
import { host as datagrams } from "../../tools/desk/platform/datagrams.ts";
import { host as network } from "../../tools/desk/platform/network.ts";
import { host as storage } from "../../tools/desk/platform/settings.ts";
import { host as update } from "../../tools/desk/platform/update.ts";
import { Bench } from "./support/device.ts";

const KNOWN = { wifi_name: "home", wifi_password: "old secret" };
const OLD = { name: "home", password: "old secret" };

update.setWithoutLogin(true);
after(() => network.hear(null));

/** A device whose Wi-Fi and broker work. */
async function working(state?: string): Promise<Bench> {
  network.hear([]);
  const bench = await Bench.create({ ...KNOWN, broker_host: "old-broker" }, "ts", state);
  await bench.pass(200);
  bench.broker("connected");
  await bench.pass(200);
  return bench;
}

const host = (bench: Bench): string | undefined => bench.attempts.at(-1)?.host;
const told = (bench: Bench): string[] => bench.log.filter((line) => line.includes("the old ones are back"));

test("a Wi-Fi that is not joined within two minutes gives way to the last that was", async () => {
  const bench = await working();
  bench.configure("wifi_name", "new");
  bench.configure("wifi_password", "new secret");
  await bench.pass(119_900);
  assert.deepEqual(bench.joins.at(-1), { name: "new", password: "new secret" });
  await bench.pass(300);
  assert.deepEqual(bench.joins.at(-1), OLD);
  assert.equal(told(bench).length, 1);
  bench.network("up");
  await bench.pass(100);
  bench.broker("connected");
  await bench.pass(600_000);
  assert.equal(told(bench).length, 1);
});

test("a Wi-Fi in which the broker is found stays; one in which it is not gives way, though it is joined", async () => {
  const bench = await working();
  bench.configure("ip_address", "10.0.0.9");
  await bench.pass(200);
  bench.network("up");
  await bench.pass(119_700);
  assert.equal(bench.address[0], 0x0a000009);
  await bench.pass(300);
  assert.equal(bench.address[0], 0);

  const other = await working();
  other.configure("ip_address", "10.0.0.9");
  await other.pass(200);
  other.network("up");
  await other.pass(1000);
  other.broker("connected");
  await other.pass(600_000);
  assert.equal(other.address[0], 0x0a000009);
  assert.deepEqual(told(other), []);
});

test("what a form sets is not taken back at once where its tick takes a while", async () => {
  const bench = await working();
  bench.configure("syslog_server", "192.168.1.5");
  // A driver of the same tick, before the form's settings are put to work: the clock goes on in it.
  datagrams.replace({
    open: () => true,
    close: () => undefined,
    receive: () => 0,
    answer: () => undefined,
    send: () => {
      void clock.advance(1, () => Promise.resolve());
      return false;
    },
  });
  bench.requests.send("post", "/api/settings", '{"ip_address":"10.0.0.9","broker_host":"new-broker"}');
  await bench.pass(1000);
  assert.deepEqual(told(bench), []);
  assert.equal(bench.address[0], 0x0a000009);
});

test("a broker that is not there within two minutes gives way to the last that was", async () => {
  const bench = await working();
  bench.configure("broker_host", "new-broker");
  bench.configure("broker_password", "new");
  await bench.pass(119_900);
  assert.equal(host(bench), "new-broker");
  await bench.pass(300);
  assert.equal(host(bench), "old-broker");
  assert.equal(told(bench).length, 1);
});

test("the broker's two minutes count while there is a network", async () => {
  const bench = await working();
  bench.configure("broker_host", "new-broker");
  bench.network("down");
  await bench.pass(1_000_000);
  assert.deepEqual(told(bench), []);
  bench.network("up");
  await bench.pass(119_800);
  assert.deepEqual(told(bench), []);
  await bench.pass(300);
  assert.equal(told(bench).length, 1);
});

test("a broker that works stays, and is what the next one gives way to", async () => {
  const bench = await working();
  bench.configure("broker_host", "second");
  await bench.pass(200);
  bench.broker("connected");
  await bench.pass(600_000);
  bench.broker("lost");
  await bench.pass(600_000);
  assert.equal(host(bench), "second", "one that worked and is away is waited for");
  bench.configure("broker_host", "third");
  await bench.pass(120_100);
  assert.equal(host(bench), "second");
});

test("what never worked, and what was taken away, is not brought back", async () => {
  const bench = await Bench.create({ ...KNOWN, broker_host: "never" });
  await bench.pass(1000);
  bench.configure("broker_host", "new-broker");
  await bench.pass(600_000);
  assert.equal(host(bench), "new-broker");

  const other = await working();
  const attempts = other.attempts.length;
  other.configure("broker_host", "");
  await other.pass(600_000);
  assert.equal(other.attempts.length, attempts);
  const third = await working();
  const joins = third.joins.length;
  third.configure("wifi_name", "");
  await third.pass(600_000);
  assert.equal(third.joins.length, joins);
  assert.deepEqual([...told(other), ...told(third)], []);
});

test("other settings are no reason to go back, and stay when others do", async () => {
  const bench = await working();
  bench.configure("interval_min", "77");
  bench.configure("broker_host", "new-broker");
  await bench.pass(120_300);
  assert.equal(host(bench), "old-broker");
  const settings = JSON.parse(bench.requests.send("get", "/api/settings").body) as { name: string; value: string }[];
  assert.equal(settings.find(({ name }) => name === "interval_min")?.value, "77");
});

test("the longest settings have room, and come back as they were", async () => {
  const long = {
    ...{ wifi_name: "ä".repeat(16), wifi_password: "F".repeat(64), access_point_key: "k".repeat(63) },
    ...{ ip_address: "255.255.255.254", ip_router: "255.255.255.253", ip_name_server: "255.255.255.252" },
    ...{ broker_host: "h".repeat(128), broker_user: "u".repeat(64), broker_password: "p".repeat(64) },
    ...{ client_id: "c".repeat(64), broker_port: "65535" },
  };
  network.hear([]);
  const bench = await Bench.create(long);
  await bench.pass(200);
  bench.broker("connected");
  await bench.pass(200);
  const [join, attempt, address] = [bench.joins.at(-1), bench.attempts.at(-1), bench.address];
  for (const name of ["wifi_name", "broker_host"]) {
    bench.configure(name, "x");
  }
  bench.configure("client_id", "x");
  bench.configure("ip_address", "");
  await bench.pass(121_000);
  assert.deepEqual([bench.joins.at(-1), bench.address], [join, address]);
  bench.network("up");
  await bench.pass(121_000);
  assert.deepEqual(bench.attempts.at(-1), attempt);
});

test("what the page sets has its two minutes too: the connection that stands meanwhile says nothing of it", async () => {
  const bench = await working();
  const form = '{"broker_host":"new-broker"}';
  assert.equal(bench.requests.send("post", "/api/settings", form).status, 200);
  await bench.pass(119_900);
  assert.equal(host(bench), "new-broker");
  await bench.pass(700);
  assert.equal(host(bench), "old-broker");
  assert.equal(bench.requests.send("post", "/api/settings", '{"wifi_name":"new"}').status, 200);
  await bench.pass(119_900);
  assert.equal(bench.joins.at(-1)?.name, "new");
  await bench.pass(700);
  assert.deepEqual(bench.joins.at(-1), OLD);
  assert.equal(told(bench).length, 2);
});

test("a power cut in the two minutes does not lose what worked: after it they begin anew", async () => {
  const state = mkdtempSync(join(tmpdir(), "p1-fallback-"));
  const newest = async (): Promise<Bench> => Bench.create({}, "ts", state, { handsIn: false });
  try {
    const bench = await working(state);
    bench.configure("broker_host", "new-broker");
    bench.configure("broker_password", "new");
    await storage.finish();
    await bench.pass(60_000);

    const cut = await newest();
    await cut.pass(60_000);
    assert.equal(host(cut), "new-broker");
    const again = await newest();
    await again.pass(119_800);
    assert.equal(host(again), "new-broker");
    await again.pass(500);
    assert.equal(host(again), "old-broker");
    assert.equal(told(again).length, 1);
    again.broker("connected");
    await again.pass(200);
    await storage.finish();
    const back = await newest();
    await back.pass(600_000);
    assert.equal(host(back), "old-broker");
    assert.deepEqual(told(back), []);
  } finally {
    rmSync(state, { recursive: true });
  }
});

test("what works is kept without what it replaced", async () => {
  const state = mkdtempSync(join(tmpdir(), "p1-fallback-"));
  try {
    const bench = await working(state);
    for (const [network, name] of [
      [true, "second"],
      [false, "third"],
    ] as const) {
      bench.configure(network ? "wifi_name" : "broker_host", name);
      await bench.pass(200);
      if (network) {
        bench.network("up");
        await bench.pass(100);
      }
      bench.broker("connected");
      await bench.pass(200);
      await storage.finish();
    }
    const folder = join(state, "settings");
    const both = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
    assert.ok(both.some((record) => record.includes("third") && record.includes("second") && !record.includes("~")));
    const again = await Bench.create({}, "ts", state, { handsIn: false });
    await again.pass(600_000);
    assert.deepEqual([again.joins.at(-1)?.name, host(again)], ["second", "third"]);
    assert.deepEqual(told(again), []);
  } finally {
    rmSync(state, { recursive: true });
  }
});
