import assert from "node:assert/strict";
import { test } from "node:test";
import createMdns from "multicast-dns";
import { needs } from "../../tools/test/needs.ts";
import { BROKER_CHECKS, SILENT_BROKER } from "./checks/broker.ts";
import { DeskDevice } from "./support/desk-device.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { Mosquitto } from "./support/mosquitto.ts";

for (const { engine, skip } of ENGINES) {
  const options = { skip: skip || needs("mosquitto") };

  // One engine is enough for what takes long; test/app/history.test.ts has both.
  for (const check of engine === "c" ? [SILENT_BROKER, ...BROKER_CHECKS] : BROKER_CHECKS) {
    test(`engine ${engine}: ${check.name}`, options, () => check.run((setup) => DeskDevice.start(engine, setup)));
  }

  test(`engine ${engine}: a broker that moves to another address is found there, by mDNS`, options, async () => {
    const name = `p1-broker-${engine}-${process.pid}.local`;
    let address = "127.0.0.1";
    const home = createMdns();
    home.on("query", ({ questions }) => {
      if (questions.some((question) => question.name === name)) {
        home.respond([{ name, type: "A", ttl: 120, data: address }]);
      }
    });
    try {
      await using first = await Mosquitto.prepare();
      await using second = Mosquitto.beside(first, "127.0.0.2");
      await first.start();
      await using desk = new DeskProcess(["--engine", engine, "--broker", `mqtt://${name}:${first.port}`]);
      await desk.wrote(/MQTT broker \S+ is connected/);
      await second.start();
      address = "127.0.0.2";
      await first.kill();
      await desk.wrote(/MQTT broker \S+ is connected/, 2);
      assert.equal(await desk.stop(), 0);
    } finally {
      home.destroy();
    }
  });
}
