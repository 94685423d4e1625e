/** What the HTTP server does: the state, the page, and what is beyond its limits. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { buildPage } from "../../../tools/page/build.ts";
import { HTTP_HEAD, HTTP_PATH, HTTP_SOCKETS } from "../../../ts/sockets.ts";
import type { Check, Device } from "./device.ts";

/** A connection of which all that came is kept. */
class Client implements Disposable {
  readonly socket: Socket;
  text = "";
  readonly closed: Promise<unknown>;

  constructor(at: string) {
    this.socket = connect(Number(new URL(at).port), "127.0.0.1");
    this.socket.on("error", () => undefined);
    this.socket.setEncoding("latin1").on("data", (text: string) => {
      this.text += text;
    });
    this.closed = once(this.socket, "close");
  }

  /** Sends a request and waits for the end of an answer's head, or for what is wanted of the answer. */
  async ask(request: string, wanted = /\r\n\r\n/): Promise<string> {
    this.text = "";
    this.socket.write(request);
    while (!wanted.test(this.text) && !this.socket.destroyed) {
      await Promise.race([once(this.socket, "data"), this.closed]);
    }
    return this.text;
  }

  /** Sends a request, or a part of one, that is refused with this status and a problem in a sentence. */
  async refused(request: string, status: number): Promise<void> {
    const problem = new RegExp(`application/problem\\+json[^]*\\{"status":${status},"detail":"[A-Z].*\\."`);
    const answer = await this.ask(request, problem);
    assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `), request.slice(0, 40));
    assert.match(answer, problem);
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}

async function state({ at }: Device): Promise<void> {
  const response = await fetch(`${at}/api/status`);
  assert.equal(response.headers.get("content-type"), "application/json");
  const status = (await response.json()) as Record<string, Record<string, unknown>>;
  assert.equal(status.firmware?.state, "confirmed");
  assert.match(String(status.network?.address), /^\d+\.\d+\.\d+\.\d+$/);
  assert.deepEqual(status.broker, { connected: true });
  assert.ok(Number(status.telegrams?.received) > 0);

  const missing = await fetch(`${at}/nothing`);
  assert.equal(missing.status, 404);
  assert.equal(missing.headers.get("content-type"), "application/problem+json");
  assert.deepEqual(await missing.json(), { status: 404, detail: "There is nothing at this address." });
  const forbidden = await fetch(`${at}/api/firmware`, { method: "POST", body: "x".repeat(1000) });
  assert.equal(forbidden.status, 403);
}

async function page({ at }: Device): Promise<void> {
  const response = await fetch(`${at}/`);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(response.headers.get("content-encoding"), "gzip");
  assert.equal(await response.text(), buildPage());
  const tag = response.headers.get("etag") ?? "";
  assert.match(tag, /^"[0-9a-f]{8}"$/);

  const again = await fetch(`${at}/`, { headers: { "If-None-Match": `W/"0", ${tag}` } });
  assert.deepEqual([again.status, again.headers.get("etag"), await again.text()], [304, tag, ""]);
  const other = await fetch(`${at}/`, { headers: { "If-None-Match": tag.replace(/\w/g, "z") } });
  assert.equal(other.status, 200);
  assert.ok((await other.text()).length > 0);
}

async function limits({ at }: Device): Promise<void> {
  const refusals: readonly (readonly [request: string, status: number])[] = [
    [`GET /${"a".repeat(HTTP_PATH - 1)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 404],
    [`GET /${"a".repeat(HTTP_PATH)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, 414],
    [`GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${"a".repeat(HTTP_HEAD)}\r\n\r\n`, 431],
    ["DELETE /api/status HTTP/1.1\r\nHost: localhost\r\n\r\n", 405],
    ["POST /api/login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411],
    ["GET http://localhost/api/status HTTP/1.1\r\nHost: localhost\r\n\r\n", 404],
    ["GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 505],
    ["GET / HTTP/1.1\r\nHost localhost\r\n\r\n", 400],
    ["no request at all\r\n\r\n", 400],
  ];
  for (const [request, status] of refusals) {
    using client = new Client(at);
    await client.refused(request, status);
  }
  using client = new Client(at);
  assert.match(await client.ask("GET /api/status HTTP/1.1\r\nHost: localhost\r\n\r\n"), /^HTTP\/1\.1 200 /);
}

async function tooSlow({ at }: Device): Promise<void> {
  using slowHead = new Client(at);
  using slowBody = new Client(at);
  await Promise.all([
    slowHead.refused("GET / HTTP/1.1\r\nHost: local", 408),
    slowBody.refused("POST /api/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20\r\n\r\n{", 408),
  ]);
  await Promise.all([slowHead.closed, slowBody.closed]);
}

async function oneTooMany({ at }: Device): Promise<void> {
  const clients: Client[] = [];
  for (let i = 0; i < HTTP_SOCKETS; i++) {
    const client = new Client(at);
    clients.push(client);
    assert.match(await client.ask("GET /api/status HTTP/1.1\r\nHost: localhost\r\n\r\n"), / 200 /);
  }
  // The oldest speaks again, so the second is now the quietest.
  await clients[0].ask("GET /api/status HTTP/1.1\r\nHost: localhost\r\n\r\n");
  using late = new Client(at);
  assert.match(await late.ask("GET /api/status HTTP/1.1\r\nHost: localhost\r\n\r\n"), / 200 /);
  await clients[1].closed;
  assert.ok(!clients[0].socket.destroyed);
  clients.forEach((client) => client[Symbol.dispose]());
}

export const HTTP_CHECKS: readonly Check[] = [
  { name: "the state is served as JSON, and what is not there is a problem", run: state },
  { name: "the page is served, and not again to whoever has it", run: page },
  { name: "what is beyond the limits is refused by the driver, and the next request is served", run: limits },
  { name: "a head and a body that don't end are refused", run: tooSlow },
  { name: "one connection too many closes the one that was quiet longest", run: oneTooMany },
];
