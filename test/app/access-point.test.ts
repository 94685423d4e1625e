import assert from "node:assert/strict";
import { after, test } from "node:test";
import { host as network, type HeardWifi } from "../../tools/desk/platform/network.ts";
import { Bench } from "./support/device.ts";

const HOME: HeardWifi = { name: "home", password: "old secret", signal: -60 };
const KNOWN = { wifi_name: "home", wifi_password: "old secret" };
const MINUTE = 60_000;

after(() => network.hear(null));

/** The password of the access point; undefined while it is closed. */
function keyOf(bench: Bench): string | undefined {
  return bench.accessPoint?.password;
}

/** A device with Wi-Fi that was just switched on. */
async function poweredUp(settings: Readonly<Record<string, string>> = {}): Promise<Bench> {
  network.hear([HOME]);
  const bench = await Bench.create(settings, "ts", undefined, { joined: false });
  await bench.pass(100);
  return bench;
}

/** The same, whose Wi-Fi was not reached for five minutes. */
async function cutOff(): Promise<Bench> {
  const bench = await poweredUp(KNOWN);
  await bench.pass(5 * MINUTE);
  assert.notEqual(keyOf(bench), undefined);
  return bench;
}

test("without a Wi-Fi the access point is open to everybody for fifteen minutes, and not a moment longer", async () => {
  const bench = await poweredUp();
  assert.deepEqual(bench.accessPoint, { name: "p1-meter-0b0c", password: "" });
  await bench.pass(15 * MINUTE - 200);
  assert.notEqual(keyOf(bench), undefined);
  await bench.pass(100);
  assert.equal(keyOf(bench), undefined);
  await bench.pass(60 * MINUTE);
  assert.equal(keyOf(bench), undefined);
});

test("a device with a cable opens none", async () => {
  network.hear(null);
  const bench = await Bench.create();
  await bench.pass(60 * MINUTE);
  assert.equal(keyOf(bench), undefined);
});

test("a known Wi-Fi that is not reached for five minutes opens it, with a key of its own that stays", async () => {
  const bench = await poweredUp(KNOWN);
  await bench.pass(5 * MINUTE - 200);
  assert.equal(keyOf(bench), undefined);
  await bench.pass(100);
  const password = keyOf(bench);
  assert.match(String(password), /^[a-z2-9]{12}$/);
  await bench.pass(600 * MINUTE);
  assert.equal(keyOf(bench), password);
  bench.network("up");
  await bench.pass(100);
  assert.equal(keyOf(bench), undefined);
  bench.network("down");
  await bench.pass(5 * MINUTE + 100);
  assert.equal(keyOf(bench), password);
});

test("five minutes count from when the Wi-Fi went", async () => {
  const bench = await poweredUp(KNOWN);
  await bench.pass(4 * MINUTE);
  bench.network("up");
  await bench.pass(60 * MINUTE);
  bench.network("down");
  await bench.pass(5 * MINUTE - 100);
  assert.equal(keyOf(bench), undefined);
  await bench.pass(200);
  assert.notEqual(keyOf(bench), undefined);
});

test("the key is what the settings say", async () => {
  const bench = await poweredUp({ ...KNOWN, access_point_key: "chosen by me" });
  await bench.pass(5 * MINUTE);
  assert.equal(keyOf(bench), "chosen by me");
});

test("the Wi-Fi is tried again only while nobody is at the access point", async () => {
  const bench = await cutOff();
  bench.network("not-found");
  bench.guests = 1;
  const joins = bench.joins.length;
  await bench.pass(60 * MINUTE);
  assert.equal(bench.joins.length, joins);
  bench.guests = 0;
  await bench.pass(100);
  assert.equal(bench.joins.length, joins + 1);
});

test("who is there when the Wi-Fi comes back has a minute after leaving, and five in all", async () => {
  const bench = await cutOff();
  bench.guests = 1;
  await bench.pass(100);
  bench.guests = 0;
  bench.network("up");
  await bench.pass(MINUTE - 100);
  assert.notEqual(keyOf(bench), undefined);
  await bench.pass(100);
  assert.equal(keyOf(bench), undefined);

  const other = await cutOff();
  other.guests = 1;
  other.network("up");
  await other.pass(5 * MINUTE);
  assert.notEqual(keyOf(other), undefined);
  await other.pass(100);
  assert.equal(keyOf(other), undefined);
});

test("a Wi-Fi that is set closes the open access point for good: from then on there is a key", async () => {
  const bench = await poweredUp();
  bench.configure("wifi_name", "home");
  bench.configure("wifi_password", "old secret");
  await bench.pass(100);
  bench.network("up");
  await bench.pass(100);
  assert.equal(keyOf(bench), undefined);
  bench.network("down");
  await bench.pass(5 * MINUTE + 100);
  assert.match(String(keyOf(bench)), /^[a-z2-9]{12}$/);
});

test("an access point that the driver could not open is tried again", async () => {
  const bench = await poweredUp(KNOWN);
  bench.refusesAccessPoint = true;
  await bench.pass(6 * MINUTE);
  assert.equal(keyOf(bench), undefined);
  bench.refusesAccessPoint = false;
  await bench.pass(100);
  assert.notEqual(keyOf(bench), undefined);
});
