import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { SETTINGS } from "../../ts/settings/list.ts";
import { Failure, hasCode, messageOf } from "./failure.ts";
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
    ["broker_user", broker.user],
    ["broker_password", broker.password],
    ["simulator", simulated ? "on" : "off"],
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
  const lines = SETTINGS.map(({ name, kind, min, max, choices, help }) => {
    const allowed = kind === "number" ? `${min} to ${max}` : kind === "switch" ? "on|off" : choices || kind;
    return `  ${name.padEnd(21)}${help} (${allowed})`;
  });
  return `${lines.join("\n")}\n`;
}

/** The names of the simulator's meters, for `--profile list`. */
export function profilesText(): string {
  const choices = SETTINGS.find(({ name }) => name === "simulator_profile")?.choices ?? "";
  return `${choices.split("|").join("\n")}\n`;
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
      throw error instanceof Failure ? error : new Failure(`The state folder can't be read: ${messageOf(error)}.`);
    }
  }
  const made = randomInt(0x1000000);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `${made.toString(16).padStart(6, "0")}\n`);
  } catch (error) {
    throw new Failure(`The state folder can't be written: ${messageOf(error)}.`);
  }
  return made;
}
