/** Scripts of what happens to a device that hangs in a house. */

import type { Interface } from "../../tools/desk/engine/interface.ts";
import { PROFILES, simulatedTelegram } from "../../tools/docs/simulated.ts";
import { asOwner, HASH, OWNER, owned, PLAIN, WIRED, Writer } from "./writer.ts";

/** Its console, its old topics, its radio, its readers and its broker. */
export function house(made: Interface): Uint8Array[] {
  const lines = [
    ...[
      "status",
      "help",
      "wifi",
      "broker",
      "",
      "no-such-thing",
      "wifi a b c",
      `password ${"x".repeat(70)}`,
      "x".repeat(330),
    ],
    ...[
      "wifi \"caf\u00e9\" 'pass word'",
      "wifi home secret99",
      'wifi ""',
      "wifi home short",
      'wifi "home',
      'wifi "home"x',
    ],
    ...[
      "broker 10.0.0.1",
      "broker [::1]:1884 user password",
      "broker mqtt://x",
      "broker a:0",
      'broker ""',
      "broker ::1",
    ],
    ...["password short", "password 'correct horse'", "factory-reset", "factory-reset yes", "factory-reset no"],
  ];
  const typed = lines.flatMap((line) =>
    [0, WIRED].map((kind) =>
      new Writer(made, kind | PLAIN)
        .connect()
        .call("onConsole", line)
        .call("onDerived", HASH)
        .pass(2)
        .call("onSettings", "written")
        .call("onNetwork", "wrong-password")
        .call("onConsole", line)
        .call("onSettings", "failed")
        .pass(4)
        .call("onConsole", "status")
        .done(),
    ),
  );
  const asBefore = PROFILES.map((profile) =>
    new Writer(made, WIRED | PLAIN)
      .connect(["original", "on"], ["leave_out", "instant, total/gas ,,"], ["interval_min", "0"])
      .serial(simulatedTelegram(profile))
      .pass(60)
      .serial(simulatedTelegram(profile))
      .pass(60)
      .done(),
  );
  const radio = (["down", "wrong-password", "not-found", "refused", "no-cable", "no-address", "scanned"] as const).map(
    (event) =>
      asOwner(owned(made, 0).call("onNetwork", "up").pass(2).call("onNetwork", event).pass(2), "post", "/api/scan")
        .call("onNetwork", "scanned")
        .request("get", "/api/networks", OWNER)
        .request("get", "/api/access-point", OWNER)
        .wait(400_000)
        .pass(4)
        .call("onNetwork", "up")
        .done(),
  );
  const readers = (["connected", "gone", "slow", "refused", "port-taken"] as const).map((event) =>
    new Writer(made, WIRED | PLAIN)
      .connect(["telegram_port", "2323"], ["splitter", "checked"])
      .call("onSockets", "connected")
      .call("onSockets", event)
      .serial(simulatedTelegram("nl5"))
      .pass(3)
      .done(),
  );
  const brokers = (
    ["lost", "wrong-login", "refused", "unreachable", "unknown-host", "timeout", "tls-failed", "untrusted"] as const
  ).map((event) =>
    new Writer(made, WIRED | PLAIN)
      .connect(["broker_host", "broker.local"], ["broker_tls", "on"], ["history_quarters", "10"])
      .call("onNames", "found", 0x0a000001)
      .lines("0-0:1.0.0(260105121500W)\r\n1-0:1.8.1(000001.000*kWh)\r\n")
      .pass(2)
      .lines("0-0:1.0.0(260105123000W)\r\n1-0:1.8.1(000001.250*kWh)\r\n")
      .pass(2)
      .call("onDelivered", 1)
      .call("onBroker", event)
      .wait(60_000)
      .pass(3)
      .call("onNames", "not-found", 0)
      .call("onBroker", "connected")
      .pass(4)
      .call("stop")
      .done(),
  );
  // A meter whose readings change, stay away for hours, and are called otherwise than they were.
  const changing = owned(made).connect(["interval_min", "0"], ["changed_only", "on"]).quarters(3);
  for (let i = 0; i < 98; i++) {
    changing
      .lines(`1-0:1.8.1(00000${i % 7}.000*kWh)\r\n1-0:${i}.7.0(00${i}.1*V)\r\n0-0:96.1.${i}(4B414C)\r\nnonsense\r\n`)
      .pass(1);
  }
  changing.wait(8_000_000).quarters(2).pass(20);
  asOwner(changing, "post", "/api/settings", '{"1-0:1.8.1":"mine","root_topic":"other"}')
    .wait(8_000_000)
    .quarters(2)
    .pass(60);
  asOwner(changing, "get", "/api/events").quarters(2).room(12);
  asOwner(changing, "get", "/api/settings");
  asOwner(changing, "get", "/api/history?span=day");
  asOwner(changing, "post", "/api/settings/export", '{"password":"correct horse"}').call("onDerived", HASH).room(40);
  // Quarter hours that wait: acknowledged in any order, never, and more than there is room for.
  const waiting = ["3", "40"].flatMap((room) =>
    [0, 1, 2].map((manner) => {
      const script = new Writer(made, WIRED | PLAIN).connect(["history_quarters", room]).quarters(9);
      for (let id = 7; id > 0; id--) {
        script.pass(2).call("onDelivered", manner === 1 ? 8 - id : id);
      }
      if (manner === 2) {
        script.call("onBroker", "lost").quarters(9).wait(60_000).pass(3).call("onBroker", "connected");
      }
      return script.pass(9).wait(200_000).pass(9).serial(simulatedTelegram("be")).pass(2).done();
    }),
  );
  const wired = [
    "serial_baud",
    "serial_frame",
    "lights_brightness",
    "static_address",
    "telegram_port",
    "host_name",
  ].map((name) =>
    asOwner(owned(made), "post", "/api/settings", `{"${name}":"2"}`).pass(30).wait(200_000).pass(30).done(),
  );
  return [changing.done(), ...wired, ...typed, ...asBefore, ...radio, ...readers, ...brokers, ...waiting];
}
