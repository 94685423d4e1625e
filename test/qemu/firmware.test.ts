/** The firmware itself, in QEMU: what the desk's tests show of the device, of the same C with the chip's drivers. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";

import { startDecoder } from "../../tools/decode/decoder.ts";
import { startInsideBroker } from "../../tools/desk/inside-broker.ts";
import { PASSWORD, basic, runsFor } from "../desk/checks/device.ts";
import { Subscriber } from "../desk/support/subscriber.ts";
import { Board, boardSkip } from "./support/board.ts";
import { keptPassword } from "./support/board-device.ts";

const skip = boardSkip();
const FILE = "docs/examples/dsmr5.txt";
const TELEGRAM = readFileSync(resolve(import.meta.dirname, "..", "..", FILE));
/** What the tasks must leave of their stacks, and all of the heap, in bytes. */
const LEAST_STACK = 300;
const LEAST_HEAP = 20_000;
/** The device looks every ten seconds what is left. */
const LOOK_SECONDS = 11;
/** Where an image has its version, in 32 bytes. Source: ESP-IDF 5.5, "App Image Format". */
const VERSION_AT = 48;
const VERSION_SIZE = 32;
const HASH_SIZE = 32;

interface Status {
  readonly firmware: { readonly version: string; readonly state: string };
  readonly broker: { readonly connected: boolean };
  readonly telegrams: { readonly received: number; readonly refused: number };
}

async function statusOf(board: Board): Promise<Status> {
  return (await (await fetch(`${board.page}/api/status`)).json()) as Status;
}

async function upload(board: Board, image: Uint8Array<ArrayBuffer>): Promise<readonly [number, string]> {
  const response = await fetch(`${board.page}/api/firmware`, {
    method: "POST",
    body: image,
    headers: basic(PASSWORD),
    signal: AbortSignal.timeout(120_000),
  });
  return [response.status, await response.text()];
}

/** The same image under another version: its checksum and its hash are right. */
function renamed(image: Buffer, version: string): Buffer<ArrayBuffer> {
  const copy = Buffer.from(image);
  const checksumAt = copy.length - HASH_SIZE - 1;
  const name = Buffer.alloc(VERSION_SIZE);
  name.write(version);
  for (let i = 0; i < VERSION_SIZE; i++) {
    copy[checksumAt] ^= copy[VERSION_AT + i] ^ name[i];
  }
  name.copy(copy, VERSION_AT);
  createHash("sha256")
    .update(copy.subarray(0, -HASH_SIZE))
    .digest()
    .copy(copy, copy.length - HASH_SIZE);
  return copy;
}

/** A reading as the decoder writes it. */
interface Reading {
  readonly topic: string;
  readonly value?: string;
  readonly entries?: unknown;
}

/** What the decoder of this computer reads in the telegram. */
async function decoded(): Promise<readonly Reading[]> {
  const decoder = await startDecoder("ts", () => undefined);
  decoder.start(FILE);
  const output = [decoder.take(TELEGRAM), decoder.end().output];
  return (JSON.parse(Buffer.concat(output).toString()) as { readings: Reading[] }).readings;
}

/** Holds what was left of stacks and heap against what has to be left. */
async function hasMemoryLeft(board: Board): Promise<void> {
  await runsFor(board.page, LOOK_SECONDS);
  const [line, stack, , heap] = await board.last(
    /Least memory so far: (\d+) bytes of stack \((.*)\), (\d+) bytes of heap/,
  );
  assert.ok(Number(stack) >= LEAST_STACK && Number(heap) >= LEAST_HEAP, line);
}

test("telegrams on UART1 become messages at the broker, and numbers of the status", { skip }, async (t) => {
  const broker = await startInsideBroker();
  t.after(() => broker.close());
  await using subscriber = await Subscriber.at(broker.port);
  await using board = await Board.start(broker.port, { interval_min: 10 });
  await board.wrote(/is connected\./);
  await board.send(TELEGRAM);
  await board.wrote(/Telegrams arrive from ISK5/);
  const readings = await decoded();
  assert.ok(readings.length > 20);
  for (const { topic, value, entries } of readings) {
    assert.equal(
      await subscriber.payload(`p1_meter/${topic}`),
      entries === undefined ? value : JSON.stringify(entries),
    );
  }
  const status = await statusOf(board);
  assert.equal(status.broker.connected, true);
  assert.deepEqual([status.telegrams.received, status.telegrams.refused], [1, 0]);

  const shown = (await (await fetch(`${board.page}/api/readings`)).json()) as { topic: string; value: unknown }[];
  for (const { topic, value, entries } of readings) {
    const there = shown.find((reading) => reading.topic === topic)?.value;
    assert.deepEqual(there, entries ?? (typeof there === "number" ? Number(value) : value), topic);
  }

  const before = subscriber.messages.length;
  await subscriber.publish("p1_meter/command", Buffer.from("resend"));
  // It never changes, so that only a command sends it again.
  await subscriber.payload("p1_meter/equipment/p1_meter_id", before);
  await hasMemoryLeft(board);
});

test("a damaged image is refused, a good one is installed, tried and confirmed; settings stay", { skip }, async (t) => {
  const broker = await startInsideBroker();
  t.after(() => broker.close());
  await using board = await Board.start(broker.port, { root_topic: "cellar", login_password: keptPassword(PASSWORD) });
  await board.wrote(/is connected\./);
  const damaged = Buffer.from(board.image);
  damaged[200_000] ^= 1;
  const [refused, why] = await upload(board, damaged);
  assert.equal(refused, 422);
  assert.match(why, /damaged/);
  await hasMemoryLeft(board);
  assert.deepEqual(await upload(board, renamed(board.image, "9.9.9")), [200, '{"installed":"9.9.9","restart":true}\n']);
  await board.wrote(/Firmware 9\.9\.9 is on trial/);
  await using subscriber = await Subscriber.at(broker.port);
  await board.wrote(/The firmware is confirmed/);
  await board.cutPower();
  await board.wrote(/Firmware 9\.9\.9 runs\./);
  await subscriber.payload("cellar/availability/device");
  assert.deepEqual((await statusOf(board)).firmware, { version: "9.9.9", state: "confirmed" });
});

test("an image that never reaches the broker is rolled back by the next start", { skip }, async () => {
  const broker = await startInsideBroker();
  await using board = await Board.start(broker.port, { login_password: keptPassword(PASSWORD) });
  await board.wrote(/is connected\./);
  await broker.close();
  assert.equal((await upload(board, renamed(board.image, "9.9.9")))[0], 200);
  await board.wrote(/Firmware 9\.9\.9 is on trial/);
  await board.cutPower();
  await board.wrote(/Firmware 9\.9\.9 was rolled back/);
  assert.notEqual((await statusOf(board)).firmware.version, "9.9.9");
});
