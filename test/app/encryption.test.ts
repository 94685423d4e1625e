import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TelegramReader } from "../../ts/p1/telegram.ts";
import { connectedBench, telegram as dutch } from "./support/device.ts";
import { LUXEMBOURG, frameOf, type FrameKey } from "./support/frame.ts";
import { telegram, textOf } from "./support/telegrams.ts";

const PLAIN = telegram(["0-0:42.0.0(53414731)", "1-0:1.8.0(000123.456*kWh)", "1-0:1.7.0(00.500*kW)"], "Lux5\\TEST");

/** What each frame or telegram in the bytes came to, with its tag's verdict. */
function read(chunks: readonly Uint8Array[], key: FrameKey | null = LUXEMBOURG): string[] {
  const reader = new TelegramReader();
  if (key !== null) {
    reader.encryption.configure(key.key, key.additional);
  }
  const all: string[] = [];
  const note = (): void => {
    if (reader.outcome !== "more") {
      const what = reader.outcome === "telegram" ? textOf(reader.identification()) : reader.outcome;
      all.push(`${what} ${reader.tag}`);
    }
  };
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      at = reader.read(chunk, at);
      note();
    }
  }
  reader.silence();
  note();
  return all;
}

/** One bit of the bytes the other way round. */
function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

test("a telegram comes out of its frame, whatever its length and however the bytes are cut", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 130 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 10 }),
      fc.nat(0xffffffff),
      (length, cuts, counter) => {
        const plain = telegram([`0-0:96.13.0(${"41".repeat(length)})`], "Lux5\\A");
        let rest = Buffer.concat([frameOf(plain, LUXEMBOURG, counter), Buffer.from(PLAIN)]);
        const chunks: Buffer[] = [];
        for (let cut = 0; rest.length > 0; cut++) {
          chunks.push(rest.subarray(0, cuts[cut % cuts.length]));
          rest = rest.subarray(cuts[cut % cuts.length]);
        }
        assert.deepEqual(read(chunks), ["Lux5\\A right", "Lux5\\TEST none"]);
      },
    ),
  );
});

test("any flipped bit of cipher text or tag makes the tag wrong; the telegram is judged by its own CRC", () => {
  const frame = frameOf(PLAIN);
  const first = 18 * 8;
  const tag = (frame.length - 12) * 8;
  for (let bit = first; bit < frame.length * 8; bit += 7) {
    if (bit >= tag - 16 && bit < tag - 8) {
      continue; // The carriage return: a space or a NUL there is borne, another character is not.
    }
    // What stands behind the CRC is no part of the telegram.
    const harmless = bit >= tag - 8;
    const wanted = harmless ? /^Lux5.TEST wrong$/ : /^decryption wrong$/;
    assert.match(read([flipped(frame, bit)]).join(), wanted, `bit ${bit}`);
  }
});

test("a wrong key or wrong additional data make the tag wrong; with the right key the telegram still counts", () => {
  const wrongKey = { ...LUXEMBOURG, key: Buffer.alloc(16, 7) };
  assert.deepEqual(read([frameOf(PLAIN)], wrongKey), ["decryption wrong"]);
  const austria = { ...LUXEMBOURG, additional: Buffer.from(`30${"ab".repeat(16)}`, "hex") };
  assert.deepEqual(read([frameOf(PLAIN, austria)]), ["Lux5\\TEST wrong"]);
  assert.deepEqual(read([frameOf(PLAIN, austria)], austria), ["Lux5\\TEST right"]);
});

test("a wrong CRC under a right tag is a wrong CRC", () => {
  assert.deepEqual(read([frameOf(PLAIN.replace("123.456", "123.457"))]), ["crc right"]);
});

test("a frame without a telegram is refused, and without a key it is known to be encrypted", () => {
  assert.deepEqual(read([frameOf("nothing to read")]), ["decryption right"]);
  assert.deepEqual(read([frameOf("x")]), ["decryption right"]);
  assert.deepEqual(read([frameOf(PLAIN)], null), ["encrypted none"]);
});

test("cipher text that holds / and ! and the start of a frame fools nobody, nor does what follows a cut frame", () => {
  fc.assert(
    fc.property(fc.nat(0xffffffff), fc.nat(300), (counter, cut) => {
      const frame = frameOf(PLAIN, LUXEMBOURG, counter);
      const whole = read([frame, frame, Buffer.from(PLAIN)]);
      assert.deepEqual(whole, ["Lux5\\TEST right", "Lux5\\TEST right", "Lux5\\TEST none"]);
      const reader = new TelegramReader();
      reader.read(frame.subarray(0, cut % frame.length), 0);
      reader.silence();
      reader.encryption.configure(LUXEMBOURG.key, LUXEMBOURG.additional);
      reader.read(frame, 0);
      assert.equal(reader.outcome, "telegram");
      assert.equal(reader.tag, "right");
    }),
  );
});

test("the device decrypts with the key of its settings, from the next frame on when that changes", async () => {
  const bench = await connectedBench({ interval_min: "0" });
  bench.hear(frameOf(PLAIN));
  assert.equal(bench.counter("received"), 0);
  assert.match(bench.log.at(-1) ?? "", /^warning: The meter encrypts its telegrams: set encryption_key/);
  assert.equal(bench.configure("encryption_key", LUXEMBOURG.key.toString("hex")), "ok");
  bench.hear(frameOf(PLAIN));
  assert.equal(bench.counter("received"), 1);
  assert.equal(bench.takeReadings()["p1_meter/total/consumption_kWh"], "123.456");
  bench.configure("encryption_aad", "30");
  for (let i = 0; i < 3; i++) {
    bench.hear(frameOf(PLAIN));
  }
  assert.equal(bench.counter("received"), 4);
  const told = bench.log.filter((line) => line.startsWith("warning: The tag of an encrypted telegram is wrong"));
  assert.equal(told.length, 1, "told once");
  bench.configure("encryption_key", "");
  bench.hear(frameOf(PLAIN));
  bench.hear(dutch(["1-0:1.8.1(000001.000*kWh)"]));
  assert.equal(bench.counter("received"), 5);
  assert.doesNotMatch(bench.log.join("\n"), new RegExp(LUXEMBOURG.key.toString("hex")), "no key in the log");
});
