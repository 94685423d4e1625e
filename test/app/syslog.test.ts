/** The log for a syslog server, rule by rule; test/desk/syslog.test.ts sends it to rsyslog. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { utf8 } from "ts2c";
import { ENGINES } from "../desk/support/desk-process.ts";
import { host as datagrams } from "../../tools/desk/platform/datagrams.ts";
import * as log from "../../tools/desk/platform/log.ts";
import { Bench, telegram } from "./support/device.ts";

const HEAD = "1 2026-01-05T12:00:00Z p1_meter p1_meter - - - ";

/** The driver of the device that was made last. */
class Sent {
  readonly datagrams: { readonly address: number; readonly port: number; readonly text: string }[] = [];
  /** Whether the driver takes them. */
  isTaken = true;

  constructor() {
    datagrams.replace({
      open: () => true,
      close: () => undefined,
      receive: () => 0,
      answer: () => undefined,
      send: (address, port, bytes) => {
        if (this.isTaken) {
          this.datagrams.push({ address, port, text: Buffer.from(bytes).toString("utf8") });
        }
        return this.isTaken;
      },
    });
  }
}

for (const { engine, skip } of ENGINES) {
  const name = (what: string): string => `engine ${engine}: ${what}`;

  test(
    name("each line is a message to the server, with its severity; without a server there is none"),
    { skip },
    async () => {
      const off = await Bench.create({}, engine);
      const nothing = new Sent();
      await off.pass(1000);
      assert.equal(nothing.datagrams.length, 0);
      const bench = await Bench.create({ syslog_server: "192.168.1.5", syslog_port: "5514" }, engine);
      const sent = new Sent();
      await bench.pass(3000);
      sent.datagrams.length = 0;
      log.write("error", utf8("an error"));
      log.write("warning", utf8("a warning \u00e9"));
      log.write("info", utf8("I (what) it is"));
      log.write("debug", utf8("a detail\u0007"));
      await bench.pass(1);
      const at = { address: 0xc0a80105, port: 5514 };
      assert.deepEqual(sent.datagrams, [
        { ...at, text: `<131>${HEAD}an error`.replace("00Z", "03Z") },
        { ...at, text: `<132>${HEAD}a warning \u00e9`.replace("00Z", "03Z") },
        { ...at, text: `<134>${HEAD}I (what) it is`.replace("00Z", "03Z") },
        { ...at, text: `<135>${HEAD}a detail`.replace("00Z", "03Z") },
      ]);
    },
  );

  test(name("what can't be sent waits, in order, as long as the log keeps it"), { skip }, async () => {
    const bench = await Bench.create({ syslog_server: "192.168.1.5" }, engine, undefined, { joined: false });
    const sent = new Sent();
    log.write("info", utf8(`${engine}: before the network`));
    await bench.pass(1000);
    assert.equal(sent.datagrams.length, 0, "no network");
    sent.isTaken = false;
    bench.network("up");
    await bench.pass(5000);
    log.write("info", utf8(`${engine}: while the driver takes nothing`));
    sent.isTaken = true;
    await bench.pass(5000);
    const texts = sent.datagrams.map(({ text }) => text.slice(text.indexOf(" - - - ") + 7));
    // What was logged in the tests before is still in the log of this process.
    const own = texts.filter((text) => /before the network|takes nothing/.test(text)).slice(-2);
    assert.deepEqual(own, [`${engine}: before the network`, `${engine}: while the driver takes nothing`]);
    assert.equal(texts.filter((text) => text === own[0]).length, 1);
    sent.datagrams.length = 0;
    sent.isTaken = false;
    for (let i = 0; i < 200; i++) {
      log.write("info", utf8(`line ${i} ${"x".repeat(40)}`));
    }
    log.write("info", utf8(`long ${"y".repeat(2000)}`));
    sent.isTaken = true;
    await bench.pass(15_000);
    const kept = sent.datagrams.map(({ text }) => text.slice(text.indexOf(" - - - ") + 7));
    assert.match(kept.join(""), /line 199 x+long y+$/);
    assert.equal(kept.join("").match(/y/g)?.length, 2000, "a long line comes in parts");
    assert.ok(sent.datagrams.every(({ text }) => Buffer.byteLength(text) < 1200));
  });

  test(name("a device that is read goes on where nobody takes its log"), { skip }, async () => {
    const bench = await Bench.create({ syslog_server: "192.168.1.5" }, engine);
    const sent = new Sent();
    sent.isTaken = false;
    bench.hear(telegram(["1-0:1.7.0(01.234*kW)"]));
    await bench.pass(2000);
    assert.equal(bench.counter("received"), 1);
    assert.deepEqual(
      bench.log.filter((line) => /syslog/i.test(line)),
      [],
    );
  });
}
