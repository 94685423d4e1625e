/** A network that was there and stays away: what is left is a restart. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { utf8 } from "ts2c";
import { host as network } from "../../tools/desk/platform/network.ts";
import { host as system } from "../../tools/desk/platform/system.ts";
import { host as update } from "../../tools/desk/platform/update.ts";
import { Slots } from "../../tools/desk/update/slots.ts";
import { Bench, telegram } from "./support/device.ts";

const WIFI = { wifi_name: "home" };
const HOUR = 3_600_000;

let state = "";
let restarts = 0;

function forget(): void {
  update.attach(() => undefined);
  if (state !== "") {
    rmSync(state, { recursive: true });
    state = "";
  }
}

after(() => {
  forget();
  network.hear(null);
});

/** A device with a flash that nobody noted anything in. */
async function device(joined = true): Promise<Bench> {
  forget();
  state = mkdtempSync(join(tmpdir(), "p1-last-resort-"));
  update.attach(() => undefined, state);
  return started(joined);
}

async function started(joined = true): Promise<Bench> {
  network.hear([]);
  restarts = 0;
  system.onRestart(() => restarts++);
  const bench = await Bench.create(WIFI, "ts", undefined, { joined });
  await bench.pass(100);
  return bench;
}

/** So long each attempt fails. */
async function fails(bench: Bench, milliseconds: number): Promise<void> {
  let joins = bench.joins.length;
  for (let passed = 0; passed < milliseconds; passed += 1000) {
    await bench.pass(1000, 1000);
    if (bench.joins.length > joins) {
      joins = bench.joins.length;
      bench.network("no-address");
    }
  }
  await new Promise(setImmediate); // Where the desk restarts.
}

const counted = (bench: Bench): unknown =>
  (JSON.parse(bench.requests.send("get", "/api/status").body) as { network: { restarts: number } }).network.restarts;

test("a network that was there and is away for an hour restarts the device, which counts it over the restart", async () => {
  const bench = await device();
  bench.network("down");
  await fails(bench, HOUR - 1000);
  assert.ok(bench.resets >= 4, "the interface was reset before");
  assert.deepEqual([restarts, counted(bench)], [0, 0]);
  await fails(bench, 3000);
  assert.deepEqual([restarts, counted(bench)], [1, 1]);
  assert.equal(bench.log.filter((line) => /^warning: The network stays away.* restarts\.$/.test(line)).length, 1);

  const again = await started(false);
  assert.equal(counted(again), 1);
  again.network("up");
  await again.pass(100);
  again.broker("connected");
  await again.pass(1000);
  const told = again.messages.find(({ topic }) => topic.endsWith("/sensor/network_restarts"));
  assert.equal(told?.payload, "1");
});

test("once is all, until the network was there again; nor does one that was never there restart the device", async () => {
  const bench = await device(false);
  bench.network("not-found");
  await fails(bench, 30 * HOUR);
  assert.ok(bench.resets > 4);
  assert.equal(restarts, 0);
  await bench.pass(64_000);
  bench.network("up");
  await bench.pass(100);
  bench.network("down");
  await fails(bench, HOUR + 5000);
  assert.equal(restarts, 1);
});

test("settings that have not worked yet are no reason", async () => {
  const bench = await device();
  bench.configure("ip_address", "10.0.0.9");
  await fails(bench, 30 * HOUR);
  assert.equal(restarts, 0);
});

test("an hour in which the network came back for a moment is none", async () => {
  const bench = await device();
  bench.network("down");
  await fails(bench, HOUR - 70_000);
  await bench.pass(64_000);
  bench.network("up");
  await bench.pass(100);
  bench.network("down");
  await fails(bench, HOUR - 10_000);
  assert.equal(restarts, 0);
});

test("quarter hours that wait for the broker have a day", async () => {
  const bench = await device();
  bench.network("down");
  for (const minute of ["1401", "1501"]) {
    bench.hear(telegram([`0-0:1.0.0(260105${minute}00W)`, "1-0:1.8.1(000001.000*kWh)"]));
  }
  await fails(bench, 24 * HOUR - 1000);
  assert.equal(restarts, 0);
  await fails(bench, 3000);
  assert.equal(restarts, 1);
});

test("whoever is at the access point is waited for", async () => {
  const bench = await device();
  bench.network("down");
  await fails(bench, HOUR - 1000);
  bench.guests = 1;
  await fails(bench, HOUR);
  assert.equal(restarts, 0);
  bench.guests = 0;
  await fails(bench, 3000);
  assert.equal(restarts, 1);
});

test("an update that is being written is waited for", async () => {
  update.setWithoutLogin(true);
  const bench = await device();
  bench.network("down");
  await fails(bench, HOUR - 1000);
  assert.equal(counted(bench), 0);
  bench.request(99, "post", "/api/firmware", utf8("host:p1_meter\r\n"), 100_000);
  await fails(bench, 3000);
  assert.equal(restarts, 0);
  bench.http(99, "closed");
  await fails(bench, 3000);
  assert.equal(restarts, 1);
  update.setWithoutLogin(false);
});

test("what is counted keeps what else the note says, and stays at 31", async () => {
  await device();
  const folder = join(state, "firmware");
  const slots = new Slots(folder);
  slots.begin();
  slots.note = Uint8Array.of(1, 0xff, ...Buffer.from("9.9.9"));
  update.attach(() => undefined, state);
  const bench = await started();
  assert.equal(counted(bench), 31);
  bench.network("down");
  await fails(bench, HOUR + 3000);
  assert.equal(restarts, 1);
  assert.deepEqual([...new Slots(folder).note], [1, 0xff, ...Buffer.from("9.9.9")]);
});
