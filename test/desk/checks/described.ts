/** `docs/openapi.json`, held against a device: it runs each operation, and looks at every answer. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { basic, PASSWORD, type Check, type Device } from "./device.ts";

interface Content {
  readonly content?: Readonly<Record<string, object>>;
}

/** One of the description. */
export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly schema: { readonly enum: readonly string[] } }[];
  readonly responses: Readonly<Record<string, Content & { readonly $ref?: string }>>;
}

/** The description, as it stands in the file. */
export const text = readFileSync("docs/openapi.json", "utf8");
export const description = JSON.parse(text) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, Content>> };
};
export const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(description, "device");

/** Something of the description as the pointer to it: `/paths/~1api~1status`. */
const pointer = (...parts: readonly string[]): string =>
  parts.map((part) => `/${encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("");

function validate(schema: string, data: unknown, what: string): void {
  const check = ajv.getSchema(schema);
  assert.ok(check !== undefined, schema);
  assert.ok(check(data), `${what}: ${ajv.errorsText(check.errors)}\n${JSON.stringify(data).slice(0, 400)}`);
}

/** Every operation, as a request's first line begins. */
export const OPERATIONS = Object.entries(description.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({ line: `${method.toUpperCase()} ${path}`, operation })),
);

/** Who has the password. */
export const OWNER = basic(PASSWORD);
const FOREIGN = { Origin: "http://evil.example" };

/** One device, and which of the described answers it gave. */
export class Conversation {
  readonly seen: Set<string>;
  readonly at: string;

  constructor(at: string, seen: Set<string>) {
    this.at = at;
    this.seen = seen;
  }

  /** Asks, and holds the answer against the description. */
  async ask(line: string, status: number, init: RequestInit = {}): Promise<string> {
    const [method = "", target = ""] = line.split(" ");
    const path = target.split("?")[0] ?? "";
    const operation = description.paths[path]?.[method.toLowerCase()];
    assert.ok(operation !== undefined, `${line} is described`);
    const abort = new AbortController();
    const response = await fetch(`${this.at}${target}`, { method, ...init, signal: abort.signal });
    assert.equal(response.status, status, line);
    const described = operation.responses[status];
    assert.ok(described !== undefined, `${line} may answer ${status}`);
    const type = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
    const content = (described.$ref === undefined ? described : description.components.responses[status])?.content;
    const isStream = type === "text/event-stream" || target.endsWith("follow");
    const body = isStream ? await firstOf(response) : await response.text();
    abort.abort();
    if (content === undefined) {
      assert.equal(body, "", line);
    } else {
      assert.ok(type in content, `${line} answers ${type}`);
      const base =
        described.$ref === undefined
          ? pointer("paths", path, method.toLowerCase(), "responses", String(status))
          : described.$ref.slice(1);
      const data: unknown = type.endsWith("json") ? JSON.parse(body) : body;
      validate(`device#${base}${pointer("content", type, "schema")}`, data, `${line} ${status}`);
    }
    this.seen.add(`${operation.operationId} ${status}`);
    return body;
  }
}

/** What a stream says until its first state, or its first line of the log. */
async function firstOf(response: Response): Promise<string> {
  let said = "";
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    said += new TextDecoder().decode(part);
    if (/event: status\n.*\n\n/.test(said) || (said.endsWith("\n") && !said.startsWith("event:"))) {
      break;
    }
  }
  return said;
}

export const json = (value: unknown): string => JSON.stringify(value);
export const post = (body: string, headers: Record<string, string> = OWNER): RequestInit => ({ body, headers });

/** What every device with a password answers, on Wi-Fi or not. Afterwards one has to log in for reading. */
export async function askForAll(device: Conversation): Promise<void> {
  for (const { line, operation } of OPERATIONS) {
    if ("403" in operation.responses) {
      await device.ask(line, 403, { headers: FOREIGN });
    }
  }
  await device.ask("GET /", 200);
  const tag = (await fetch(device.at)).headers.get("etag") ?? "";
  await device.ask("GET /", 304, { headers: { "If-None-Match": tag } });
  await device.ask("GET /api/status", 200);
  await device.ask("GET /api/readings", 200);
  await device.ask("GET /api/telegram", 200);
  await device.ask("GET /api/history", 200);
  await device.ask("GET /api/history?span=day", 200);
  await device.ask("GET /api/history?span=week", 422);
  await device.ask("GET /api/log", 200);
  await device.ask("GET /api/log?follow", 200);
  await device.ask("GET /api/log?fellow", 422);
  const events = await device.ask("GET /api/events", 200);
  for (const [, event = "", data = ""] of events.matchAll(/^event: (\w+)\ndata: (.*)\n\n/gm)) {
    const schema = { status: "Status", telegram: "Telegram" }[event];
    for (const value of schema === undefined ? (JSON.parse(data) as unknown[]) : [JSON.parse(data)]) {
      validate(`device#/components/schemas/${schema ?? "Reading"}`, value, event);
    }
  }
  await device.ask("GET /metrics", 404);
  await device.ask("GET /api/v1/data", 403);
  await device.ask("POST /api/settings", 200, post(json({ prometheus: true, homewizard: true })));
  for (const line of ["GET /metrics", "GET /api", "GET /api/v1/data", "GET /api/v1/telegram"]) {
    await device.ask(line, 200);
  }
  await device.ask("GET /api/settings", 200);
  await device.ask("POST /api/settings", 200, post(json({ qos: 1, retain: true, "1-0:1.8.1": "house/day" })));
  await device.ask("GET /api/settings", 200);
  await device.ask("POST /api/settings", 400, post('{"qos"'));
  await device.ask("POST /api/settings", 413, post(json({ a: "b".repeat(5000) })));
  await device.ask("POST /api/settings", 422, post(json({ broker_port: 0 })));
  await device.ask("GET /api/settings/export", 200, { headers: OWNER });
  await device.ask("POST /api/settings/export", 200, post(json({ password: PASSWORD })));
  await device.ask("POST /api/settings/export", 401, post(json({ password: "wrong horse" })));
  await device.ask("POST /api/settings/export", 400, post("{}"));
  await device.ask("POST /api/settings/export", 413, post(json({ password: "b".repeat(5000) })));
  await device.ask("POST /api/login", 204, post(json({ password: PASSWORD }), {}));
  await device.ask("POST /api/login", 401, post(json({ password: "wrong horse" }), {}));
  await device.ask("POST /api/login", 400, post("[]", {}));
  await device.ask("POST /api/login", 413, post(json({ password: "b".repeat(5000) }), {}));
  await device.ask("POST /api/password", 422, post(json({ password: "short" })));
  await device.ask("POST /api/password", 400, post(json({ pass: 1 })));
  await device.ask("POST /api/password", 413, post(json({ password: "b".repeat(5000) })));
  await device.ask("POST /api/password", 204, post(json({ password: PASSWORD })));
  await device.ask("POST /api/logout", 204, { body: "" });
  await device.ask("POST /api/restart", 202, post(""));
  await device.ask("GET /api/status", 200);
  await device.ask("POST /api/cancel", 204, post(""));
  await device.ask("POST /api/settings", 200, post(json({ login_for_reading: true })));
}

/** Each operation that is not among these wants a login. */
export async function askWithoutLogin(device: Conversation, but: readonly string[] = []): Promise<void> {
  for (const { line, operation } of OPERATIONS) {
    if ("401" in operation.responses && !but.includes(line) && operation.operationId !== "login") {
      await device.ask(line, 401, line.startsWith("POST") ? { body: "{}" } : {});
    }
  }
}

/** The same for updates and certificates, without an image that is good. */
export async function askForUpdates(device: Conversation): Promise<void> {
  await device.ask("POST /api/update", 202, post(""));
  await device.ask("POST /api/update?install=yes", 202, post(""));
  await device.ask("GET /api/status", 200, { headers: OWNER });
  await device.ask("GET /api/certificates", 200, { headers: OWNER });
  for (const line of ["POST /api/certificates/authority", "POST /api/certificates/identity"]) {
    await device.ask(line, 204, post(""));
    await device.ask(line, 400, { body: Uint8Array.of(0xff), headers: OWNER });
    await device.ask(line, 413, post("a".repeat(5000)));
    await device.ask(line, 422, post("no certificate"));
  }
  const image = (bytes: Uint8Array): RequestInit => ({ body: Uint8Array.from(bytes), headers: OWNER });
  await device.ask("POST /api/firmware", 422, image(Buffer.alloc(5000, 0xff)));
  await device.ask("POST /api/firmware", 413, image(Buffer.alloc(2_100_000)));
}

async function described({ at }: Device): Promise<void> {
  const device = new Conversation(at, new Set());
  await askForAll(device);
  const wifi = ["GET /api/networks", "POST /api/scan", "POST /api/wifi", "GET /api/access-point"];
  await askWithoutLogin(device, wifi);
  for (const line of wifi) {
    await device.ask(line, 404, { headers: OWNER });
  }
  await askForUpdates(device);
}

export const DESCRIPTION_CHECKS: readonly Check[] = [
  { name: "a device without Wi-Fi answers each operation as described", isOwned: true, run: described },
];
