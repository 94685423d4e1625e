/** What comes by itself: events, and the log as it is written. */

import assert from "node:assert/strict";
import { HTTP_STREAMS } from "../../../ts/sockets.ts";
import { basic, PASSWORD, post, type Check, type Device } from "./device.ts";

/** Reads a stream until it has said something like that; it stays open. */
async function until(response: Response, pattern: RegExp): Promise<string> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let said = "";
  while (!pattern.test(said)) {
    const { done, value } = await reader.read();
    assert.ok(!done, `The stream ended without ${String(pattern)}: ${said}`);
    said += decoder.decode(value, { stream: true });
  }
  reader.releaseLock();
  return said;
}

async function events({ at }: Device): Promise<void> {
  const abort = new AbortController();
  const response = await fetch(`${at}/api/events`, { signal: abort.signal });
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  const said = await until(response, /(event: telegram\n[^]*){3}event: status\n.*\n\n/);
  abort.abort();
  const first = JSON.parse(/^event: readings\ndata: (.*)\n\n/m.exec(said)?.[1] ?? "[]") as { topic: string }[];
  assert.ok(
    first.some(({ topic }) => topic === "instant/consumption_kW"),
    "all readings come first",
  );
}

async function full({ at }: Device): Promise<void> {
  const aborts = Array.from({ length: HTTP_STREAMS }, () => new AbortController());
  const streams = await Promise.all(aborts.map(({ signal }) => fetch(`${at}/api/events`, { signal })));
  await Promise.all(streams.map((stream) => until(stream, /event: telegram\n/)));
  const refused = await fetch(`${at}/api/events`);
  assert.equal(refused.status, 503);
  await refused.text();
  assert.equal((await fetch(`${at}/api/status`)).status, 200, "other requests go on");
  aborts[0]?.abort();
  for (let status = 503; status !== 200;) {
    const abort = new AbortController();
    const again = await fetch(`${at}/api/events`, { signal: abort.signal });
    status = again.status;
    abort.abort();
  }
  aborts.forEach((abort) => abort.abort());
}

/** What was written before comes first; then what is written while somebody reads. */
async function followed({ at }: Device): Promise<void> {
  const abort = new AbortController();
  const response = await fetch(`${at}/api/log?follow`, { signal: abort.signal });
  await until(response, /Telegrams arrive/);
  assert.equal((await post(`${at}/api/restart`, "", basic(PASSWORD))).status, 202);
  await until(response, /The device restarts in 30 seconds/);
  assert.equal((await post(`${at}/api/cancel`, "", basic(PASSWORD))).status, 204);
  await until(response, /The restart is cancelled/);
  abort.abort();
}

export const STREAM_CHECKS: readonly Check[] = [
  { name: "whoever listens gets all readings, and then each telegram", run: events },
  { name: "so many listen and no more, until one leaves", run: full },
  { name: "the log can be followed", isOwned: true, run: followed },
];
