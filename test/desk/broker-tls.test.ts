/** The connection to a broker with a certificate: mosquitto, and an authority of the test's own. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { Authority } from "./support/authority.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { Mosquitto } from "./support/mosquitto.ts";

const SETTINGS = ["--set", "root_topic=meter", "--set", "simulator_period=1", "--set", "interval_min=0"];
const READING = /^meter\/instant\/consumption_kW \d+\.\d{3}$/m;
const UNTRUSTED = /has a certificate that is over, for another name, or signed by nobody known/;

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
