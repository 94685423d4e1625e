/** What the serial console's commands do and answer. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { host as network } from "../../tools/desk/platform/network.ts";
import { host as passwords } from "../../tools/desk/platform/passwords.ts";
import { host as storage } from "../../tools/desk/platform/settings.ts";
import { host as system } from "../../tools/desk/platform/system.ts";
import { host as update } from "../../tools/desk/platform/update.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { Bench, telegram } from "./support/device.ts";

const HASH = `p2${"a".repeat(96)}`;
const KNOWN = { wifi_name: "home", wifi_password: "old secret" };

update.setWithoutLogin(true);
after(() => network.hear(null));

interface Shown {
  readonly name: string;
  readonly value?: string | number | boolean;
  readonly set?: boolean;
}

function settings(bench: Bench): Map<string, Shown> {
  const all = JSON.parse(bench.requests.send("get", "/api/settings").body) as Shown[];
  return new Map(all.map((setting) => [setting.name, setting]));
}

/** A setting's value; of a secret whether there is one. */
const shown = (bench: Bench, name: string): unknown => {
  const setting = settings(bench).get(name);
  return setting?.value ?? setting?.set;
};

for (const { engine, skip } of ENGINES) {
  const named = (what: string): string => `engine ${engine}: ${what}`;

  /** A device with Wi-Fi that is joined. */
  async function withWifi(more: Readonly<Record<string, string>> = {}): Promise<Bench> {
    network.hear([]);
    const bench = await Bench.create({ ...KNOWN, ...more }, engine);
    await bench.pass(500);
    return bench;
  }

  async function wired(more: Readonly<Record<string, string>> = {}): Promise<Bench> {
    network.hear(null);
    const bench = await Bench.create(more, engine);
    await bench.pass(500);
    return bench;
  }

  test(named("a Wi-Fi is tried, and kept when it works"), { skip }, async () => {
    const bench = await withWifi();
    assert.match(bench.type("wifi new secret99"), /^It is being tried\./);
    assert.match(bench.type("wifi"), /^Wi-Fi home is up; .*\nWi-Fi new is being tried\.\n/);
    assert.match(bench.type("wifi other"), /^The device is joining a network already/);
    await bench.pass(400);
    assert.deepEqual(bench.joins.at(-1), { name: "new", password: "secret99" });
    assert.equal(shown(bench, "wifi_name"), "home");
    bench.network("up");
    assert.equal(shown(bench, "wifi_name"), "new");
    assert.match(bench.log.at(-1) ?? "", /^info: Wi-Fi new is up/);
    assert.match(bench.type("wifi"), /^Wi-Fi new is up; the device's address is [\d.]+\.\n$/);
  });

  test(named("what does not work is told, and changes nothing"), { skip }, async () => {
    const bench = await withWifi();
    bench.type("wifi new wrong-one");
    await bench.pass(400);
    bench.network("wrong-password");
    assert.match(bench.log.at(-1) ?? "", /Wi-Fi new refuses the password.* Nothing was changed\.$/);
    assert.equal(shown(bench, "wifi_name"), "home");
  });

  for (const [line, name, password] of [
    ["wifi open", "open", ""],
    ["  wifi\t open  ", "open", ""],
    ['wifi "my network" "pass word"', "my network", "pass word"],
    [`wifi 'the "best"' "it's mine"`, 'the "best"', "it's mine"],
    ["wifi it's back\\slash", "it's", "back\\slash"],
    ['wifi "Café 😀" "pässwörd"', "Café 😀", "pässwörd"],
    [`wifi ${"😀".repeat(8)} ${"F".repeat(64)}`, "😀".repeat(8), "F".repeat(64)],
    ['wifi " " ""', " ", ""],
  ] as const) {
    test(named(`the words of ${JSON.stringify(line)}`), { skip }, async () => {
      const bench = await withWifi();
      assert.match(bench.type(line), /^It is being tried\./);
      await bench.pass(400);
      assert.deepEqual(bench.joins.at(-1), { name, password });
    });
  }

  test(named("every refusal says why, and changes nothing"), { skip }, async () => {
    const bench = await withWifi({ broker_host: "broker", broker_user: "me" });
    const before = settings(bench);
    const joins = bench.joins.length;
    for (const [line, why] of [
      ["wifi new short", /^wifi_password must have 8 to 63 bytes.* Nothing was changed\.\n$/],
      [`wifi ${"😀".repeat(8)}x`, /^wifi_name must have 0 to 32 bytes/],
      ["wifi new a\u0007bcdefgh", /^wifi_password must have/],
      ['wifi "" secret99', /^A Wi-Fi has a name of 1 to 32 bytes/],
      ['wifi "my network', /^A quote has no end/],
      ["wifi 'my network", /^A quote has no end/],
      ['wifi "my"network', /^Behind a closing quote comes a space/],
      ['wifi "a"b "c', /^Behind a closing quote comes a space/],
      ["wifi my network secret99", /^There is no such command, or other words/],
      ["broker host user", /^There is no such command, or other words/],
      ["broker a b c d", /^There is no such command, or other words/],
      ["broker mqtt://host", /^The broker is HOST or HOST:PORT, without mqtt:/],
      ["broker host:0", /^The broker is HOST or HOST:PORT/],
      ["broker host:65536", /^The broker is HOST or HOST:PORT/],
      ["broker host:99999999999999999999", /^The broker is HOST or HOST:PORT/],
      ["broker host:18a3", /^The broker is HOST or HOST:PORT/],
      ["broker host:", /^The broker is HOST or HOST:PORT/],
      ["broker :1883", /^The broker is HOST or HOST:PORT/],
      ["broker [::1", /^The broker is HOST or HOST:PORT/],
      ["broker [::1]1883", /^The broker is HOST or HOST:PORT/],
      [`broker ${"h".repeat(129)}`, /^broker_host must have/],
      [`broker host ${"u".repeat(65)} p`, /^broker_user must have/],
      [`broker host u ${"p".repeat(65)}`, /^broker_password must have 0 to 64 bytes, without control characters\. Not/],
      ["password short", /^A password has 8 to 64 bytes\.\n$/],
      [`password ${"p".repeat(65)}`, /^A password has 8 to 64 bytes\.\n$/],
      ["password", /^There is no such command, or other words/],
      ["factory-reset", /^This forgets all .* If it is meant: factory-reset yes\n$/],
      ["factory-reset no", /^This forgets all/],
      ["status now", /^There is no such command, or other words/],
      ["reboot", /^There is no such command[^\n]*\nwifi {2}.*[^]*factory-reset {2}/],
      [`wifi ${"x".repeat(316)}`, /^A line has at most 320 bytes\./],
      [Buffer.from("wifi caf\xe9", "latin1"), /^The line is no UTF-8/],
    ] as const) {
      assert.match(bench.type(line), why, String(line));
    }
    await bench.pass(1000);
    assert.equal(bench.type(""), "");
    assert.equal(bench.type("   "), "");
    assert.deepEqual([settings(bench), bench.joins.length], [before, joins]);
  });

  test(named("a broker is taken whole: what is not said goes"), { skip }, async () => {
    const bench = await wired({ broker_host: "old", broker_port: "11883" });
    const broker = (): unknown[] =>
      ["broker_host", "broker_port", "broker_user", "broker_password"].map((name) => shown(bench, name));
    for (const [line, host, port, user, password] of [
      ['broker 192.168.1.2:18830 me "pass word"', "192.168.1.2", "18830", "me", true],
      ["broker homeassistant", "homeassistant", "1883", "", false],
      ["broker [fe80::1]:18830", "fe80::1", "18830", "", false],
      ["broker fe80::1", "fe80::1", "1883", "", false],
      [
        `broker ${"h".repeat(128)}:65535 "${"u".repeat(64)}" "${"p".repeat(64)}"`,
        "h".repeat(128),
        "65535",
        "u".repeat(64),
        true,
      ],
    ] as const) {
      assert.match(bench.type(line), /^It is kept\./, line);
      await bench.pass(500);
      assert.deepEqual(broker(), [host, port, user, password], line);
      assert.equal(bench.attempts.at(-1)?.host ?? host, host);
    }
    bench.configure("broker_tls", "on");
    bench.type("broker host");
    await bench.pass(500);
    assert.deepEqual(broker(), ["host", "8883", "", false]);
    assert.match(bench.type('broker ""'), /^The device has no broker from now on/);
    await bench.pass(500);
    assert.match(bench.type("broker"), /^No MQTT broker is set, so nothing is published\.\n$/);
  });

  test(named("how it stands: network, address, broker, meter, firmware, password"), { skip }, async () => {
    const bench = await withWifi({ broker_host: "broker", broker_password: "hidden one" });
    assert.match(
      bench.type("status"),
      /^Wi-Fi home is up; the device's address is [\d.]+\.\nThe page is http:\/\/p1_meter\.local, or http:\/\/[\d.]+\nMQTT broker broker:1883 is being connected\.\nNo good telegram came so far; refused were 0\.\nFirmware \S+ is confirmed\.\nThe page has no password.*\n$/,
    );
    bench.broker("wrong-login");
    bench.hear(telegram(["1-0:1.8.1(000001.000*kWh)"]));
    await bench.pass(3000);
    const status = bench.type("status");
    assert.match(status, /\nMQTT broker broker:1883 refuses the user name or the password.*\.\n/);
    assert.match(status, /\nThe meter's last good telegram came 3 seconds ago; received were 1, refused 0\.\n/);
    bench.broker("connected");
    bench.network("not-found");
    bench.configure("login_password", HASH);
    assert.match(
      bench.type("status"),
      /^Wi-Fi home is not heard here.*\.\nMQTT broker broker:1883 waits for the network\.\n[^]*\nThe page has a password\.\n$/,
    );
    await bench.pass(1100);
    bench.network("up");
    await bench.pass(100);
    bench.broker("connected");
    assert.match(bench.type("broker"), /^MQTT broker broker:1883 is connected\.\n$/);
    assert.ok(!/hidden one|old secret|aaaa/.test(bench.type("status") + bench.type("wifi") + bench.log.join("\n")));
  });

  test(named("a wired device has no Wi-Fi to join"), { skip }, async () => {
    const bench = await wired();
    assert.match(bench.type("wifi home"), /^This device has no Wi-Fi/);
    assert.match(bench.type("wifi"), /^The network is up; the device's address is/);
  });

  test(named("the first password is set there, and no other one"), { skip }, async () => {
    const bench = await wired();
    passwords.attach((event) => {
      if (event.kind === "derived") {
        bench.derived(event.hash);
      }
    });
    assert.match(bench.type('password "correct horse"'), /^It is being set/);
    assert.match(bench.type("password another one"), /There is no such command/);
    assert.match(bench.type("password another-one"), /^Another password is being checked/);
    while (!bench.log.some((line) => line.includes("password was set"))) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await bench.pass(500);
    assert.match(bench.type("password another-one"), /^The page has a password.*button for ten seconds/);
    assert.match(bench.type("status"), /The page has a password\.\n$/);
    assert.ok(!bench.log.join("\n").includes("horse"));
  });

  test(named("a factory reset forgets everything, in both records, and restarts"), { skip }, async () => {
    network.hear([]);
    const state = mkdtempSync(join(tmpdir(), "p1-reset-"));
    let restarts = 0;
    system.onRestart(() => restarts++);
    try {
      const bench = await Bench.create({}, engine, state);
      const secrets = { ...KNOWN, login_password: HASH, broker_password: "hidden one", root_topic: "mine" };
      for (const [name, value] of Object.entries({ ...secrets, "1.8.1": "total/mine" })) {
        bench.configure(name, value);
        await storage.finish();
      }
      const pem = "-----BEGIN CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n";
      bench.requests.ask("post", "/api/certificates/authority", pem);
      await storage.finish();
      assert.equal(bench.requests.send("get", "/api/certificates").body, '{"authority":true,"identity":false}\n');
      const before = settings(bench);
      assert.equal(before.get("root_topic")?.value, "mine");
      bench.type("factory-reset yes");
      while (restarts === 0) {
        await bench.pass(100);
        await storage.finish();
        await new Promise((resolve) => setImmediate(resolve));
      }
      bench.stop();
      await storage.finish();
      const kept = readdirSync(join(state, "settings")).map((name) =>
        readFileSync(join(state, "settings", name), "latin1"),
      );
      assert.ok(kept.length >= 2);
      assert.ok(!/secret|hidden|mine|CERTIFICATE|p2aa/.test(kept.join()), kept.join());
      const fresh = await Bench.create({}, engine, state);
      assert.equal(shown(fresh, "root_topic"), "p1_meter");
      assert.equal(shown(fresh, "wifi_name"), "");
      assert.equal(restarts, 1);
    } finally {
      system.onRestart(() => undefined);
      rmSync(state, { recursive: true });
    }
  });
}
