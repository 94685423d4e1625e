/** What nobody should send: each is refused in a sentence, the device goes on, and nothing of it is saved. */

import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { SETTINGS } from "../../ts/settings/list.ts";
import type { Setting } from "../../ts/settings/setting.ts";
import { isText } from "../../ts/settings/values.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";

/** Every form is open to the test. */
const OPEN = { P1_UPDATE_WITHOUT_LOGIN: "1" };
const PASSWORD = "correct horse";
const BASIC = `Basic ${Buffer.from(`admin:${PASSWORD}`).toString("base64")}`;
const CONNECTIONS = 200;
const EMOJI = "😀";

/** A desk that keeps its settings in a folder, gone with the test. */
class Device implements AsyncDisposable {
  readonly folder = mkdtempSync(join(tmpdir(), "p1-state-"));
  readonly desk: DeskProcess;
  port = 0;

  static async start(engine: string, ...options: readonly string[]): Promise<Device> {
    const device = new Device(engine, options);
    device.port = Number((await device.desk.wrote(/page: +http:\/\/127\.0\.0\.1:(\d+)/))[1]);
    return device;
  }

  private constructor(engine: string, options: readonly string[]) {
    this.desk = new DeskProcess(["--http", "0", "--engine", engine, "--state", this.folder, ...options], OPEN);
  }

  async post(path: string, body: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, { method: "POST", body, headers: { Authorization: BASIC } });
  }

  /** The same once the form of a client that left is given up. */
  async postNext(path: string, body: string): Promise<Response> {
    for (;;) {
      const response = await this.post(path, body);
      if (response.status !== 503) {
        return response;
      }
    }
  }

  /** All settings as the device tells them. */
  async settings(): Promise<string> {
    return (await fetch(`http://127.0.0.1:${this.port}/api/settings`)).text();
  }

  /** Sends bytes as they are; what came back until the device ends the connection, or an answer has an end like that. */
  async raw(bytes: string | Uint8Array, end?: RegExp): Promise<string> {
    const socket = connect(this.port, "127.0.0.1");
    let answer = "";
    socket.on("error", () => undefined);
    socket.setEncoding("utf8").on("data", (text: string) => {
      answer += text;
      if (end?.test(answer) === true) {
        socket.destroy();
      }
    });
    const closed = once(socket, "close");
    socket.write(bytes);
    await closed;
    return answer;
  }

  /** Sends bytes as they are, and goes away. */
  async leave(bytes: string): Promise<void> {
    const socket = connect(this.port, "127.0.0.1");
    socket.on("error", () => undefined);
    const closed = once(socket, "close");
    socket.write(bytes, () => socket.destroy());
    await closed;
  }

  /** What is kept, byte by byte. */
  kept(): string[] {
    const folder = join(this.folder, "settings");
    try {
      return readdirSync(folder).map((name) => `${name} ${readFileSync(join(folder, name), "hex")}`);
    } catch {
      return [];
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.desk[Symbol.asyncDispose]();
    rmSync(this.folder, { recursive: true });
  }
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

for (const { engine, skip } of ENGINES) {
  test(`engine ${engine}: each setting refuses what it can't be, by name and in a sentence`, { skip }, async () => {
    await using device = await Device.start(engine);
    const [before, kept] = [await device.settings(), device.kept()];
    let values = 0;
    for (const setting of SETTINGS) {
      for (const value of badValues(setting)) {
        // The first is good: all are taken, or none.
        const form = JSON.stringify({ device_name: "half", [setting.name]: value });
        const told = await problem(await device.post("/api/settings", form), 422);
        assert.equal(told.setting, setting.name, value);
        assert.ok(told.detail.startsWith(`${setting.name} must `), told.detail);
        values++;
      }
    }
    assert.ok(values > 6 * SETTINGS.length, "every setting was tried");
    assert.equal(await device.settings(), before);
    assert.deepEqual(device.kept(), kept);
  });

  test(`engine ${engine}: UTF-8 and an emoji in the name of a Wi-Fi are taken byte for byte`, { skip }, async () => {
    await using device = await Device.start(engine);
    const longest = EMOJI.repeat(8); // 32 bytes.
    for (const name of ["Café ☕", longest, '"\\/']) {
      assert.equal((await device.post("/api/settings", JSON.stringify({ wifi_name: name }))).status, 200);
      const settings = JSON.parse(await device.settings()) as { name: string; value?: string }[];
      assert.equal(settings.find((one) => one.name === "wifi_name")?.value, name);
    }
    const told = await problem(await device.post("/api/settings", JSON.stringify({ wifi_name: `${longest}a` })), 422);
    assert.equal(told.setting, "wifi_name");
  });

  test(`engine ${engine}: a body that is cut, doubled, or no form changes nothing`, { skip }, async () => {
    await using device = await Device.start(engine);
    const [before, kept] = [await device.settings(), device.kept()];
    const form = JSON.stringify({ device_name: "half", leave_out: "x".repeat(128), allowed_hosts: "y".repeat(128) });
    const head = `POST /api/settings HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${form.length}\r\n\r\n`;
    for (let end = 0; end < form.length; end += 16) {
      await problem(await device.postNext("/api/settings", form.slice(0, end)), 400);
      await device.leave(head + form.slice(0, end));
    }
    const bodies = [form + form, `${form},`, `[${form}]`, `${form}\0`, "{}{}", '{"qos":1', '{"qos":1,"qos":}', "null"];
    for (const body of bodies) {
      await problem(await device.postNext("/api/settings", body), 400);
    }
    const twice = await problem(await device.post("/api/settings", '{"qos":1,"qos":9}'), 422);
    assert.equal(twice.setting, "qos");
    const codes = await device.post("/api/settings", '{"1-0:1.8.1":"a/b","1-0:1.8.2":"a/b"}');
    assert.equal((await problem(codes, 422)).setting, "1-0:1.8.2");
    assert.equal(await device.settings(), before);
    assert.deepEqual(device.kept(), kept);
  });

  test(`engine ${engine}: a MiB to any form is refused, and the form takes the next`, { skip }, async () => {
    await using device = await Device.start(engine, "--set", `login_password=${PASSWORD}`);
    await device.desk.wrote(/password was set/);
    const before = await device.settings();
    const large = " ".repeat(1 << 20);
    const forms = [
      "settings",
      "settings/export",
      "login",
      "password",
      "certificates/authority",
      "certificates/identity",
    ];
    for (const path of forms) {
      const head = `POST /api/${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${BASIC}\r\n`;
      const answer = await device.raw(`${head}Content-Length: ${large.length}\r\n\r\n${large}`, /"\}\n/);
      assert.match(answer, /^HTTP\/1\.1 413 [^]*longer than a form may be/, path);
      await problem(await device.post(`/api/${path}`, "x"), path.startsWith("certificates") ? 422 : 400);
    }
    assert.equal(await device.settings(), before);
  });

  test(`engine ${engine}: a broken address is a problem, and none that leads somewhere else`, { skip }, async () => {
    await using device = await Device.start(engine);
    const paths = ["/%", "/%zz", "/api/status%", "/api/%73ettings", "/api/settings%00", "/../api/settings", "//", "/é"];
    for (const path of [...paths, "/api/history?span=%", "/api/history?span=%zz", "/api/firmware?older=%79es"]) {
      const method = path.startsWith("/api/firmware") ? "POST" : "GET";
      const request = `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`;
      const answer = await device.raw(Buffer.from(request, "latin1"));
      assert.match(answer, /^HTTP\/1\.1 (404|422|400) /, path);
      if (!answer.startsWith("HTTP/1.1 400 ")) {
        assert.match(answer, /application\/problem\+json[^]*\{"status":4\d\d,"detail":"[^"]+\."/, path);
      }
    }
  });

  test(`engine ${engine}: ${CONNECTIONS} connections at once are answered whole or closed`, { skip }, async () => {
    await using device = await Device.start(engine);
    const request = "GET /api/status HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
    const silent = Array.from({ length: CONNECTIONS }, () => {
      const socket = connect(device.port, "127.0.0.1").on("error", () => undefined);
      socket.write("GET /api/status HTTP/1.1\r\nHost:");
      return socket;
    });
    const answers = await Promise.all(Array.from({ length: CONNECTIONS }, () => device.raw(request)));
    const answered = answers.filter((answer) => answer.startsWith("HTTP/1.1 200 "));
    for (const answer of answered) {
      assert.ok("firmware" in (JSON.parse(/\{.*\}/.exec(answer)?.[0] ?? "") as object));
    }
    assert.ok(answers.every((answer) => answer === "" || /^HTTP\/1\.1 (200|503) /.test(answer)));
    assert.match(await device.raw(request), /^HTTP\/1\.1 200 /, "whoever comes afterwards is served");
    silent.forEach((socket) => socket.destroy());
    assert.match(await device.raw(request), /^HTTP\/1\.1 200 /);
    assert.equal(await device.desk.stop(), 0);
  });
}
