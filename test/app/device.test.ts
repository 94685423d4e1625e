import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { host as system } from "../../tools/desk/platform/system.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { Bench, connectedBench, telegram } from "./support/device.ts";

const GOOD = telegram(["1-0:1.8.1(000001.000*kWh)"]);

test("the broker is tried at once, and again after pauses of up to one to ten seconds, half of it at least, without end", async () => {
  const bench = await Bench.create({ broker_port: "1884", broker_user: "me" });
  assert.equal(bench.attempts.length, 0);
  await bench.pass(100);
  const wanted = { host: "broker", port: 1884, security: "plain", name: "broker", clientId: "p1_meter_0a0b0c" };
  assert.deepEqual(bench.attempts, [{ ...wanted, user: "me" }]);
  const fails = async (event: "unreachable" | "lost", pause: number): Promise<void> => {
    const attempts = bench.attempts.length;
    bench.broker(event);
    await bench.pass(pause / 2 - 100);
    assert.equal(bench.attempts.length, attempts);
    await bench.pass(pause / 2 + 100);
    assert.equal(bench.attempts.length, attempts + 1);
    await bench.pass(30_000);
    assert.equal(bench.attempts.length, attempts + 1, "one attempt at a time");
  };
  for (const pause of [1000, 2000, 4000, 8000, 10_000, 10_000]) {
    await fails("unreachable", pause);
  }
  bench.broker("connected");
  await bench.pass(60_000);
  await fails("lost", 1000); // A broker that restarts is there again soon.
  bench.broker("connected");
  await bench.pass(1000);
  await fails("lost", 2000); // One that throws the device out is not asked each second.
});

for (const { engine, skip } of ENGINES) {
  test(
    `engine ${engine}: a hundred devices that lost their broker in the same moment don't come back in one`,
    { skip },
    async () => {
      const backs: number[] = [];
      const bench = await Bench.create({}, engine);
      await bench.pass(100);
      for (let device = 0; device < 100; device++) {
        system.setRandom(device);
        bench.broker("connected");
        await bench.pass(60_000);
        const attempts = bench.attempts.length;
        bench.broker("lost");
        let pause = 0;
        for (; bench.attempts.length === attempts; pause += 100) {
          await bench.pass(100);
        }
        backs.push(pause);
      }
      assert.ok(Math.min(...backs) >= 500 && Math.max(...backs) <= 1000, backs.join(" "));
      // The device looks every tenth of a second.
      for (const pause of [600, 700, 800, 900, 1000]) {
        const many = backs.filter((one) => one === pause).length;
        assert.ok(many > 5 && many < 40, `${many} come back after ${pause} ms`);
      }
    },
  );
}

test("the log says in words why there is no broker, each reason once", async () => {
  const bench = await Bench.create();
  const told = async (event: Parameters<typeof bench.broker>[0]): Promise<string> => {
    await bench.pass(10_000);
    bench.log.length = 0;
    bench.broker(event);
    return bench.log[0] ?? "";
  };
  assert.match(await told("wrong-login"), /^warning: MQTT broker broker:1883 refuses the user name or the password: /);
  assert.match(await told("wrong-login"), /^debug: /);
  assert.match(await told("unreachable"), /^warning: .* can't be reached: /);
  assert.match(await told("unknown-host"), /^warning: .* is unknown by that name: /);
  assert.match(await told("timeout"), /^warning: .* does not answer: /);
  assert.match(await told("refused"), /^warning: .* refuses the connection: /);
  assert.match(await told("tls-failed"), /^warning: .* encrypted /);
  assert.equal(await told("connected"), "info: MQTT broker broker:1883 is connected.");
  assert.match(await told("lost"), /^warning: .* closed the connection/);
});

test("without a network no broker is tried; when it comes back, at once", async () => {
  const bench = await connectedBench();
  bench.network("down");
  assert.equal(bench.disconnects, 1);
  assert.deepEqual(bench.lights().slice(0, 2), ["48,0,0", "48,0,0"]);
  await bench.pass(60_000);
  assert.equal(bench.attempts.length, 1);
  bench.network("up");
  await bench.pass(100);
  assert.equal(bench.attempts.length, 2);
});

test("without a broker's name the log says what to set", async () => {
  const bench = await Bench.create({ broker_host: "" });
  await bench.pass(60_000);
  assert.equal(bench.attempts.length, 0);
  assert.equal(bench.log.filter((line) => line.includes("set broker_host")).length, 1);
});

test("a setting that the connection depends on makes a new one", async () => {
  const bench = await connectedBench();
  bench.hear(GOOD);
  bench.takeReadings();
  assert.equal(bench.configure("root_topic", "other"), "ok");
  assert.equal(bench.disconnects, 1);
  await bench.pass(100);
  bench.broker("connected");
  assert.equal(bench.takeReadings()["other/total/consumption_low_tariff_kWh"], "1.000");
});

test("a setting that is not allowed changes nothing, and the log has the sentence", async () => {
  const bench = await connectedBench();
  assert.equal(bench.configure("interval_min", "-1"), "not-allowed");
  assert.equal(bench.configure("nonsense", "1"), "unknown-name");
  assert.deepEqual(bench.log.slice(-2), [
    'error: interval_min must be a whole number from 0 to 86400, not "-1".',
    'error: There is no setting "nonsense".',
  ]);
  assert.equal(bench.disconnects, 0);
});

test("the lights: network, broker, meter", async () => {
  const bench = await Bench.create();
  const [red, green, blue, yellow, off] = ["48,0,0", "2,12,2", "0,0,16", "32,32,0", "0,0,0"];
  assert.deepEqual(bench.lights(), [green, red, off]);
  await bench.pass(100);
  bench.broker("connected");
  assert.deepEqual(bench.lights(), [green, green, off]);
  bench.hear(GOOD.slice(0, 20));
  assert.deepEqual(bench.lights(), [green, green, blue]);
  bench.room = 0;
  bench.hear(GOOD.slice(20));
  assert.deepEqual(bench.lights(), [green, yellow, green]);
  bench.room = Infinity;
  await bench.pass(1000);
  assert.deepEqual(bench.lights(), [green, green, off]);
  bench.hear(telegram(["1-0:1.8.1(000001.000*kWh)"], "0000"));
  assert.deepEqual(bench.lights(), [green, green, red]);
  bench.broker("lost");
  assert.deepEqual(bench.lights(), [green, red, red]);
});

test("a telegram that is cut off by silence is counted, and the next one counts", async () => {
  const bench = await connectedBench();
  bench.hear(GOOD.slice(0, -10));
  await bench.pass(1000);
  assert.equal(bench.counter("errors"), 1);
  bench.hear(GOOD);
  assert.equal(bench.counter("received"), 1);
  assert.ok(bench.log.includes("warning: A telegram was refused: it is cut off."));
  assert.ok(bench.log.includes("info: Telegrams arrive from ISK5\\2M550T-1012."));
});

test("a wrong CRC is told with both, once while it goes on", async () => {
  const bench = await connectedBench();
  for (let i = 0; i < 5; i++) {
    bench.hear(telegram(["1-0:1.8.1(000001.000*kWh)"], "BEEF"));
  }
  const told = bench.log.filter((line) => line.startsWith("warning"));
  assert.equal(told.length, 1);
  assert.match(told[0] ?? "", /its CRC is BEEF, its bytes give [0-9A-F]{4}\./);
  assert.equal(bench.counter("errors"), 5);
});

test("a bad line costs that line, is counted each time and told once per code", async () => {
  const bench = await connectedBench();
  for (let i = 0; i < 3; i++) {
    bench.hear(telegram(["1-0:1.8.1(abc*kWh)", "1-0:1.8.2(000002.000*kWh)", "1-0:2.8.1(000003.000*kWh"]));
  }
  assert.equal(bench.counter("received"), 3);
  assert.equal(bench.counter("skipped-lines"), 6);
  assert.equal(bench.takeReadings()["p1_meter/total/consumption_high_tariff_kWh"], "2.000");
  assert.deepEqual(
    bench.log.filter((line) => line.includes("gives no reading")),
    [
      "warning: Line 3, 1-0:1.8.1, gives no reading: no number where there must be one. This is told once.",
      "warning: Line 5, 1-0:2.8.1, gives no reading: a bracket is missing. This is told once.",
    ],
  );
});

test("however the bytes are cut, and whatever stands between, the same telegrams arrive", async () => {
  const noise = fc.constantFrom("", "\0\0", "x\r\n", "\xff/\xfe", "!1234\r\n", GOOD.slice(0, 40), "\r\n".repeat(5));
  await fc.assert(
    fc.asyncProperty(
      fc.array(noise, { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 }),
      async (between, cuts) => {
        const bench = await connectedBench({ interval_min: "0" });
        let bytes = between.map((some) => some + GOOD).join("");
        for (let cut = 0; bytes.length > 0; cut++) {
          const length = cuts[cut % cuts.length];
          bench.hear(bytes.slice(0, length));
          bytes = bytes.slice(length);
        }
        assert.equal(bench.counter("received"), between.length);
      },
    ),
  );
});

test("the simulator sends by its period, on the line on which the meter would", async () => {
  const bench = await Bench.create({ simulator: "on", simulator_period: "10" });
  await bench.pass(100);
  assert.equal(bench.written.length, 1);
  assert.equal(bench.lights()[2], "32,0,32");
  await bench.pass(9800);
  assert.equal(bench.written.length, 1);
  await bench.pass(100);
  assert.equal(bench.written.length, 2);
  await bench.pass(100_000);
  assert.equal(bench.written.length, 12);
  assert.equal(bench.counter("simulated"), 12);
  assert.equal(bench.counter("sent"), 12);
});

test("every profile's telegrams are read without a line lost", async () => {
  for (const profile of ["nl22", "nl42", "nl5", "be", "lu", "se", "hu", "ch"]) {
    const bench = await connectedBench({ simulator: "on", simulator_profile: profile, simulator_period: "1" });
    await bench.pass(5000);
    const sent = [...bench.written];
    assert.ok(sent.length >= 5);
    for (const bytes of sent) {
      bench.hear(bytes);
    }
    assert.deepEqual(
      bench.log.filter((line) => line.startsWith("warning")),
      [],
      profile,
    );
    assert.equal(bench.counter("received"), sent.length, profile);
    assert.equal(bench.counter("skipped-lines"), 0, profile);
  }
});

test("the tariffs' names follow the country", async () => {
  for (const [profile, first, second] of [
    ["nl5", "low", "high"],
    ["be", "high", "low"],
  ] as const) {
    const bench = await connectedBench({ simulator: "on", simulator_topic: "", simulator_profile: profile });
    await bench.pass(100);
    const sent = bench.written[0] ?? Buffer.alloc(0);
    bench.hear(sent);
    const registers = [1, 2].map(
      (tariff) => new RegExp(`1-0:1\\.8\\.${tariff}\\(0*([1-9][0-9.]+)`).exec(String(sent))?.[1],
    );
    const readings = bench.takeReadings();
    assert.equal(readings[`p1_meter/total/consumption_${first}_tariff_kWh`], registers[0]);
    assert.equal(readings[`p1_meter/total/consumption_${second}_tariff_kWh`], registers[1]);
  }
});

test("the device's own figures are published after connecting and every interval_statistics seconds", async () => {
  const bench = await connectedBench({ simulator: "on", simulator_topic: "" });
  const figures = (): Record<string, string> => {
    const taken = bench.messages.splice(0).filter(({ topic }) => topic.includes("/sensor/"));
    return Object.fromEntries(taken.map(({ topic, payload }) => [topic.replace("p1_meter/sensor/", ""), payload]));
  };
  const first = figures();
  assert.equal(first.client_id, "p1_meter_0a0b0c");
  assert.ok(Number(first.mem_free) > 0);
  bench.hear(GOOD);
  bench.hear(telegram([], "0000"));
  await bench.pass(599_900);
  assert.deepEqual(figures(), {});
  await bench.pass(100);
  const later = figures();
  assert.equal(later.telegrams_rx, "1");
  assert.equal(later.telegrams_err, "1");
  assert.equal(later.telegrams_pub, "1");
  assert.equal(later.telegrams_tx, later.telegrams_simulated);
  assert.equal(later.lines_skipped, "0");
});

test("any bytes from the meter are survived", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 }), async (chunks) => {
      const bench = await connectedBench({ publish_as_json: "on" });
      for (const chunk of chunks) {
        bench.hear(chunk);
      }
      await bench.pass(1000);
      bench.hear(GOOD);
      assert.equal(bench.counter("received"), 1);
    }),
  );
});
