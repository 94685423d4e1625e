import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { connectedBench, telegram } from "./support/device.ts";
import { LUXEMBOURG, frameOf } from "./support/frame.ts";
import { oldTelegram, telegram as luxembourg } from "./support/telegrams.ts";

const GOOD = telegram(["1-0:1.8.1(000001.000*kWh)", "0-0:96.13.0()"]);
const BAD = telegram(["1-0:1.8.1(000001.000*kWh)"], "0000");
const PLAIN = luxembourg(["1-0:1.8.0(000123.456*kWh)"], "Lux5\\TEST");

test("checked: good telegrams are repeated byte for byte, and nothing else, however the bytes are cut", async () => {
  const noise = fc.constantFrom("", "x\r\n", "\0\0", BAD, GOOD.slice(0, 30), "/ABC5\\CUT\r\n1-0:1.8.1(0");
  const sent = fc.constantFrom(GOOD, GOOD.replace(/\r\n$/, "\n"), oldTelegram(["1-0:1.8.1(00001.000*kWh)"]));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(noise, sent), { minLength: 1, maxLength: 5 }),
      fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 9 }),
      async (parts, cuts) => {
        const bench = await connectedBench({ splitter: "checked" });
        let bytes = parts.flat().join("");
        for (let cut = 0; bytes.length > 0; cut++) {
          bench.hear(bytes.slice(0, cuts[cut % cuts.length]));
          bytes = bytes.slice(cuts[cut % cuts.length]);
        }
        assert.deepEqual(
          bench.written.map(String),
          parts.map(([, one]) => one),
        );
        assert.equal(bench.counter("repeated"), parts.length);
      },
    ),
    { numRuns: 50 },
  );
});

test("arriving: every byte is repeated as it came, right or not", async () => {
  const bench = await connectedBench({ splitter: "arriving" });
  const chunks = [GOOD.slice(0, 20), GOOD.slice(20), "noise", BAD];
  chunks.forEach((chunk) => bench.hear(chunk));
  assert.deepEqual(bench.written.map(String), chunks);
  assert.equal(bench.counter("repeated"), 1);
  assert.equal(bench.counter("sent"), 1);
});

test("only while the second port asks, and never beside the simulator", async () => {
  for (const splitter of ["arriving", "checked"]) {
    const bench = await connectedBench({ splitter });
    bench.requested = false;
    bench.hear(GOOD);
    bench.hear(GOOD);
    assert.equal(bench.written.length, 0);
    assert.equal(bench.log.filter((line) => line.includes("second port does not ask")).length, 1);
    bench.requested = true;
    bench.hear(GOOD);
    assert.equal(bench.written.map(String).join(""), GOOD);
    bench.configure("simulator", "on");
    bench.hear(GOOD);
    assert.equal(bench.written.length, 1);
  }
  const off = await connectedBench();
  off.hear(GOOD);
  assert.equal(off.written.length, 0);
});

test("an encrypted telegram is repeated as plain text, or as it came, by setting", async () => {
  const key = { encryption_key: LUXEMBOURG.key.toString("hex") };
  const frame = frameOf(PLAIN);
  const repeated = async (settings: Readonly<Record<string, string>>): Promise<Buffer> => {
    const bench = await connectedBench({ ...key, ...settings });
    bench.hear(frame.subarray(0, 77));
    bench.hear(frame.subarray(77));
    return Buffer.concat(bench.written);
  };
  assert.equal(String(await repeated({ splitter: "checked" })), PLAIN);
  assert.equal(String(await repeated({ splitter: "arriving" })), PLAIN);
  assert.deepEqual(await repeated({ splitter: "arriving", splitter_decrypts: "off" }), frame);
});

test("a telegram longer than 8190 bytes is read, and not repeated in part", async () => {
  const bench = await connectedBench({ splitter: "checked" });
  bench.hear(telegram(Array.from({ length: 9 }, (_, index) => `0-${index}:96.13.0(${"41".repeat(500)})`)));
  assert.equal(bench.counter("received"), 1);
  assert.equal(bench.written.length, 0);
  bench.hear(GOOD);
  assert.deepEqual(bench.written.map(String), [GOOD]);
});
