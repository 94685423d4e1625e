/** The connection to a broker with a certificate: mosquitto, and an authority of the test's own. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { Authority } from "./support/authority.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { Mosquitto } from "./support/mosquitto.ts";

const SETTINGS = ["--set", "root_topic=meter", "--set", "simulator_period=1", "--set", "interval_min=0"];
const READING = /^meter\/instant\/consumption_kW \d+\.\d{3}$/m;
const UNTRUSTED = /has a certificate that is over, for another name, or signed by nobody known/;

const HEADERS = { Authorization: `Basic ${Buffer.from("admin:correct horse").toString("base64")}` };

for (const { engine, skip } of ENGINES) {
  const options = { skip: skip || needs("mosquitto", "openssl") };
  const common = ["--engine", engine, ...SETTINGS];

  test(
    `engine ${engine}: publishes to a broker whose certificate is for the name that was typed`,
    options,
    async () => {
      using authority = new Authority();
      await using mosquitto = await Mosquitto.prepare(undefined, authority.sign("localhost"));
      await mosquitto.start();
      const trusts = { NODE_EXTRA_CA_CERTS: authority.certificate };
      await using desk = new DeskProcess([...common, "--broker", `mqtts://localhost:${mosquitto.port}`], trusts);
      await desk.wrote(/MQTT broker localhost:\d+ is connected/);
      await desk.wrote(READING);
      assert.equal(await desk.stop(), 0);
    },
  );

  test(`engine ${engine}: publishes nothing to a broker that it has no reason to trust`, options, async (t) => {
    using authority = new Authority();
    const trusts = { NODE_EXTRA_CA_CERTS: authority.certificate };
    for (const [why, pair, host, environment] of [
      ["another name", authority.sign("localhost"), "127.0.0.1", trusts],
      ["signed by nobody known", authority.sign("localhost"), "localhost", {}],
      ["over", authority.sign("localhost", 0), "localhost", trusts],
    ] as const) {
      await t.test(why, async () => {
        await using mosquitto = await Mosquitto.prepare(undefined, pair);
        await mosquitto.start();
        await using desk = new DeskProcess([...common, "--broker", `mqtts://${host}:${mosquitto.port}`], environment);
        await desk.wrote(UNTRUSTED);
        assert.equal(await desk.stop(), 0);
        assert.doesNotMatch(desk.stdout, READING);
      });
    }
  });

  test(
    `engine ${engine}: trusts an authority of the user's own, and shows the broker a certificate of its own`,
    options,
    async (t) => {
      using authority = new Authority();
      const state = mkdtempSync(join(tmpdir(), "p1-certificates-"));
      t.after(() => rmSync(state, { recursive: true }));
      await using mosquitto = await Mosquitto.prepare(undefined, authority.sign("localhost"), authority.certificate);
      await mosquitto.start();
      const url = `mqtts://localhost:${mosquitto.port}`;
      const line = [...common, "--broker", url, "--http", "0", "--state", state];
      const pair = authority.sign("p1_meter");
      const identity = readFileSync(pair.certificate, "utf8") + readFileSync(pair.key, "utf8");
      {
        await using desk = new DeskProcess([...line, "--set", "login_password=correct horse"]);
        const at = (await desk.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1] ?? "";
        const send = async (what: string, body: string): Promise<[number, string]> => {
          const answer = await fetch(`${at}/api/certificates/${what}`, { method: "POST", body, headers: HEADERS });
          return [answer.status, await answer.text()];
        };
        await desk.wrote(/The page's password was set/);
        await desk.wrote(UNTRUSTED);
        assert.deepEqual(await send("authority", readFileSync(authority.certificate, "utf8")), [204, ""]);
        await desk.wrote(/(could not agree on an encrypted connection|closed the connection)/);
        const [status, problem] = await send("identity", readFileSync(pair.certificate, "utf8"));
        assert.equal(status, 422);
        assert.match(problem, /private key is missing/);
        assert.match((await send("authority", "no certificate"))[1], /There is no certificate in this/);
        assert.match((await send("authority", "x".repeat(5000)))[1], /4096 bytes/);
        assert.match(
          (await send("identity", identity.replace("BEGIN PRIVATE", "BEGIN ENCRYPTED PRIVATE")))[1],
          /password/,
        );
        assert.deepEqual(await send("identity", identity), [204, ""]);
        await desk.wrote(READING);
        const stranger = await fetch(`${at}/api/certificates/authority`, { method: "POST", body: "" });
        assert.equal(stranger.status, 401);
        const listed = await fetch(`${at}/api/certificates`, { headers: HEADERS });
        assert.deepEqual(await listed.json(), { authority: true, identity: true });
        assert.equal(await desk.stop(), 0);
      }
      await using later = new DeskProcess(line);
      await later.wrote(READING);
      assert.doesNotMatch(later.stdout + later.stderr, UNTRUSTED);
      const at = (await later.wrote(/page: +(http:\/\/127\.0\.0\.1:\d+)/))[1] ?? "";
      const removal = await fetch(`${at}/api/certificates/authority`, { method: "POST", body: "", headers: HEADERS });
      assert.equal(removal.status, 204);
      await later.wrote(UNTRUSTED);
      const listed = await fetch(`${at}/api/certificates`, { headers: HEADERS });
      assert.deepEqual(await listed.json(), { authority: false, identity: true });
      assert.equal(await later.stop(), 0);
    },
  );

  test(`engine ${engine}: takes any certificate where the setting says so, and none without TLS`, options, async () => {
    using authority = new Authority();
    await using mosquitto = await Mosquitto.prepare(undefined, authority.sign("elsewhere"));
    await mosquitto.start();
    const url = `localhost:${mosquitto.port}`;
    const unverified = ["--set", "broker_tls=unverified"];
    await using trusting = new DeskProcess([...common, ...unverified, "--broker", `mqtts://${url}`]);
    await trusting.wrote(READING);
    assert.equal(await trusting.stop(), 0);
    await using plain = new DeskProcess([...common, "--broker", `mqtt://${url}`]);
    await plain.wrote(/MQTT broker localhost:\d+ (?!is connected)/);
    assert.equal(await plain.stop(), 0);
    assert.doesNotMatch(plain.stdout, READING);
  });

  test(`engine ${engine}: a broker without TLS is not taken for one with it`, options, async () => {
    await using mosquitto = await Mosquitto.prepare();
    await mosquitto.start();
    await using desk = new DeskProcess([...common, "--broker", `mqtts://localhost:${mosquitto.port}`]);
    await desk.wrote(/could not agree on an encrypted connection/);
    assert.equal(await desk.stop(), 0);
  });
}
