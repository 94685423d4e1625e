/** What nobody should send: each is refused in a sentence, the device goes on, and nothing of it is saved. */

import assert from "node:assert/strict";
import { connect, type Socket } from "node:net";
import { SETTINGS } from "../../../ts/settings/list.ts";
import type { Setting } from "../../../ts/settings/setting.ts";
import { isText } from "../../../ts/settings/values.ts";
import { basic, PASSWORD, type Check, type Device } from "./device.ts";

const BASIC = basic(PASSWORD).Authorization ?? "";
const CONNECTIONS = 200;
const EMOJI = "😀";

const post = ({ at }: Device, path: string, body: string): Promise<Response> =>
  fetch(`${at}${path}`, { method: "POST", body, headers: { Authorization: BASIC } });

/** The same once the form of a client that left is given up. */
async function postNext(device: Device, path: string, body: string): Promise<Response> {
  for (;;) {
    const response = await post(device, path, body);
    if (response.status !== 503) {
      return response;
    }
    await response.text();
  }
}

/** All settings as the device tells them, but for the broker's port: a desk's own broker has another after a restart. */
async function settingsOf({ at }: Device): Promise<readonly { readonly name: string; readonly value?: string }[]> {
  const all = (await (await fetch(`${at}/api/settings`)).json()) as { name: string; value?: string }[];
  return all.filter(({ name }) => name !== "broker_port");
}

/** When a connection is over, well or not. */
const closing = (socket: Socket): Promise<void> =>
  new Promise((end) => {
    socket.on("close", () => {
      end();
    });
  });

/** Sends bytes as they are; what came back until the device ends the connection, or an answer has an end like that. */
async function raw({ at }: Device, bytes: string | Uint8Array, end?: RegExp): Promise<string> {
  const socket = connect(Number(new URL(at).port), "127.0.0.1");
  let answer = "";
  socket.on("error", () => undefined);
  socket.setEncoding("utf8").on("data", (text: string) => {
    answer += text;
    if (end?.test(answer) === true) {
      socket.destroy();
    }
  });
  const closed = closing(socket);
  socket.write(bytes);
  await closed;
  return answer;
}

/** Sends bytes as they are, and goes away. */
async function leave({ at }: Device, bytes: string): Promise<void> {
  const socket = connect(Number(new URL(at).port), "127.0.0.1");
  socket.on("error", () => undefined);
  const closed = closing(socket);
  socket.write(bytes, () => socket.destroy());
  await closed;
}

interface Problem {
  readonly status: number;
  readonly detail: string;
  readonly setting?: string;
}

/** A refusal: JSON in strict UTF-8, with a whole sentence. */
async function problem(response: Response, status: number): Promise<Problem> {
  const bytes = await response.arrayBuffer();
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  assert.equal(response.status, status, text);
  assert.equal(response.headers.get("content-type"), "application/problem+json");
  const told = JSON.parse(text) as Problem;
  assert.equal(told.status, status);
  assert.match(told.detail, /^\S.*\.$/);
  return told;
}

/** Values that a setting may not have. */
function badValues({ kind, min, max, choices }: Setting): string[] {
  if (!isText(kind)) {
    const beside = kind === "number" ? [String(min - 1), String(max + 1), "1.5", "1e3", "0x10", " 1", "٣"] : ["maybe"];
    const long = ["9".repeat(30), "9".repeat(1000)];
    return ["", "-1", "on off", EMOJI, ...beside, ...long, ...(kind === "choice" ? [choices, `${choices}|`] : [])];
  }
  const long = ["a".repeat(max + 1), EMOJI.repeat(Math.floor(max / 4) + 1), "a".repeat(257), "é".repeat(500)];
  const control = ["\0", "a\nb", "\x7f", "a\tb"];
  const more: Partial<Record<Setting["kind"], readonly string[]>> = {
    "wifi-password": ["short", "x".repeat(64)],
    password: ["correct horse", "p2", `p2${"g".repeat(96)}`],
    hex: ["abc", "zz", "é"],
    key: ["00".repeat(15), "0g".repeat(16), EMOJI],
    topic: ["a/+/b", "#", "/a", "a/"],
    host: ["p1.local", "a b", "é", EMOJI, "http://a"],
    address: ["1.2.3", "1.2.3.256", "1.2.3.4.5", "a.b.c.d", "1.2.3.4/24", EMOJI],
  };
  return [...(min > 0 ? [""] : []), ...long, ...control, ...(more[kind] ?? [])];
}

async function badSettings(device: Device): Promise<void> {
  const before = await settingsOf(device);
  let values = 0;
  for (const setting of SETTINGS) {
    for (const value of badValues(setting)) {
      // The first is good: all are taken, or none.
      const form = JSON.stringify({ device_name: "half", [setting.name]: value });
      const told = await problem(await post(device, "/api/settings", form), 422);
      assert.equal(told.setting, setting.name, value);
      assert.ok(told.detail.startsWith(`${setting.name} must `), told.detail);
      values++;
    }
  }
  assert.ok(values > 6 * SETTINGS.length, "every setting was tried");
  assert.deepEqual(await settingsOf(device), before);
  await device.restart();
  assert.deepEqual(await settingsOf(device), before, "nothing was kept either");
}

async function utf8Names(device: Device): Promise<void> {
  const longest = EMOJI.repeat(8); // 32 bytes.
  for (const name of ["Café ☕", longest, '"\\/']) {
    assert.equal((await post(device, "/api/settings", JSON.stringify({ wifi_name: name }))).status, 200);
    const settings = await settingsOf(device);
    assert.equal(settings.find((one) => one.name === "wifi_name")?.value, name);
  }
  const told = await problem(await post(device, "/api/settings", JSON.stringify({ wifi_name: `${longest}a` })), 422);
  assert.equal(told.setting, "wifi_name");
}

async function cutBodies(device: Device): Promise<void> {
  const before = await settingsOf(device);
  const form = JSON.stringify({ device_name: "half", leave_out: "x".repeat(128), allowed_hosts: "y".repeat(128) });
  const head = `POST /api/settings HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${form.length}\r\n\r\n`;
  for (let end = 0; end < form.length; end += 16) {
    await problem(await postNext(device, "/api/settings", form.slice(0, end)), 400);
    await leave(device, head + form.slice(0, end));
  }
  const bodies = [form + form, `${form},`, `[${form}]`, `${form}\0`, "{}{}", '{"qos":1', '{"qos":1,"qos":}', "null"];
  for (const body of bodies) {
    await problem(await postNext(device, "/api/settings", body), 400);
  }
  const twice = await problem(await post(device, "/api/settings", '{"qos":1,"qos":9}'), 422);
  assert.equal(twice.setting, "qos");
  const codes = await post(device, "/api/settings", '{"1-0:1.8.1":"a/b","1-0:1.8.2":"a/b"}');
  assert.equal((await problem(codes, 422)).setting, "1-0:1.8.2");
  assert.deepEqual(await settingsOf(device), before);
  await device.restart();
  assert.deepEqual(await settingsOf(device), before, "nothing was kept either");
}

async function tooLarge(device: Device): Promise<void> {
  const before = await settingsOf(device);
  const large = " ".repeat(1 << 20);
  const forms = ["settings", "settings/export", "login", "password", "certificates/authority", "certificates/identity"];
  for (const path of forms) {
    const head = `POST /api/${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${BASIC}\r\n`;
    const answer = await raw(device, `${head}Content-Length: ${large.length}\r\n\r\n${large}`, /"\}\n/);
    assert.match(answer, /^HTTP\/1\.1 413 [^]*longer than a form may be/, path);
    // The rest of the MiB may still be on its way, and its connection be one of a few.
    await problem(await postNext(device, `/api/${path}`, "x"), path.startsWith("certificates") ? 422 : 400);
  }
  assert.deepEqual(await settingsOf(device), before);
}

async function brokenPaths(device: Device): Promise<void> {
  const paths = ["/%", "/%zz", "/api/status%", "/api/%73ettings", "/api/settings%00", "/../api/settings", "//", "/é"];
  for (const path of [...paths, "/api/history?span=%", "/api/history?span=%zz", "/api/firmware?older=%79es"]) {
    const method = path.startsWith("/api/firmware") ? "POST" : "GET";
    const request = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`;
    const answer = await raw(device, Buffer.from(request, "latin1"));
    assert.match(answer, /^HTTP\/1\.1 (404|422|400) /, path);
    if (!answer.startsWith("HTTP/1.1 400 ")) {
      assert.match(answer, /application\/problem\+json[^]*\{"status":4\d\d,"detail":"[^"]+\."/, path);
    }
  }
}

async function crowd(device: Device): Promise<void> {
  const request = "GET /api/status HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
  const silent = Array.from({ length: CONNECTIONS }, () => {
    const socket = connect(Number(new URL(device.at).port), "127.0.0.1").on("error", () => undefined);
    socket.write("GET /api/status HTTP/1.1\r\nHost:");
    return socket;
  });
  const answers = await Promise.all(Array.from({ length: CONNECTIONS }, () => raw(device, request)));
  const answered = answers.filter((answer) => answer.startsWith("HTTP/1.1 200 "));
  for (const answer of answered) {
    assert.ok("firmware" in (JSON.parse(/\{.*\}/.exec(answer)?.[0] ?? "") as object));
  }
  assert.ok(answers.every((answer) => answer === "" || /^HTTP\/1\.1 (200|503) /.test(answer)));
  assert.match(await raw(device, request), /^HTTP\/1\.1 200 /, "whoever comes afterwards is served");
  silent.forEach((socket) => socket.destroy());
  assert.match(await raw(device, request), /^HTTP\/1\.1 200 /);
}

export const BAD_INPUT_CHECKS: readonly Check[] = [
  { name: "each setting refuses what it can't be, by name and in a sentence", isOwned: true, run: badSettings },
  { name: "UTF-8 and an emoji in the name of a Wi-Fi are taken byte for byte", isOwned: true, run: utf8Names },
  { name: "a body that is cut, doubled, or no form changes nothing", isOwned: true, run: cutBodies },
  { name: "a MiB to any form is refused, and the form takes the next", isOwned: true, run: tooLarge },
  { name: "a broken address is a problem, and none that leads somewhere else", isOwned: true, run: brokenPaths },
  { name: `${CONNECTIONS} connections at once are answered whole or closed`, isOwned: true, run: crowd },
];
