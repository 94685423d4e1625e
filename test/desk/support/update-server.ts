import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer as createPlain, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecure } from "node:https";
import type { AddressInfo } from "node:net";
import type { KeyPair } from "./authority.ts";

/** What a server does with a request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server of updates: what it answers to each path is the test's. */
export class UpdateServer implements AsyncDisposable {
  readonly answers = new Map<string, Answer>();
  /** The paths that were asked for, each with its `Range`. */
  readonly asked: string[] = [];
  private readonly server: Server;
  private readonly secure: boolean;

  /** Without a certificate nothing is encrypted. */
  static async start(pair?: KeyPair): Promise<UpdateServer> {
    const started = new UpdateServer(pair);
    started.server.listen(0, "127.0.0.1");
    await once(started.server, "listening");
    return started;
  }

  private constructor(pair?: KeyPair) {
    this.secure = pair !== undefined;
    const handle: Answer = (request, response) => {
      const path = request.url ?? "";
      this.asked.push(`${path} ${request.headers.range ?? ""}`.trim());
      const answer = this.answers.get(path);
      if (answer === undefined) {
        response.writeHead(404).end();
      } else {
        answer(request, response);
      }
    };
    this.server =
      pair === undefined
        ? createPlain(handle)
        : createSecure({ cert: readFileSync(pair.certificate), key: readFileSync(pair.key) }, handle);
  }

  url(path: string): string {
    return `${this.secure ? "https" : "http"}://localhost:${(this.server.address() as AddressInfo).port}${path}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }
}

/** Sends these bytes. */
export function file(bytes: string | Uint8Array): Answer {
  return (_, response) => response.end(bytes);
}

/**
 * Sends a file from where it is asked for on, but breaks off after so many bytes: one of `breaks` for each request, and then no more.
 * Where it has no `ranges` it begins at 0 each time.
 */
export function breaking(bytes: Uint8Array, breaks: number[], ranges = true): Answer {
  return (request, response) => {
    const asked = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const from = ranges ? asked : 0;
    response.writeHead(from > 0 ? 206 : 200, { "Content-Length": bytes.length - from });
    const end = breaks.shift();
    if (end === undefined) {
      response.end(bytes.subarray(from));
    } else {
      response.write(bytes.subarray(from, from + end), () => response.destroy());
    }
  };
}

/** A manifest for one image, with what the test wants otherwise. */
export function manifest(image: Uint8Array, version: string, other: Record<string, unknown> = {}): string {
  return JSON.stringify({
    project: "p1_meter",
    version,
    "esp32c3.url": "image.bin",
    "esp32c3.size": image.length,
    "esp32c3.sha256": createHash("sha256").update(image).digest("hex"),
    ...other,
  });
}
