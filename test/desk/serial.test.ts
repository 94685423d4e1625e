import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { needs } from "../../tools/test/needs.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { Pty } from "./support/pty.ts";
import { Subscriber } from "./support/subscriber.ts";
import { dutchTelegram } from "./support/telegram.ts";

const SETTINGS = ["--set", "root_topic=meter", "--set", "interval_min=0"];

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: a meter at a serial port`, { skip: skip || needs("python3") }, async () => {
    await using pty = await Pty.open();
    await using desk = new DeskProcess(["--engine", engine, "--serial", pty.path, ...SETTINGS]);
    await using subscriber = await Subscriber.at(await desk.brokerPort());
    await desk.wrote(/serial port .* is open/);
    pty.send(Buffer.concat([Buffer.from("\xff\x00noise(\r\n", "latin1"), dutchTelegram(1193)]));
    assert.equal(await subscriber.payload("meter/instant/consumption_kW"), "1.193");
    assert.equal(await subscriber.payload("meter/total/consumption_low_tariff_kWh"), "306.946");

    const before = subscriber.messages.length;
    const spoiled = dutchTelegram(2000);
    spoiled[60] = (spoiled[60] ?? 0) ^ 1;
    pty.send(Buffer.concat([spoiled, dutchTelegram(450)]));
    assert.equal(await subscriber.payload("meter/instant/consumption_kW", before), "0.450");
    const values = subscriber.messages.filter(({ topic }) => topic === "meter/instant/consumption_kW");
    assert.deepEqual(
      values.map(({ payload }) => payload),
      ["1.193", "0.450"],
      "nothing is published from the telegram whose CRC is wrong",
    );
    assert.equal(await desk.stop(), 0);
  });

  test(
    `engine ${engine}: a cable that is pulled out is told, and the device goes on`,
    { skip: skip || needs("python3") },
    async () => {
      await using pty = await Pty.open();
      await using desk = new DeskProcess(["--engine", engine, "--serial", pty.path, ...SETTINGS]);
      await desk.wrote(/serial port .* is open/);
      await pty.pullOut();
      await desk.wrote(/serial port .* went away/);
      assert.equal(await desk.stop(), 0);
    },
  );

  test(`engine ${engine}: --replay feeds a file, then the meter is silent`, { skip }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "p1-replay-"));
    try {
      const file = join(folder, "meter.txt");
      writeFileSync(file, Buffer.concat([dutchTelegram(100), dutchTelegram(200)]));
      await using desk = new DeskProcess(["--engine", engine, "--replay", file, ...SETTINGS]);
      await desk.wrote(/at its end: the meter falls silent/);
      await desk.wrote(/^meter\/instant\/consumption_kW 0\.200$/m);
      assert.equal(await desk.stop(), 0);
      assert.match(desk.stdout, /^meter\/instant\/consumption_kW 0\.100$[^]*^meter\/instant\/consumption_kW 0\.200$/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
