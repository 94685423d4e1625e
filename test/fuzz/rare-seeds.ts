/** Scripts of what chance does not bring about: what a phone's resolver asks, certificates, sessions, a radio, damaged records. */

import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import type { Interface } from "../../tools/desk/engine/interface.ts";
import { firmwareImage } from "../app/support/image.ts";
import type { Player } from "./script.ts";
import { asOwner, claimed, HASH, HOST, owned, OWNER, PLAIN, WIRED, WITHOUT_LOGIN, Writer } from "./writer.ts";

const NAME = [3, 0x77, 0x77, 0x77, 7, ...Buffer.from("example"), 0];
const HEADER = [0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0];

/** Questions at the access point (RFC 1035, 4.1): for an address, for something else, and such as are none. */
export function names(made: Interface): Uint8Array[] {
  const long = [
    ...Array<number[]>(5)
      .fill([63, ...Array<number>(63).fill(0x61)])
      .flat(),
    0,
  ];
  const questions = [
    [...HEADER, ...NAME, 0, 1, 0, 1],
    [...HEADER, ...NAME, 0, 255, 0, 1, 0, 0, 41, 16, 0, 0, 0, 0, 0, 0, 0],
    [...HEADER, ...NAME, 0, 28, 0, 1],
    [...HEADER, ...NAME, 0, 1, 0, 3],
    [...HEADER, ...NAME, 0, 1],
    [...HEADER, 0xc0, 12, 0, 1, 0, 1],
    [...HEADER, ...long, 0, 1, 0, 1],
    [0x12, 0x34, 0x81, ...HEADER.slice(3), ...NAME, 0, 1, 0, 1],
    [0x12, 0x34, 0x11, ...HEADER.slice(3), ...NAME, 0, 1, 0, 1],
    [...HEADER.slice(0, 5), 2, ...HEADER.slice(6), ...NAME, 0, 1, 0, 1],
  ];
  return questions.map((question) => {
    const script = new Writer(made, PLAIN).answer("network.openAccessPoint", 1).pass(1);
    return script.answer("datagrams.receive", Uint8Array.from(question)).pass(3).done();
  });
}

const CERTIFICATE = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
const KEY = "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n";

/** The broker's certificates, followers of the log, sessions, names by which the device is asked for. */
export function portal(made: Interface, player: Player): Uint8Array[] {
  const bodies = [CERTIFICATE, CERTIFICATE + KEY, `${CERTIFICATE}${KEY}ENCRYPTED`, "none", ""];
  const certificates = bodies.flatMap((body) =>
    ["authority", "identity"].flatMap((which) =>
      (["written", "failed"] as const).map((event) => {
        const script = owned(made, WIRED | PLAIN)
          .call("onSettings", "written")
          .pass(2);
        return asOwner(script, "post", `/api/certificates/${which}`, body)
          .answer("settings.write", 1)
          .call("onTick")
          .call("onSettings", event)
          .pass(2)
          .request("get", "/api/certificates", OWNER)
          .done();
      }),
    ),
  );
  const followers = new Writer(made, WIRED | PLAIN).connect();
  for (let i = 0; i < 6; i++) {
    followers.request("get", i % 2 === 0 ? "/api/log?follow" : "/api/events", HOST).room(3);
  }
  followers.answer("log.read", "a line\n").pass(1).answer("log.read", "").wait(40_000).pass(3).room(4);
  const login = owned(made, WIRED | PLAIN).request("post", "/api/login", HOST, '{"password":"correct horse"}');
  const session = cookieIn(player, login.call("onDerived", HASH).pass(1).done());
  const cookies = [`p1_session=${session}`, `a=b; p1_session="${session}"`, "p1_session=", '="', ";;"].map((one) =>
    owned(made, WIRED | PLAIN)
      .request("post", "/api/login", HOST, '{"password":"correct horse"}')
      .call("onDerived", HASH)
      .pass(1)
      .request("get", "/api/certificates", `${HOST}cookie:${one}\r\n`)
      .request("get", "/api/status", `${HOST}cookie:${one}\r\n`)
      .request("post", "/api/logout", `${HOST}cookie:p1_session=${session}\r\n`)
      .wait(90_000_000)
      .pass(2)
      .done(),
  );
  const manySessions = owned(made, WIRED | PLAIN);
  for (let i = 0; i < 10; i++) {
    manySessions.request("post", "/api/login", HOST, '{"password":"correct horse"}').call("onDerived", HASH).pass(1);
  }
  const hosts = ["meter.example", "10.0.0.9:8080", "other.example"].map((host) =>
    new Writer(made, WIRED | PLAIN)
      .connect(["allowed_hosts", "meter.example, second.example"])
      .request("get", "/api/status", `host:${host}\r\n`)
      .request("get", "/", `host:${host}\r\nif-none-match:"0"\r\n`)
      .done(),
  );
  const redirected = new Writer(made, PLAIN)
    .pass(2)
    .request("get", "/x", "host:captive.apple.com\r\n", "", true)
    .done();
  const older = [WIRED | PLAIN | WITHOUT_LOGIN, WIRED | PLAIN].map((seed) =>
    asOwner(
      claimed(new Writer(made, seed).answer("update.version", "1.2.0")),
      "post",
      "/api/firmware?older=yes",
      firmwareImage({ version: "1.0.0" }),
    ).done(),
  );
  const twice = asOwner(asOwner(owned(made, WIRED | PLAIN), "post", "/api/restart"), "post", "/api/cancel");
  const restarted = asOwner(owned(made, WIRED | PLAIN), "post", "/api/restart").request("get", "/api/status", HOST);
  return [
    ...certificates,
    followers.done(),
    ...cookies,
    manySessions.done(),
    ...hosts,
    redirected,
    ...older,
    twice.pass(2).done(),
    restarted.wait(31_000).pass(3).done(),
  ];
}

/** The session that a script opens last. */
function cookieIn(player: Player, script: Uint8Array): string {
  player.play(script);
  const fields = player.lines.map((line) => Buffer.from(line.split(":").at(-1) ?? "", "hex").toString("latin1"));
  const session = fields.flatMap((text) => /p1_session=(\w+)/.exec(text)?.[1] ?? []).at(-1);
  assert.ok(session !== undefined, "the script opens no session");
  return session;
}

/** A Wi-Fi that is chosen on the page, and settings that don't work. */
export function radio(made: Interface): Uint8Array[] {
  const forms = [
    '{"wifi_name":"home","wifi_password":"12345678"}',
    '{"wifi_password":"12345678"}',
    '{"wifi_name":"home","wifi_password":"short"}',
    '{"wifi_name":"home","root_topic":"x"}',
    '{"wifi_name":"home"',
  ];
  const events = ["up", "wrong-password", "not-found", "no-address", "refused"] as const;
  const tried = forms.flatMap((form) =>
    events.map((event) => {
      const script = owned(made, PLAIN).call("onSettings", "written").pass(2);
      return asOwner(asOwner(script, "post", "/api/wifi", form), "post", "/api/wifi", form)
        .request("post", "/api/scan", OWNER)
        .pass(2)
        .call("onNetwork", event)
        .pass(2)
        .request("get", "/api/networks", OWNER)
        .wait(61_000)
        .pass(3)
        .done();
    }),
  );
  const changes = ["wifi_name", "broker_host", "host_name", "static_address"].map((name) => {
    const script = owned(made, PLAIN)
      .connect(["wifi_name", "home"])
      .call("onSettings", "written")
      .wait(300_000)
      .pass(3);
    return asOwner(script, "post", "/api/settings", `{"${name}":"10.0.0.77"}`)
      .call("onSettings", "written")
      .pass(40)
      .call("onNetwork", "down")
      .wait(130_000)
      .pass(20)
      .call("onSettings", "written")
      .pass(5)
      .done();
  });
  const lost = new Writer(made, PLAIN).connect(["wifi_name", "home"]).pass(3).call("onNetwork", "down");
  for (let i = 0; i < 80; i++) {
    lost.pass(2).call("onNetwork", "not-found").wait(400_000);
  }
  return [...tried, ...changes, lost.pass(30).done()];
}

/** Records of settings: both, the older one under either key, one spoiled, one of other firmware. */
export function records(made: Interface, record: Uint8Array): Uint8Array[] {
  const spoiled = Uint8Array.from(record, (byte, at) => (at === record.length >> 1 ? byte ^ 1 : byte));
  const unknown = Buffer.from(record);
  unknown.write("no_such_name", unknown.indexOf("root_topic".slice(0, 4)));
  unknown.writeUInt32LE(crc32(unknown.subarray(0, -4)), unknown.length - 4);
  const pairs = [
    [unknown, record],
    [record, record],
    [record, spoiled],
    [spoiled, record],
    [spoiled, spoiled],
    [new Uint8Array(0), record],
    [record, Uint8Array.of(1, 2, 3)],
  ] as const;
  return pairs.map(([a, b]) => new Writer(made, PLAIN, a, b).pass(3).call("onNetwork", "up").pass(100).done());
}
