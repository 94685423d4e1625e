import assert from "node:assert/strict";
import { test } from "node:test";
import { host as driver, type HeardWifi } from "../../tools/desk/platform/network.ts";
import { Bench } from "./support/device.ts";

const HOME: HeardWifi = { name: "home", password: "old secret", signal: -60 };

/** A device that hears a Wi-Fi, was in it, and lost it. */
async function withWifi(settings: Readonly<Record<string, string>>): Promise<Bench> {
  driver.hear([HOME]);
  const bench = await Bench.create(settings);
  bench.network("down");
  bench.log.length = 0;
  return bench;
}

function joins(bench: Bench): number {
  return bench.joins.length;
}

test("attempts to join become rarer, up to one each 64 seconds, and never end", async () => {
  const bench = await withWifi({ wifi_name: "home" });
  const pauses: number[] = [];
  let pause = 0;
  for (let failures = 1; failures <= 12;) {
    const before = joins(bench);
    await bench.pass(100);
    pause += 100;
    if (joins(bench) > before) {
      pauses.push(pause / 1000);
      pause = 0;
      bench.network("not-found");
      failures++;
    }
  }
  assert.deepEqual(pauses, [1, 2, 4, 8, 16, 32, 64, 64, 64, 64, 64, 64]);
});

test("after eight failures in a row the interface is switched off and on; a success starts the count again", async () => {
  const bench = await withWifi({ wifi_name: "home" });
  const fail = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i++) {
      await bench.pass(64_000);
      bench.network("refused");
    }
  };
  await fail(6);
  assert.equal(bench.resets, 0);
  await fail(1);
  assert.equal(bench.resets, 1, "the loss before was the first failure");
  await bench.pass(64_000);
  bench.network("up");
  bench.network("down");
  await fail(6);
  assert.equal(bench.resets, 1);
  await fail(1);
  assert.equal(bench.resets, 2);
});

test("the log says in words why there is no network, each reason once, and names the setting", async () => {
  const bench = await withWifi({ wifi_name: "home" });
  const told = async (event: Parameters<typeof bench.network>[0]): Promise<string> => {
    await bench.pass(64_000);
    bench.log.length = 0;
    bench.network(event);
    return bench.log[0] ?? "";
  };
  assert.match(await told("wrong-password"), /^warning: Wi-Fi home refuses the password: check wifi_password\.$/);
  assert.match(await told("wrong-password"), /^debug: /);
  assert.match(await told("not-found"), /^warning: Wi-Fi home is not heard here: check wifi_name/);
  assert.match(await told("refused"), /^warning: .* does not let the device in/);
  assert.match(await told("no-cable"), /^warning: .* has no cable/);
  assert.match(await told("no-address"), /^warning: .* gives no address: .* ip_address/);
  assert.match(await told("up"), /^info: Wi-Fi home is up; the device's address is \d+\.\d+\.\d+\.\d+\.$/);
});

test("without the name of a Wi-Fi none is tried, and the log says what to set, once", async () => {
  driver.hear([HOME]);
  const bench = await Bench.create();
  await bench.pass(600_000);
  assert.equal(joins(bench), 0);
  assert.equal(bench.log.filter((line) => line.includes("set wifi_name")).length, 1);
  bench.configure("wifi_name", "home");
  await bench.pass(100);
  assert.deepEqual(bench.joins, [{ name: "home", password: "" }]);
});

test("a changed setting joins anew, and the broker is left until the network is there again", async () => {
  const bench = await withWifi({ wifi_name: "home", wifi_password: "old secret" });
  await bench.pass(1000);
  bench.network("up");
  await bench.pass(100);
  bench.broker("connected");
  const disconnects = bench.disconnects;
  bench.configure("wifi_password", "other secret");
  assert.equal(bench.disconnects, disconnects + 1);
  await bench.pass(100);
  assert.deepEqual(bench.joins.at(-1), { name: "home", password: "other secret" });
});

test("the address that is set is given to the driver; an empty one asks a DHCP server", async () => {
  const bench = await withWifi({ wifi_name: "home", ip_address: "10.0.0.7", ip_router: "10.0.0.1" });
  assert.deepEqual(bench.address, [0x0a000007, 0xffffff00, 0x0a000001, 0]);
  bench.configure("ip_address", "");
  await bench.pass(1000);
  assert.equal(bench.address[0], 0);
});
