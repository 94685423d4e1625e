/** The scripts that a target begins with: what the device is made for, so that the fuzzer only has to spoil it. */

import assert from "node:assert/strict";
import type { Interface } from "../../tools/desk/engine/interface.ts";
import { PROFILES, simulatedTelegram } from "../../tools/docs/simulated.ts";
import { ROWS } from "../../ts/portal/routes.ts";
import { SETTINGS } from "../../ts/settings/list.ts";
import { telegram } from "../app/support/telegrams.ts";
import { meters } from "./meter-seeds.ts";
import { browser, neighbours } from "./neighbour-seeds.ts";
import { names, portal, radio, records } from "./rare-seeds.ts";
import type { Player } from "./script.ts";
import { house } from "./house-seeds.ts";
import { fetched, pulled, sent, untimely, versions } from "./update-seeds.ts";
import { asOwner, HOST, MOODY, owned, PLAIN, WIRED, Writer } from "./writer.ts";

/** What is attacked: the bytes that come in there are the ones that seeds have most of. */
export const TARGETS = ["serial", "encrypted", "http", "settings", "commands", "update", "house"] as const;
export type Target = (typeof TARGETS)[number];

/** A frame of Luxembourg whose cipher text is the plain text: the driver under the fuzzer turns nothing. */
function frameOf(plain: Uint8Array): Uint8Array {
  const length = 1 + 4 + plain.length + 12;
  const head = [0xdb, 8, ...Buffer.from("SAGgp123"), 0x82, length >> 8, length & 0xff, 0x30, 0, 0, 0, 1];
  return Buffer.concat([Buffer.from(head), plain, Buffer.alloc(12, 7)]);
}

function serial(made: Interface): Uint8Array[] {
  const whole = PROFILES.map((profile) =>
    new Writer(made, WIRED | MOODY).connect(["discovery", "on"]).serial(simulatedTelegram(profile)).pass(250).done(),
  );
  const lines = PROFILES.map((profile) => {
    const text = Buffer.from(simulatedTelegram(profile)).toString("latin1");
    return new Writer(made, WIRED | PLAIN)
      .connect()
      .lines(text.slice(text.indexOf("\r\n") + 4, text.lastIndexOf("!")))
      .pass(3)
      .done();
  });
  const played = PROFILES.map((profile) =>
    new Writer(made, WIRED | PLAIN).connect(["simulator", "on"], ["simulator_profile", profile]).pass(6).done(),
  );
  const asJson = PROFILES.map((profile) =>
    new Writer(made, WIRED | PLAIN)
      .connect(["publish_as_json", "on"], ["interval_min", "0"], ["root_topic", "a/b"])
      .serial(simulatedTelegram(profile))
      .pass(20)
      .done(),
  );
  const jumping = [1, 2, 90, 2.5, 100_000].map((factor) => {
    const script = new Writer(made, WIRED | PLAIN).connect(["interval_min", "0"]);
    for (const total of [1000, 1000.01, 1000 * factor, 1000.02, 1000.03, 1000 * factor + 0.01, 1000 * factor + 0.02]) {
      const text = total.toFixed(3).padStart(10, "0");
      script
        .lines(
          `1-0:1.8.1(${text}*kWh)\r\n1-0:2.8.1(${text}*kvarh)\r\n0-1:24.1.0(003)\r\n0-1:24.2.1(260105130000W)(${text}*m3)\r\n`,
        )
        .wait(10_000)
        .pass(2);
    }
    return script.done();
  });
  return [...whole, ...lines, ...played, ...asJson, ...jumping];
}

function encrypted(made: Interface): Uint8Array[] {
  const key = ["encryption_key", "000102030405060708090a0b0c0d0e0f"] as const;
  // A telegram, a spoiled one, what meters on a wired M-Bus send, and nothing that anybody knows.
  const plain = simulatedTelegram("lu");
  const spoiled = Uint8Array.from(plain, (byte, at) => (at === 300 ? byte ^ 1 : byte));
  const inner = [
    plain,
    spoiled,
    Uint8Array.of(15, 0, 1, 2, ...Array<number>(60).fill(3)),
    Buffer.from("nothing ".repeat(9)),
  ];
  const tags = inner.flatMap((bytes) =>
    [0, 1].map((tag) =>
      new Writer(made, WIRED | PLAIN)
        .connect(key)
        .answer("cipher.gcmFinish", tag)
        .serial(frameOf(bytes))
        .pass(2)
        .wait(3000)
        .pass(2)
        .done(),
    ),
  );
  const framed = ["lu", "nl5"].flatMap((profile) => {
    const frame = frameOf(simulatedTelegram(profile));
    return [
      new Writer(made, WIRED | PLAIN).connect(key).serial(frame).pass(2).done(),
      new Writer(made, WIRED | PLAIN).connect(key, ["splitter", "checked"]).serial(frame).serial(frame).done(),
      new Writer(made, WIRED | PLAIN).connect().serial(frame).done(),
      new Writer(made, WIRED | PLAIN)
        .connect(key)
        .serial(frame.subarray(0, 500))
        .wait(3000)
        .pass(2)
        .serial(frame)
        .done(),
    ];
  });
  return [...tags, ...framed];
}

function http(made: Interface): Uint8Array[] {
  const open = ROWS.map(({ method, path, query }) =>
    new Writer(made, WIRED | PLAIN)
      .connect()
      .lines("1-0:1.8.1(000001.000*kWh)\r\n")
      .request(method, path + query, HOST)
      .room(12)
      .done(),
  );
  const mine = ROWS.map(({ method, path, query }) =>
    asOwner(
      owned(made).serial(simulatedTelegram("be")).call("configure", "1-0:1.7.0", "house/power").pass(20),
      method,
      path + query,
      method === "post" ? '{"password":"correct horse"}' : "",
    ).done(),
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
  const form = '{"root_topic":"house","1-0:1.7.0":"power","broker_host":"elsewhere","qos":1}';
  const kept = savedRecord(
    player,
    asOwner(owned(made).connect().wait(130_000).pass(3), "post", "/api/settings", form)
      .call("onSettings", "written")
      .pass(20)
      .done(),
  );
  const wifi = new Writer(made, WIRED | PLAIN)
    .call("onTick")
    .request("post", "/api/wifi", HOST, '{"wifi_name":"caf\\u00e9","wifi_password":"12345678"}', true)
    .call("onNetwork", "wrong-password")
    .call("onTick")
    .done();
  const forms = [
    '{"device_name":"a\\n\\t\\"\\\\\\/\\u00e9\\ud83d\\ude00\\u20ac"}',
    '{"device_name":"\\ud83d"}',
    '{"device_name":"\\x"}',
    '{"device_name":"\\ud83dx"}',
    '{"device_name":"\\ud83d\\u0041"}',
    '{"device_name":"\\u00',
    '{"device_name":"\\uzzzz"}',
    '{"device_name":"a\u0001"}',
    ' { "qos" : 1 , "retain" : true } ',
    '{"login_password":"p20000000000000000000000000000000005050505050505050505050505050505050505050505050505050505050505050"}',
    JSON.stringify(
      Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`1-0:${index}.7.0`, `house/${index}`])),
    ),
    '{"1-0:1.7.0":"house/one","1-0:2.7.0":"house/one"}',
    '{"qos":1,"retain":true,"original":false,"leave_out":null}',
    '{"qos":-1.5e3}',
    '{"qos":[1]}',
    '{"1-0:1.7.0":"","1-0:99.99.9":"mine","0-0:1.0.0":"-"}',
    '{"broker_host":"elsewhere","broker_port":1884,"wifi_name":"other","ip_address":"10.0.0.9"}',
  ].map((form) => asOwner(owned(made).connect(), "post", "/api/settings", form).wait(130_000).pass(30).done());
  return [...configured, ...posted, ...forms, wifi, ...records(made, kept)];
}

/** The record of settings that a script saves last. */
function savedRecord(player: Player, script: Uint8Array): Uint8Array {
  player.play(script);
  const written = player.lines.filter((line) => line.startsWith("settings.write")).at(-1);
  assert.ok(written !== undefined, "the script saves nothing");
  return Buffer.from(written.split(":")[1] ?? "", "hex");
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

/** The seeds of a target. */
export function seedsOf(target: Target, made: Interface, player: Player): readonly Uint8Array[] {
  switch (target) {
    case "serial":
      return [
        ...serial(made),
        ...meters(made),
        new Writer(made, WIRED | PLAIN)
          .connect()
          .serial(Buffer.from(telegram(["0-0:96.13.0(48656C6C6F)"]), "latin1"))
          .done(),
      ];
    case "encrypted":
      return encrypted(made);
    case "http":
      return [...http(made), ...portal(made, player), ...neighbours(made)];
    case "settings":
      return settings(made, player);
    case "commands":
      return commands(made);
    case "update":
      return [...sent(made), ...pulled(made), ...versions(made), ...fetched(made), ...untimely(made)];
    case "house":
      return [...house(made), ...names(made), ...radio(made), ...browser(made)];
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
