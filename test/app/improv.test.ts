/** Improv over the serial console: packets that are spoiled, and what becomes of a network that is asked for. */

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { host as console } from "../../tools/desk/platform/console.ts";
import { host as network } from "../../tools/desk/platform/network.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import { Bench } from "./support/device.ts";

after(() => network.hear(null));

const [STATE, ERROR, COMMAND, RESULT] = [1, 2, 3, 4] as const;
const [JOIN, GET_STATE, , SCAN] = [1, 2, 3, 4] as const;

function packet(kind: number, data: readonly number[]): number[] {
  const bytes = [...Buffer.from("IMPROV"), 1, kind, data.length, ...data];
  return [...bytes, bytes.reduce((sum, byte) => sum + byte, 0) & 0xff];
}

const command = (which: number, ...words: readonly string[]): number[] => {
  const data = words.flatMap((word) => [Buffer.byteLength(word), ...Buffer.from(word)]);
  return packet(COMMAND, [which, data.length, ...data]);
};

/** The packets that stand in what the device wrote: each its kind and its data. */
function packetsIn(bytes: readonly number[]): (readonly [number, string])[] {
  const text = Buffer.from(bytes).toString("latin1");
  return [...text.matchAll(/\nIMPROV\x01/g)].map(({ index }) => {
    const length = bytes[index + 9] ?? 0;
    const whole = bytes.slice(index + 1, index + 11 + length);
    assert.deepEqual(whole, packet(whole[7] ?? 0, whole.slice(9, -1)), "its sum and its length are right");
    assert.equal(bytes[index + 11 + length], 10);
    return [whole[7] ?? 0, text.slice(index + 10, index + 10 + length)] as const;
  });
}

for (const { engine, skip } of ENGINES) {
  /** What the device writes, now or later. */
  const heard: number[] = [];
  const answers = (): (readonly [number, string])[] => packetsIn(heard.splice(0));

  async function started(kind: "wifi" | "wired"): Promise<Bench> {
    network.hear(kind === "wifi" ? [] : null);
    const bench = await Bench.create(kind === "wifi" ? { wifi_name: "home" } : {}, engine);
    await bench.pass(500);
    listen();
    answers();
    return bench;
  }

  const listen = (): void => {
    console.listen((bytes) => heard.push(...bytes));
  };
  const send = (bench: Bench, bytes: readonly number[]): void => {
    heard.push(...Buffer.from(bench.type(Uint8Array.from(bytes), "latin1"), "latin1"));
    listen(); // More may come later.
  };

  test(`engine ${engine}: a spoiled packet is told, and does nothing`, { skip }, async () => {
    const bench = await started("wifi");
    const right = command(JOIN, "new", "secret99");
    for (let at = 7; at < right.length; at++) {
      send(
        bench,
        right.map((byte, index) => (index === at ? byte ^ 4 : byte)),
      );
      assert.deepEqual(answers(), [[ERROR, "\x01"]], `byte ${at}`);
    }
    for (let length = 7; length < right.length; length++) {
      send(bench, right.slice(0, length));
      assert.deepEqual(answers(), [[ERROR, "\x01"]], `${length} bytes`);
    }
    for (const data of [
      [JOIN],
      [JOIN, 0],
      [JOIN, 1, 9],
      [JOIN, 4, 3, 97, 98, 99],
      [JOIN, 3, 1, 97, 7],
      [JOIN, 5, 1, 97, 1, 97, 97],
    ]) {
      send(bench, packet(COMMAND, data));
      assert.deepEqual(answers(), [[ERROR, "\x01"]], data.join());
    }
    send(bench, packet(RESULT, [GET_STATE, 0]));
    send(bench, command(77));
    assert.deepEqual(answers(), [
      [ERROR, "\x01"],
      [ERROR, "\x02"],
    ]);
    assert.match(bench.type("wifi"), /^Wi-Fi home/);
  });

  test(`engine ${engine}: a network is tried once at a time, and what became of it is told`, { skip }, async () => {
    const bench = await started("wifi");
    send(bench, command(JOIN, "new", "secret99"));
    send(bench, command(JOIN, "another", ""));
    send(bench, command(SCAN));
    assert.deepEqual(answers(), [
      [STATE, "\x03"],
      [ERROR, "\xff"],
      [ERROR, "\xff"],
    ]);
    await bench.pass(400);
    bench.network("wrong-password");
    await bench.pass(100);
    assert.deepEqual(answers()[0], [ERROR, "\x03"]);
    send(bench, command(JOIN, "", "secret99"));
    send(bench, command(JOIN, "x".repeat(33), "secret99"));
    send(bench, command(JOIN, "new", "short"));
    assert.deepEqual(answers(), Array(3).fill([ERROR, "\x03"]));
    send(bench, command(JOIN, "open", ""));
    await bench.pass(400);
    bench.network("up");
    await bench.pass(100);
    const [trying, state, result] = answers();
    assert.deepEqual(
      [trying, state],
      [
        [STATE, "\x03"],
        [STATE, "\x04"],
      ],
    );
    assert.match(result?.[1] ?? "", /^\x01.{2}http:\/\/[\d.]+\/$/s);
    assert.match(bench.type("wifi"), /^Wi-Fi open is up/);
  });

  test(`engine ${engine}: a wired device says where its page is, and joins nothing`, { skip }, async () => {
    const bench = await started("wired");
    bench.network("up");
    send(bench, command(GET_STATE));
    const [state, result] = answers();
    assert.deepEqual(state, [STATE, "\x04"]);
    assert.match(result?.[1] ?? "", /^\x02.{2}http:\/\/[\d.]+\/$/s);
    send(bench, command(SCAN));
    send(bench, command(JOIN, "new", "secret99"));
    assert.deepEqual(answers(), [
      [RESULT, "\x04\x00"],
      [ERROR, "\x03"],
    ]);
  });
}
