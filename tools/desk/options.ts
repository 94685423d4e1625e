import { parseArgs } from "node:util";
import { airOf } from "./air.ts";
import type { ListenAddress } from "./desk.ts";
import type { EngineName } from "./engine/engine.ts";
import { Failure, wrongUse } from "./failure.ts";
import { COMMAND } from "./place.ts";
import type { HeardWifi } from "./platform/network.ts";

/** What the person who started the desk asked for. */
export interface Options {
  readonly engine: EngineName | undefined;
  /** Where the meter's bytes come from: a port, a file, or the built-in simulator. */
  readonly serial: string | undefined;
  readonly replay: string | undefined;
  /** The broker to use; without it there is one inside. */
  readonly broker: BrokerAddress | undefined;
  /** Where the device's HTTP server listens. */
  readonly http: ListenAddress;
  /** The networks that the device hears; null where it has a cable. */
  readonly wifi: readonly HeardWifi[] | null;
  /** Which meter the simulator plays. */
  readonly profile: string | undefined;
  /** Settings of the device, by name. */
  readonly settings: readonly (readonly [name: string, value: string])[];
  /** The list of settings is asked for, instead of a run. */
  readonly listSettings: boolean;
  readonly state: string | undefined;
  /** Lines of the standard input are typed at the device's serial console. */
  readonly console: boolean;
  readonly seconds: number | undefined;
  readonly once: boolean;
  /** The log's debug lines are wanted too. */
  readonly verbose: boolean;
}

/** Where a broker is and how one logs in there. */
export interface BrokerAddress {
  readonly host: string;
  readonly port: number;
  /** Whether the connection is encrypted and the broker's certificate checked. */
  readonly tls: boolean;
  readonly user: string;
  readonly password: string;
}

/** The ports that brokers usually have, by the protocol of their URL. */
const PORTS: Readonly<Record<string, number>> = { "mqtt:": 1883, "mqtts:": 8883 };

/** Where the page is served when nobody says where: if another program has the port, then at one that is free. */
const USUAL: ListenAddress = { address: "127.0.0.1", port: 8080, orFree: true };

const LINES: readonly (readonly [option: string, help: string])[] = [
  ["--engine c|ts", "run the generated C (default), or the TypeScript itself"],
  ["--serial PORT", "read a meter at this serial port, 115200 8N1 (default: the built-in simulator)"],
  ["--replay FILE", "read this file as if a meter sent it, at a meter's pace"],
  ["--broker URL", "publish to this broker: mqtt://user:password@host:port, or mqtts://… (default: one inside,"],
  ["", "or what the environment says in P1_BROKER, where nobody else sees the password)"],
  ["--http PORT", "serve the page at this port (default: 8080, or one that is free) to this computer;"],
  ["", "0.0.0.0:PORT to all, as p1_meter.local"],
  ["--wifi FILE", "play a device with Wi-Fi and its first start, which hears the networks in this JSON file;"],
  ["", "`simulated`: three of them"],
  ["--profile NAME", "which meter the simulator plays: `--profile list` names them"],
  ["--set NAME=VALUE", "give the device a setting; may be repeated: `--set list` names them"],
  ["--state DIR", "keep what must survive a restart in this folder"],
  ["--console", "type at the device's serial console, as on a chip; `help` says what, `button` presses the board's"],
  ["--for SECONDS", "stop after this time"],
  ["--once", "stop after the first publication"],
  ["--verbose", "show the log's debug lines too"],
  ["--help", "this"],
];

/** What `--help` prints. */
export function helpText(): string {
  return [
    "The P1 meter on a desk: reads a meter (or plays one) and publishes its readings over MQTT.",
    "",
    `${COMMAND} [OPTION…]`,
    "",
    ...LINES.map(([option, help]) => `  ${option.padEnd(18)}${help}`),
    "",
  ].join("\n");
}

/** Reads the command line; null asks for the help. Wrong use is a failure with exit status 2. */
export function readOptions(line: readonly string[]): Options | null {
  const values = parse(line);
  if (values.help === true) {
    return null;
  }
  if (values.serial !== undefined && values.replay !== undefined) {
    throw new Failure("--serial and --replay can't both be the meter: leave one out.", 2);
  }
  const broker = values.broker ?? process.env.P1_BROKER;
  return {
    engine: engineOf(values.engine),
    serial: values.serial,
    replay: values.replay,
    broker: broker === undefined ? undefined : brokerOf(broker),
    http: values.http === undefined ? USUAL : listenOf(values.http),
    wifi: values.wifi === undefined ? null : airOf(values.wifi),
    profile: values.profile,
    listSettings: values.set?.includes("list") ?? false,
    settings: (values.set ?? []).filter((text) => text !== "list").map(settingOf),
    state: values.state,
    console: values.console ?? false,
    seconds: values.for === undefined ? undefined : secondsOf(values.for),
    once: values.once ?? false,
    verbose: values.verbose ?? false,
  };
}

function parse(line: readonly string[]) {
  try {
    return parseArgs({
      args: [...line],
      allowPositionals: false,
      options: {
        engine: { type: "string" },
        serial: { type: "string" },
        replay: { type: "string" },
        broker: { type: "string" },
        http: { type: "string" },
        wifi: { type: "string" },
        profile: { type: "string" },
        set: { type: "string", multiple: true },
        state: { type: "string" },
        console: { type: "boolean" },
        for: { type: "string" },
        once: { type: "boolean" },
        verbose: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    throw wrongUse(error, `${COMMAND} --help`);
  }
}

function engineOf(name: string | undefined): EngineName | undefined {
  if (name === undefined || name === "c" || name === "ts") {
    return name;
  }
  throw new Failure(`--engine is c or ts, not ${name}.`, 2);
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (text.trim() === "" || !(seconds > 0) || seconds > 2_000_000) {
    throw new Failure(`--for takes seconds, such as 60, not ${text}.`, 2);
  }
  return seconds;
}

/** `8080`, or with an address of this computer in front. */
function listenOf(text: string): ListenAddress {
  const [, address = "127.0.0.1", port = ""] = /^(?:([\d.]+|\[[\da-f:]+\]):)?(\d{1,5})$/i.exec(text) ?? [];
  if (port === "" || Number(port) > 65535) {
    throw new Failure(`--http takes a port, such as 8080 or 0.0.0.0:8080, not ${text}.`, 2);
  }
  return { address: address.replace(/[[\]]/g, ""), port: Number(port), orFree: false };
}

function settingOf(text: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at < 1) {
    throw new Failure(`--set takes NAME=VALUE, such as interval_min=30, not ${text}.`, 2);
  }
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Takes a broker's URL apart. */
export function brokerOf(text: string): BrokerAddress {
  const wrong = (why: string): Failure =>
    new Failure(`--broker: ${why}. Write it as mqtt://user:password@host:port.`, 2);
  if (!URL.canParse(text)) {
    throw wrong("that is no URL");
  }
  const url = new URL(text);
  const usualPort = PORTS[url.protocol];
  if (usualPort === undefined) {
    throw wrong(`${url.protocol}// is not supported`);
  }
  if (url.hostname === "") {
    throw wrong("the host is missing");
  }
  if (url.pathname.length > 1 || url.search !== "" || url.hash !== "") {
    throw wrong("nothing may follow the port");
  }
  try {
    return {
      host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
      port: url.port === "" ? usualPort : Number(url.port),
      tls: url.protocol === "mqtts:",
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
    };
  } catch {
    throw wrong("a % in user or password has to be written as %25");
  }
}
