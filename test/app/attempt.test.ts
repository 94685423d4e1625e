/** Another Wi-Fi is tried before anything of it is kept. */

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { host as network, type HeardWifi } from "../../tools/desk/platform/network.ts";
import { host as storage } from "../../tools/desk/platform/settings.ts";
import { host as update } from "../../tools/desk/platform/update.ts";
import { Bench } from "./support/device.ts";

const AIR: HeardWifi[] = [
  { name: "home", password: "old secret", signal: -60 },
  { name: "new", password: "new secret", signal: -50 },
];
const KNOWN = { wifi_name: "home", wifi_password: "old secret" };
const OLD = { name: "home", password: "old secret" };
const NEW = { name: "new", password: "new secret" };

update.setWithoutLogin(true);
after(() => network.hear(null));

const joining = (bench: Bench): string =>
  (JSON.parse(bench.requests.send("get", "/api/status").body) as { joining: { state: string } }).joining.state;
const scanning = (bench: Bench): string =>
  (JSON.parse(bench.requests.send("get", "/api/networks").body) as { state: string }).state;

/** A device in its Wi-Fi, whose owner asks. */
async function joined(state?: string): Promise<Bench> {
  network.hear(AIR);
  const bench = await Bench.create(KNOWN, "ts", state);
  await bench.pass(1000);
  return bench;
}

test("it is joined once the answer had time to go out, and kept when it worked", async () => {
  const bench = await joined();
  assert.equal(
    bench.requests.send("post", "/api/wifi", '{"wifi_name":"new","wifi_password":"new secret"}').status,
    202,
  );
  assert.equal(joining(bench), "trying");
  await bench.pass(200);
  assert.deepEqual(bench.joins.at(-1), OLD);
  await bench.pass(100);
  assert.deepEqual(bench.joins.at(-1), NEW);
  bench.network("up");
  assert.equal(joining(bench), "joined");
  bench.network("down");
  await bench.pass(1100);
  assert.deepEqual(bench.joins.at(-1), NEW);
});

for (const [event, state] of [
  ["wrong-password", "wrong-password"],
  ["not-found", "not-found"],
  ["refused", "refused"],
  ["no-address", "no-address"],
  ["down", "refused"],
] as const) {
  test(`after ${event} the device goes back to its own, says why, and has changed nothing`, async () => {
    const bench = await joined();
    bench.requests.send("post", "/api/wifi", '{"wifi_name":"new","wifi_password":"bad secret"}');
    await bench.pass(400);
    bench.network(event);
    assert.equal(joining(bench), state);
    assert.match(bench.log.at(-1) ?? "", /^warning: Wi-Fi new .*Nothing was changed\.$/);
    await bench.pass(1100);
    assert.deepEqual(bench.joins.at(-1), OLD);
    bench.network("up");
    await bench.pass(600_000);
    assert.equal(joining(bench), state, "kept until somebody asks for another one");
  });
}

test("one at a time, and no search meanwhile", async () => {
  const bench = await joined();
  bench.requests.send("post", "/api/wifi", '{"wifi_name":"new"}');
  assert.equal(bench.requests.send("post", "/api/wifi", '{"wifi_name":"home"}').status, 409);
  assert.equal(bench.requests.send("post", "/api/scan", "").status, 409);
  await bench.pass(400);
  assert.deepEqual(bench.joins.at(-1), { name: "new", password: "" });
  bench.network("wrong-password");
  assert.equal(bench.requests.send("post", "/api/wifi", '{"wifi_name":"new"}').status, 202);
});

test("settings that are changed meanwhile are what counts", async () => {
  const bench = await joined();
  bench.requests.send("post", "/api/wifi", '{"wifi_name":"new"}');
  bench.configure("ip_mask", "255.255.0.0");
  assert.equal(joining(bench), "idle");
  await bench.pass(1000);
  assert.deepEqual(bench.joins.at(-1), OLD);
});

test("what worked outlives the power, what did not is forgotten", async () => {
  const state = mkdtempSync(join(tmpdir(), "p1-attempt-"));
  try {
    const bench = await joined(state);
    bench.requests.send("post", "/api/wifi", '{"wifi_name":"other","wifi_password":"bad secret"}');
    await bench.pass(400);
    bench.network("not-found");
    bench.requests.send("post", "/api/wifi", '{"wifi_name":"new","wifi_password":"new secret"}');
    await bench.pass(400);
    bench.network("up");
    await storage.finish();
    await new Promise((resolve) => setImmediate(resolve));
    await storage.finish();
    const again = await Bench.create({}, "ts", state, { joined: false });
    await again.pass(100);
    assert.deepEqual(again.joins.at(-1), NEW);
  } finally {
    rmSync(state, { recursive: true });
  }
});

test("a name and a password are taken up to their limits, and refused beyond, by a sentence that names them", async () => {
  const bench = await joined();
  const refused = (body: string): string => {
    const { status, body: problem } = bench.requests.send("post", "/api/wifi", body);
    assert.ok(status === 422 || status === 400, `${body}: ${status}`);
    return (JSON.parse(problem) as { readonly detail: string }).detail;
  };
  const form = (name: string, password: string): string => JSON.stringify({ wifi_name: name, wifi_password: password });
  assert.match(refused(form("x".repeat(33), "")), /^wifi_name must have 0 to 32 bytes/);
  assert.match(refused(form("😀".repeat(9), "")), /^wifi_name must have 0 to 32 bytes/);
  assert.match(refused(form("a\u0007b", "")), /^wifi_name .*without control characters/);
  assert.match(refused(form("", "12345678")), /^No network is named/);
  assert.match(refused('{"wifi_password":"12345678"}'), /^No network is named/);
  for (const password of ["1234567", "x".repeat(64), `${"F".repeat(63)}G`, "x".repeat(65)]) {
    assert.match(
      refused(form("home", password)),
      /^wifi_password must have 8 to 63 bytes, or 64 hexadecimal digits, or none\.$/,
    );
  }
  for (const body of ["{", "[]", '{"wifi_name":{}}', '{"wifi_name":"a"} x', '{"qos":"1"}', '{"wifi_name":"a",}']) {
    assert.match(refused(body), /^This is no JSON object/, body);
  }
  for (const [name, password] of [
    ["😀".repeat(8), "12345678"],
    ["x".repeat(32), "x".repeat(63)],
    [" ", "a".repeat(64)],
    ["home", ""],
  ] as const) {
    assert.equal(bench.requests.send("post", "/api/wifi", form(name, password)).status, 202, name);
    await bench.pass(400);
    assert.deepEqual(bench.joins.at(-1), { name, password });
    bench.network("not-found");
  }
});

test("networks are listed as they were found; a name that is no text is left out", async () => {
  const bench = await joined();
  network.hear([...AIR, { name: 'quote " and 😀', password: "", signal: -70 }]);
  assert.deepEqual(JSON.parse(bench.requests.send("get", "/api/networks").body), { state: "idle", networks: [] });
  assert.equal(bench.requests.send("post", "/api/scan", "").status, 202);
  assert.equal(scanning(bench), "scanning");
  await bench.pass(1000);
  bench.network("scanned");
  assert.deepEqual(JSON.parse(bench.requests.send("get", "/api/networks").body), {
    state: "found",
    networks: [
      { name: "new", signal_dBm: -50, locked: true },
      { name: "home", signal_dBm: -60, locked: true },
      { name: 'quote " and 😀', signal_dBm: -70, locked: false },
    ],
  });
});

test("a search that nothing answers is given up, so that the next can begin", async () => {
  const bench = await joined();
  bench.requests.send("post", "/api/scan", "");
  await bench.pass(29_000);
  assert.equal(scanning(bench), "scanning");
  await bench.pass(1100);
  assert.equal(scanning(bench), "idle");
});

test("a device with a cable has none of it", async () => {
  network.hear(null);
  const bench = await Bench.create();
  assert.equal(bench.requests.send("get", "/api/networks").status, 404);
  assert.equal(bench.requests.send("get", "/api/access-point").status, 404);
  assert.equal(bench.requests.send("post", "/api/wifi", '{"wifi_name":"a"}').status, 404);
});
