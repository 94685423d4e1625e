/** What the device tells the broker of itself, and what it takes from it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { host as clock } from "../../tools/desk/platform/clock.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { Bench, connectedBench, telegram, type Message } from "./support/device.ts";

/** What of the status is looked at here. */
interface Status {
  readonly broker: { readonly trouble?: string };
}

const GOOD = telegram(["1-0:1.8.1(000001.000*kWh)"]);
const DEVICE = "p1_meter/availability/device";

function availability(bench: Bench): Message[] {
  return bench.messages.filter(({ topic }) => topic.endsWith("/availability/device"));
}

test("the last will says offline on the topic that says online while the connection stands", async () => {
  const bench = await Bench.create();
  await bench.pass(100);
  assert.deepEqual(bench.will, [DEVICE, "offline"]);
  assert.deepEqual(bench.messages, [], "nothing before the broker is connected");
  bench.broker("connected");
  const [message] = availability(bench);
  assert.deepEqual([message?.topic, message?.payload, message?.retain], [DEVICE, "online", true]);
});

test("whenever the device itself ends the connection it says offline where it said online", async () => {
  const bench = await connectedBench();
  bench.configure("root_topic", "elsewhere");
  await bench.pass(100);
  bench.broker("connected");
  bench.stop();
  assert.deepEqual(
    availability(bench).map(({ topic, payload, retain }) => [topic, payload, retain]),
    [
      [DEVICE, "online", true],
      [DEVICE, "offline", true],
      ["elsewhere/availability/device", "online", true],
      ["elsewhere/availability/device", "offline", true],
    ],
  );
  assert.deepEqual(bench.will, ["elsewhere/availability/device", "offline"]);
});

test("every client id ends in the chip's number, whatever is set", async () => {
  const names = fc.stringMatching(/^[ -~]{1,64}$/);
  await fc.assert(
    fc.asyncProperty(names, async (name) => {
      const bench = await Bench.create({ client_id: name });
      await bench.pass(100);
      assert.equal(bench.attempts[0]?.clientId, `${name}_0a0b0c`);
    }),
  );
  const bench = await Bench.create();
  await bench.pass(100);
  assert.equal(bench.attempts[0]?.clientId, "p1_meter_0a0b0c");
});

test("the certificate is checked by the name that was typed, whatever address mDNS gives", async () => {
  const bench = await Bench.create({ broker_tls: "on", broker_host: "broker.local" });
  await bench.pass(100);
  bench.name("found", 0xc0a80709);
  const [attempt] = bench.attempts;
  assert.deepEqual([attempt?.host, attempt?.name, attempt?.security], ["192.168.7.9", "broker.local", "tls"]);
});

test("a certificate is checked only when the time is known; nothing else waits for that", async () => {
  for (const [setting, security] of [
    ["on", "tls"],
    ["unverified", "tls-unverified"],
    ["off", "plain"],
  ] as const) {
    const bench = await Bench.create({ broker_tls: setting });
    clock.drive(0);
    await bench.pass(500);
    const waiting = bench.log.filter((line) => line.includes("waits for the time of day"));
    assert.equal(waiting.length, setting === "on" ? 1 : 0);
    assert.equal(bench.attempts.length, setting === "on" ? 0 : 1);
    await bench.pass(1000);
    assert.deepEqual(
      bench.attempts.map((attempt) => attempt.security),
      [security],
    );
  }
});

for (const { engine, skip } of ENGINES) {
  test(
    `engine ${engine}: the meter's clock is the time where no server tells it; a simulated one's is not`,
    { skip },
    async () => {
      const said = (clock: string): string => telegram([`0-0:1.0.0(${clock})`, "1-0:1.8.1(000001.000*kWh)"]);
      const wait = async (simulator: string): Promise<Bench> => {
        const bench = await Bench.create({ broker_tls: "on", simulator }, engine);
        clock.drive(0);
        await bench.pass(100);
        bench.hear(said("000101000000W")); // Nobody set it.
        await bench.pass(100);
        assert.equal(bench.attempts.length, 0);
        bench.hear(said("260105130010W"));
        await bench.pass(100);
        return bench;
      };
      const bench = await wait("off");
      assert.deepEqual([bench.attempts.length, clock.date().toISOString()], [1, "2026-01-05T12:00:10.100Z"]);
      bench.hear(said("260105140000W"));
      assert.equal(clock.date().toISOString(), "2026-01-05T12:00:10.100Z", "a time that is known stays");
      assert.equal((await wait("on")).attempts.length, 0);
    },
  );
}

test("a broker that can't be reached once the time is known is said to be that", async () => {
  const bench = await Bench.create({ broker_tls: "on" });
  clock.drive(0);
  await bench.pass(100);
  const trouble = (): unknown => (JSON.parse(bench.requests.send("get", "/api/status").body) as Status).broker.trouble;
  assert.equal(trouble(), "no-time");
  await bench.pass(1000);
  bench.broker("unreachable");
  assert.equal(trouble(), "unreachable");
});

test("the command resend publishes everything at once, also when a publication was just made", async () => {
  const bench = await connectedBench();
  assert.deepEqual(bench.subscriptions, ["p1_meter/command"]);
  bench.hear(GOOD);
  const first = bench.takeReadings();
  bench.send("p1_meter/command", "resend");
  assert.deepEqual(bench.takeReadings(), first);
});

test("each connection asks for the commands anew, on the root topic of then", async () => {
  const bench = await connectedBench();
  bench.broker("lost");
  bench.configure("root_topic", "elsewhere");
  await bench.pass(100);
  bench.broker("connected");
  assert.deepEqual(bench.subscriptions, ["p1_meter/command", "elsewhere/command"]);
});

test("a retained command is ignored, and the log says why", async () => {
  const bench = await connectedBench();
  bench.hear(GOOD);
  bench.takeReadings();
  bench.send("p1_meter/command", "resend", true);
  assert.deepEqual(bench.takeReadings(), {});
  assert.match(bench.log.at(-1) ?? "", /^warning: A retained command is ignored/);
});

test("no message that is not exactly a command does anything but one line in the log", async () => {
  const bench = await connectedBench();
  bench.hear(GOOD);
  bench.takeReadings();
  const payloads = fc.oneof(
    fc.uint8Array({ maxLength: 256 }),
    fc.constantFrom("", "RESEND", "resend ", "resend\0", "resen").map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(payloads, fc.boolean(), (payload, elsewhere) => {
      const before = bench.log.length;
      bench.send(elsewhere ? "p1_meter/other" : "p1_meter/command", payload);
      assert.deepEqual(bench.takeReadings(), {});
      const lines = bench.log.slice(before);
      assert.equal(lines.length, elsewhere ? 0 : 1);
      for (const line of lines) {
        assert.match(line, /^warning: The command "[ -~]*…?" is not known\. There are: /);
      }
      return Promise.resolve();
    }),
  );
});
