import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { SETTINGS } from "../../ts/settings/list.ts";
import type { Setting } from "../../ts/settings/setting.ts";
import type { Profile } from "../../ts/simulator/simulator.ts";
import { Failure, hasCode, systemReason } from "./failure.ts";
import type { BrokerAddress, Options } from "./options.ts";
import { Loopback } from "./serial/loopback.ts";
import { Port, type PortListener } from "./serial/port.ts";
import { Replay } from "./serial/replay.ts";
import type { Receive, Wire } from "./serial/wire.ts";

/** A setting of the device and the text that it gets. */
export type SettingValue = readonly [name: string, value: string];

/** What the command line means in settings of the device. What `--set` says comes last and so counts. */
export function settingsOf(options: Options, broker: BrokerAddress): SettingValue[] {
  const simulated = options.serial === undefined && options.replay === undefined;
  const profile: SettingValue[] = options.profile === undefined ? [] : [["simulator_profile", options.profile]];
  return [
    ["broker_host", broker.host],
    ["broker_port", String(broker.port)],
    ["broker_tls", broker.tls ? "on" : "off"],
    ["broker_user", broker.user],
    ["broker_password", broker.password],
    ["simulator", simulated ? "on" : "off"],
    // On the desk the simulator is the meter, and its topics are what `root_topic` says.
    ["simulator_topic", ""],
    ...profile,
    ...options.settings,
  ];
}

/** Makes what the serial port is wired to, and says what that is. */
export function meterOf(
  options: Options,
  listener: Omit<PortListener, "receive">,
): { readonly name: string; readonly wire: (receive: Receive) => Wire } {
  const { serial, replay } = options;
  if (serial !== undefined) {
    return { name: serial, wire: (receive) => new Port(serial, { ...listener, receive }) };
  }
  if (replay !== undefined) {
    const ended = (): void => listener.changed("info", `${replay} is at its end: the meter falls silent.`);
    return { name: replay, wire: (receive) => new Replay(replay, receive, ended) };
  }
  return { name: "the built-in simulator", wire: (receive) => new Loopback(receive) };
}

/** The list of settings, for `--set list`. */
export function settingsText(): string {
  return SETTINGS.map((setting) => `  ${setting.name.padEnd(21)}${setting.help} (${allowedText(setting)})\n`).join("");
}

/** What a setting may be. */
export function allowedText({ kind, min, max, choices }: Setting): string {
  switch (kind) {
    case "password":
      return "8 to 64 bytes";
    case "number":
      return `${min} to ${max}`;
    case "switch":
      return "on or off";
    case "choice":
      return choices.split("|").join(", ");
    case "wifi-password":
      return max < 64 ? "8 to 63 bytes, or none" : "8 to 63 bytes, 64 hexadecimal digits, or none";
    case "key":
      return "32 hexadecimal digits, or none";
    case "hex":
      return `hexadecimal digits, up to ${max}`;
    default:
      return min > 0 ? `${min} to ${max} bytes` : `up to ${max} bytes`;
  }
}

/** Whose meters the simulator's are. */
const METERS: Readonly<Record<Profile, string>> = {
  nl22: "Netherlands, DSMR 2.2: no CRC, gas in two lines",
  nl42: "Netherlands, DSMR 4.2",
  nl5: "Netherlands, DSMR 5 (the one at first)",
  be: "Belgium, e-MUCS: capacity tariff, gas and water",
  lu: "Luxembourg: reactive energy, no tariffs",
  se: "Sweden: one tariff, three phases, no gas",
  hu: "Hungary: monthly values",
  ch: "Switzerland: tariffs in group 1-1",
};

/** The simulator's meters, for `--profile list`. */
export function profilesText(): string {
  const all = Object.entries(METERS);
  return all.map(([name, words]) => `  ${name.padEnd(6)}${words}\n`).join("");
}

/** The chip's number that is kept in the state folder: the device stays the same device over its restarts. */
export function keptChipId(folder: string): number {
  const file = join(folder, "chip-id");
  try {
    const kept = Number.parseInt(readFileSync(file, "utf8"), 16);
    if (kept >= 0 && kept <= 0xffffff) {
      return kept;
    }
    throw new Failure(`${file} should hold six hexadecimal digits. Remove it to get a new number.`);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) {
      throw error instanceof Failure
        ? error
        : new Failure(`The state folder ${folder} can't be read: ${systemReason(error)}.`);
    }
  }
  const made = randomInt(0x1000000);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${made.toString(16).padStart(6, "0")}\n`);
  } catch (error) {
    throw new Failure(`The state folder ${folder} can't be written: ${systemReason(error)}.`);
  }
  return made;
}
