/** The firmware itself, in QEMU: what the desk's tests show of the device, of the same C with the chip's drivers. */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";

import { startInsideBroker } from "../../tools/desk/inside-broker.ts";
import { Subscriber } from "../desk/support/subscriber.ts";
import { Board, boardSkip } from "./support/board.ts";

const skip = boardSkip();
const TELEGRAM = readFileSync(resolve(import.meta.dirname, "..", "..", "docs/examples/dsmr5.txt"));
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

test("telegrams on UART1 become messages at the broker, and numbers of the status", { skip }, async (t) => {
  const broker = await startInsideBroker();
  t.after(() => broker.close());
  await using subscriber = await Subscriber.at(broker.port);
  await using board = await Board.start(broker.port, { interval_min: 10 });
  await board.wrote(/is connected\./);
  await board.send(TELEGRAM);
  await board.wrote(/Telegrams arrive from ISK5/);
  assert.equal(await subscriber.payload("p1_meter/total/consumption_low_tariff_kWh"), "4426.000");
  const status = await statusOf(board);
  assert.equal(status.broker.connected, true);
  assert.deepEqual([status.telegrams.received, status.telegrams.refused], [1, 0]);
});

test("a damaged image is refused, a good one is installed, tried and confirmed; settings stay", { skip }, async (t) => {
  const broker = await startInsideBroker();
  t.after(() => broker.close());
  await using board = await Board.start(broker.port, { root_topic: "cellar" });
  await board.wrote(/is connected\./);
  const damaged = Buffer.from(board.image);
  damaged[200_000] ^= 1;
  const [refused, why] = await upload(board, damaged);
  assert.equal(refused, 422);
  assert.match(why, /damaged/);
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
  await using board = await Board.start(broker.port);
  await board.wrote(/is connected\./);
  await broker.close();
  assert.equal((await upload(board, renamed(board.image, "9.9.9")))[0], 200);
  await board.wrote(/Firmware 9\.9\.9 is on trial/);
  await board.cutPower();
  await board.wrote(/Firmware 9\.9\.9 was rolled back/);
  assert.notEqual((await statusOf(board)).firmware.version, "9.9.9");
});
