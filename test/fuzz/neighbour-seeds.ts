/** Scripts of what other programs in the house ask of a device: Prometheus, HomeWizard, dsmr-reader, syslog, Improv. */

import type { Interface } from "../../tools/desk/engine/interface.ts";
import { PROFILES, simulatedTelegram } from "../../tools/docs/simulated.ts";
import { HOST, owned, PLAIN, WIRED, Writer } from "./writer.ts";

/** Whoever reads over the network, with each of the simulator's meters. */
export function neighbours(made: Interface): Uint8Array[] {
  const paths = ["/metrics", "/api", "/api/v1/data", "/api/v1/telegram"];
  const read = PROFILES.map((profile) => {
    const script = new Writer(made, WIRED | PLAIN)
      .connect(["prometheus", "on"], ["homewizard", "on"], ["dsmr_reader", "on"], ["interval_min", "0"])
      .serial(simulatedTelegram(profile))
      .pass(60);
    for (const path of paths) {
      script.request("get", path, HOST).room(30);
    }
    return script.serial(simulatedTelegram(profile)).pass(60).call("onNames", "found", 7).pass(3).done();
  });
  const early = paths.map((path) =>
    new Writer(made, WIRED | PLAIN)
      .connect(["prometheus", "on"], ["homewizard", "on"])
      .request("get", path, HOST)
      .room(30)
      .done(),
  );
  const lines = [
    "I (1234) p1_meter: it runs\n",
    "W (1) a: \u001b[0;33mcoloured\u001b[0m\nE (99999999) b: x\n",
    "D (5) no end",
    "\n\n?\n",
    `I (7) long: ${"x".repeat(1100)}\n`,
    "",
  ];
  const logged = lines.map((line) =>
    new Writer(made, WIRED | PLAIN)
      .connect(["syslog_server", "10.0.0.5"])
      .answer("log.read", line)
      .pass(1)
      .answer("log.read", line)
      .answer("datagrams.send", 0)
      .pass(3)
      .done(),
  );
  return [...read, ...early, ...logged];
}

function packet(...data: readonly number[]): Uint8Array {
  const bytes = [...Buffer.from("IMPROV"), 1, 3, data.length, ...data];
  return Uint8Array.from([...bytes, bytes.reduce((sum, byte) => sum + byte, 0) & 0xff]);
}

/** A browser at the serial console. */
export function browser(made: Interface): Uint8Array[] {
  const name = [...Buffer.from("home")];
  const secret = [...Buffer.from("secret99")];
  const packets = [
    packet(1, name.length + secret.length + 2, name.length, ...name, secret.length, ...secret),
    packet(1, name.length + 2, name.length, ...name, 0),
    packet(1, 2, 0, 0),
    packet(1, 3, 1, 97, 9),
    packet(2, 0),
    packet(3, 0),
    packet(4, 0),
    packet(5, 0),
    packet(4, 1),
    packet(2, 0).subarray(0, 10),
  ];
  return [0, WIRED].flatMap((kind) =>
    (["up", "wrong-password", "scanned"] as const).flatMap((event) =>
      packets.map((one) =>
        owned(made, kind | PLAIN)
          .call("onConsole", one)
          .call("onConsole", one)
          .pass(5)
          .call("onNetwork", event)
          .pass(20)
          .call("onConsole", packet(2, 0))
          .done(),
      ),
    ),
  );
}
