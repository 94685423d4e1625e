/** The scripts that a target begins with: what the device is made for, so that the fuzzer only has to spoil it. */

import type { Interface } from "../../tools/desk/engine/interface.ts";
import { PROFILES, simulatedTelegram } from "../../tools/docs/simulated.ts";
import { ROWS } from "../../ts/portal/routes.ts";
import { SETTINGS } from "../../ts/settings/list.ts";
import { firmwareImage } from "../app/support/image.ts";
import { telegram } from "../app/support/telegrams.ts";
import type { Player } from "./script.ts";

/** What is attacked: the bytes that come in there are the ones that seeds have most of. */
export const TARGETS = ["serial", "encrypted", "http", "settings", "commands", "update"] as const;
export type Target = (typeof TARGETS)[number];

type Argument = string | Uint8Array | number | boolean;

/** Bits of the seed: a clock that tells the time, a device on Wi-Fi, firmware without a login (answers.ts). */
const PLAIN = 1;
const WIRED = 8;
const WITHOUT_LOGIN = 16;

/** The largest part of a body that the HTTP driver hands over. */
const PART = 1024;

const HOST = "host:p1_meter\r\n";
const OWNER = `${HOST}authorization:Basic ${Buffer.from("admin:correct horse").toString("base64")}\r\n`;
const HASH = Buffer.alloc(32, 5);

/** A script in the making. */
class Writer {
  private readonly bytes: number[] = [];
  private readonly made: Interface;
  private requests = 0;

  constructor(made: Interface, seed: number, record: Uint8Array = new Uint8Array(0)) {
    this.made = made;
    this.word(seed);
    this.part(record);
    this.part(new Uint8Array(0));
  }

  call(name: string, ...values: readonly Argument[]): this {
    const entries = this.made.entries.filter(({ module }) => module === "device");
    const index = entries.findIndex((entry) => entry.name === name);
    this.bytes.push(index);
    entries[index]?.parameters.forEach(({ type }, place) => {
      const value = values[place] ?? 0;
      const texts = this.made.enums[type];
      if (texts !== undefined) {
        this.bytes.push(texts.indexOf(value as string));
      } else if (typeof value === "number" || typeof value === "boolean") {
        this.number(Number(value));
      } else {
        this.part(typeof value === "string" ? Buffer.from(value) : value);
      }
    });
    return this;
  }

  /** A device with a network and a broker. */
  connect(...settings: readonly (readonly [string, string])[]): this {
    for (const [name, value] of [["broker_host", "broker"], ...settings] as const) {
      this.call("configure", name, value);
    }
    this.call("onNetwork", "up").call("onTick").call("onBroker", "connected");
    return this.pass(3);
  }

  pass(ticks: number): this {
    for (let i = 0; i < ticks; i++) {
      this.call("onTick");
    }
    return this;
  }

  /** Bytes as the UART's driver gives them. */
  serial(bytes: Uint8Array): this {
    for (let at = 0; at < bytes.length; at += 240) {
      this.call("onSerial", bytes.subarray(at, at + 240));
    }
    return this;
  }

  /** Lines to which harness.c gives the right end. */
  lines(text: string): this {
    this.bytes.push(this.made.entries.filter(({ module }) => module === "device").length);
    return this.part(Buffer.from(text, "latin1"));
  }

  request(method: string, path: string, fields: string, body: Uint8Array | string = "", guest = false): this {
    const bytes = Buffer.from(body as string);
    const id = (++this.requests % 7) + 1;
    this.call("onRequest", id, method, path, fields, bytes.length, guest);
    if (fields === OWNER) {
      this.call("onDerived", HASH); // The password is checked before the body is asked for.
    }
    for (let at = 0; at < bytes.length; at += PART) {
      this.call("onHttp", id, "body", bytes.subarray(at, at + PART)).call("onUpdate", at === 0 ? "ready" : "written");
    }
    if (bytes.length > 0) {
      this.call("onHttp", id, "body", "").call("onUpdate", "installed"); // The body's end.
    }
    return this.call("onTick");
  }

  done(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }

  private word(word: number): void {
    for (let shift = 0; shift < 32; shift += 8) {
      this.bytes.push((word >>> shift) & 0xff);
    }
  }

  private number(value: number): void {
    if (value < 8 || (value >= 0x80 && value < 0xf0)) {
      this.bytes.push(value);
    } else {
      this.bytes.push(0xf0);
      this.word(value);
    }
  }

  private part(bytes: Uint8Array): this {
    if (bytes.length <= 250) {
      this.bytes.push(bytes.length, ...bytes);
    } else {
      this.bytes.push(251, bytes.length & 0xff, bytes.length >> 8, ...bytes);
    }
    return this;
  }
}

/** A frame of Luxembourg whose cipher text is the plain text: the driver under the fuzzer turns nothing. */
function frameOf(plain: Uint8Array): Uint8Array {
  const length = 1 + 4 + plain.length + 12;
  const head = [0xdb, 8, ...Buffer.from("SAGgp123"), 0x82, length >> 8, length & 0xff, 0x30, 0, 0, 0, 1];
  return Buffer.concat([Buffer.from(head), plain, Buffer.alloc(12, 7)]);
}

/** A device whose password is set by a guest of its access point. */
function owned(made: Interface, seed = PLAIN): Writer {
  return new Writer(made, seed)
    .call("onTick")
    .request("post", "/api/password", HOST, '{"password":"correct horse"}', true)
    .call("onDerived", HASH)
    .call("onSettings", "written");
}

/** A request of the owner, whose password is checked in the background. */
function asOwner(script: Writer, method: string, path: string, body: Uint8Array | string = ""): Writer {
  return script.request(method, path, OWNER, body).pass(4);
}

function serial(made: Interface): Uint8Array[] {
  const whole = PROFILES.map((profile) =>
    new Writer(made, WIRED | PLAIN).connect().serial(simulatedTelegram(profile)).pass(3).done(),
  );
  const lines = PROFILES.map((profile) => {
    const text = Buffer.from(simulatedTelegram(profile)).toString("latin1");
    return new Writer(made, WIRED | PLAIN)
      .connect()
      .lines(text.slice(text.indexOf("\r\n") + 4, text.lastIndexOf("!")))
      .pass(3)
      .done();
  });
  const played = ["nl5", "be", "hu"].map((profile) =>
    new Writer(made, WIRED | PLAIN).connect(["simulator", "on"], ["simulator_profile", profile]).pass(6).done(),
  );
  return [...whole, ...lines, ...played];
}

function encrypted(made: Interface): Uint8Array[] {
  const key = ["encryption_key", "000102030405060708090a0b0c0d0e0f"] as const;
  return ["lu", "nl5"].flatMap((profile) => {
    const frame = frameOf(simulatedTelegram(profile));
    return [
      new Writer(made, WIRED | PLAIN).connect(key).serial(frame).pass(2).done(),
      new Writer(made, WIRED | PLAIN).connect(key, ["splitter", "checked"]).serial(frame).serial(frame).done(),
      new Writer(made, WIRED | PLAIN).connect().serial(frame).done(),
    ];
  });
}

function http(made: Interface): Uint8Array[] {
  const open = ROWS.map(({ method, path, query }) =>
    new Writer(made, WIRED | PLAIN)
      .connect()
      .lines("1-0:1.8.1(000001.000*kWh)\r\n")
      .request(method, path + query, HOST)
      .pass(3)
      .done(),
  );
  const mine = ROWS.map(({ method, path, query }) =>
    asOwner(owned(made), method, path + query, method === "post" ? '{"password":"correct horse"}' : "").done(),
  );
  const odd = ["/%2e%2e/", "/api/status?", "/generate_204", "/api/settings%00", ""].map((path) =>
    new Writer(made, WIRED | PLAIN)
      .connect()
      .request("get", path, "host:[::1]\r\norigin:http://p1_meter.local\r\n")
      .done(),
  );
  return [...open, ...mine, ...odd];
}

function settings(made: Interface, player: Player): Uint8Array[] {
  const configured = SETTINGS.map(({ name }) =>
    new Writer(made, WIRED | PLAIN).call("configure", name, "1").pass(2).done(),
  );
  const posted = SETTINGS.map(({ name }) =>
    asOwner(owned(made), "post", "/api/settings", `{"${name}":"12","1-0:1.7.0":"house/\\u00e9"}`).done(),
  );
  const kept = savedRecord(
    player,
    new Writer(made, WIRED | PLAIN).connect(["root_topic", "house"], ["1-0:1.7.0", "power"]).done(),
  );
  const wifi = new Writer(made, WIRED | PLAIN)
    .call("onTick")
    .request("post", "/api/wifi", HOST, '{"wifi_name":"caf\\u00e9","wifi_password":"12345678"}', true)
    .call("onNetwork", "wrong-password")
    .call("onTick")
    .done();
  return [...configured, ...posted, wifi, new Writer(made, WIRED | PLAIN, kept).connect().done()];
}

/** The record of settings that a script saves last. */
function savedRecord(player: Player, script: Uint8Array): Uint8Array {
  player.play(script);
  const written = player.lines.filter((line) => line.startsWith("settings.write")).at(-1);
  return Buffer.from(written?.split(":")[1] ?? "", "hex");
}

function commands(made: Interface): Uint8Array[] {
  const topics = ["p1_meter/command", "homeassistant/status", "p1_meter/other"];
  const payloads = ["resend", "restart", "cancel", "identify", "online", "", "RESTART ", "\u0000"];
  return topics.flatMap((topic) =>
    payloads.map((payload) =>
      new Writer(made, WIRED | PLAIN)
        .connect(["discovery", "on"])
        .lines("1-0:1.7.0(00.100*kW)\r\n0-1:24.2.1(260105130000W)(00012.100*m3)\r\n")
        .call("onMessage", topic, payload, payload === "")
        .pass(4)
        .done(),
    ),
  );
}

function update(made: Interface): Uint8Array[] {
  const images = [
    firmwareImage({ version: "9.9.9" }),
    firmwareImage({ version: "0.0.1" }),
    firmwareImage({ version: "9.9.9", project: "other" }),
    firmwareImage({ version: "9.9.9", chip: 9 }),
    Buffer.from("\xff\xd8\xff\xe0 a picture", "latin1"),
  ];
  const sent = images.flatMap((image) => [
    new Writer(made, WITHOUT_LOGIN | WIRED | PLAIN)
      .connect()
      .request("post", "/api/firmware", HOST, image)
      .call("onUpdate", "installed")
      .pass(4)
      .done(),
    asOwner(owned(made), "post", "/api/firmware", image).call("onUpdate", "installed").pass(4).done(),
  ]);
  const manifest = JSON.stringify({
    version: "9.9.9",
    images: [{ chip: "esp32c3", url: "p1.bin", sha256: "00".repeat(32), size: 4096 }],
  });
  const pulled = asOwner(owned(made).connect(["update_url", "https://example.org/p1.json"]), "post", "/api/update")
    .call("onDownload", 1, "begun", "")
    .call("onDownload", 1, "part", manifest)
    .call("onDownload", 1, "end", "")
    .pass(3)
    .done();
  return [...sent, pulled];
}

/** The seeds of a target. */
export function seedsOf(target: Target, made: Interface, player: Player): readonly Uint8Array[] {
  switch (target) {
    case "serial":
      return [
        ...serial(made),
        new Writer(made, WIRED | PLAIN)
          .connect()
          .serial(Buffer.from(telegram(["0-0:96.13.0(48656C6C6F)"]), "latin1"))
          .done(),
      ];
    case "encrypted":
      return encrypted(made);
    case "http":
      return http(made);
    case "settings":
      return settings(made, player);
    case "commands":
      return commands(made);
    case "update":
      return update(made);
  }
}

/** Words that belong into inputs, which the fuzzer would not find by itself. */
export function dictionary(): readonly string[] {
  const routes = ROWS.map(({ path }) => path);
  const names = SETTINGS.map(({ name }) => name);
  const fields = [
    "host:",
    "authorization:Basic ",
    "cookie:session=",
    "origin:http://",
    "content-type:application/json\r\n",
    "if-none-match:",
  ];
  const obis = [
    "1-0:1.8.1(",
    "0-1:24.2.1(",
    "1-0:99.97.0(",
    "0-0:98.1.0(",
    "*kWh)\r\n",
    "(260105130000W)",
    "0-1:24.3.0(",
    "!",
    "/",
  ];
  return [
    ...routes,
    ...names,
    ...fields,
    ...obis,
    "p1_meter/command",
    "homeassistant/status",
    '{"',
    '":"',
    '"}',
    "\\u00e9",
    "%2f",
  ];
}
