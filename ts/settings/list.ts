/** The one list of settings. Forms, storage and checks are made from it. */

import { type range } from "ts2c";

/** The settings' names. A new one is added here and as a row of {@link SETTINGS}, and {@link COUNT} and {@link Place} grow. */
export type SettingName =
  | "host_name"
  | "wifi_name"
  | "wifi_password"
  | "ip_address"
  | "ip_mask"
  | "ip_router"
  | "ip_name_server"
  | "broker_host"
  | "broker_port"
  | "broker_user"
  | "broker_password"
  | "client_id"
  | "root_topic"
  | "interval_min"
  | "interval_power"
  | "interval_all"
  | "interval_statistics"
  | "changed_only"
  | "publish_as_json"
  | "leave_out"
  | "retain"
  | "qos"
  | "original"
  | "discovery"
  | "discovery_prefix"
  | "device_name"
  | "simulator"
  | "simulator_profile"
  | "simulator_period"
  | "serial_baud"
  | "serial_frame"
  | "guard_totals"
  | "connection_power"
  | "encryption_key"
  | "encryption_aad"
  | "history_quarters"
  | "splitter"
  | "splitter_decrypts"
  | "telegram_port";

/**
 * What a value may be: `text` without control characters; `secret` likewise, never shown; `hex` bytes as hexadecimal
 * digits; `key` none or 16 such bytes, never shown; `topic` a part of an MQTT topic; `host` a name of letters, digits, -
 * and _; `address` an IPv4 address, or empty; `number` a whole number; `switch` on or off; `choice` one of the words in
 * `choices`.
 */
export type Kind = "text" | "secret" | "hex" | "key" | "topic" | "host" | "address" | "number" | "switch" | "choice";

/** What the device renews when the setting changes while it runs. */
export type Renewal = "nothing" | "discovery" | "network" | "connection" | "serial" | "encryption" | "telegram-port";

/** What a number may be at most in any setting, so that it can be counted in milliseconds. */
export type Limit = range<0, 1000000>;

/** One setting. */
export interface Setting {
  readonly name: SettingName;
  readonly kind: Kind;
  /** The smallest number, or the fewest bytes of a text. */
  readonly min: Limit;
  /** The largest number, or the most bytes of a text. */
  readonly max: Limit;
  /** The value of a number at first; of a switch 0 or 1; of a choice its place among the choices, from 0. */
  readonly number: Limit;
  /** The value of a text at first. */
  readonly text: string;
  /** The words of a choice, with `|` between them. */
  readonly choices: string;
  readonly renews: Renewal;
  /** One sentence for the person who sets it. */
  readonly help: string;
}

/** How many bytes a text may have, at most. */
export const TEXT_SIZE = 128;

/** How many settings there are. */
export const COUNT = 39;

/** Where a setting stands in the list. */
export type Place = range<0, 38>;

/** A text of `min` to `max` bytes. */
function words(
  name: SettingName,
  kind: Kind,
  min: Limit,
  max: Limit,
  first: string,
  renews: Renewal,
  help: string,
): Setting {
  return {
    name,
    kind,
    min,
    max,
    number: 0,
    text: first,
    choices: "",
    renews,
    help,
  };
}

/** A whole number from `min` to `max`. */
function integer(name: SettingName, min: Limit, max: Limit, first: Limit, renews: Renewal, help: string): Setting {
  return {
    name,
    kind: "number",
    min,
    max,
    number: first,
    text: "",
    choices: "",
    renews,
    help,
  };
}

/** On or off. */
function toggle(name: SettingName, first: boolean, renews: Renewal, help: string): Setting {
  const number = first ? 1 : 0;
  return {
    name,
    kind: "switch",
    min: 0,
    max: 1,
    number,
    text: "",
    choices: "",
    renews,
    help,
  };
}

/** One of the words in `choices`, of which the last has the number `last`. */
function choice(name: SettingName, choices: string, last: Limit, first: Limit, renews: Renewal, help: string): Setting {
  return {
    name,
    kind: "choice",
    min: 0,
    max: last,
    number: first,
    text: "",
    choices,
    renews,
    help,
  };
}

export const SETTINGS: readonly Setting[] = [
  words("host_name", "host", 1, 32, "p1_meter", "network", "The device's name in the network: http://p1_meter.local."),
  words("wifi_name", "text", 0, 32, "", "network", "Name of the Wi-Fi (SSID)."),
  words("wifi_password", "secret", 0, 64, "", "network", "Password of the Wi-Fi; empty for an open one."),
  words("ip_address", "address", 0, 15, "", "network", "The device's own address; empty if a DHCP server gives one."),
  words("ip_mask", "address", 0, 15, "255.255.255.0", "network", "The network's mask, beside ip_address."),
  words("ip_router", "address", 0, 15, "", "network", "The router's address, beside ip_address."),
  words("ip_name_server", "address", 0, 15, "", "network", "The name server's address, beside ip_address."),
  words("broker_host", "text", 0, 128, "", "connection", "Host name or address of the MQTT broker; empty for none."),
  integer("broker_port", 1, 65535, 1883, "connection", "Port of the MQTT broker."),
  words("broker_user", "text", 0, 64, "", "connection", "User name at the MQTT broker; empty for no login."),
  words("broker_password", "secret", 0, 64, "", "connection", "Password at the MQTT broker."),
  words(
    "client_id",
    "text",
    1,
    64,
    "p1_meter",
    "connection",
    "The name by which the broker tells its clients apart; `_` and the chip's number follow.",
  ),
  words("root_topic", "topic", 1, 64, "p1_meter", "connection", "What every topic begins with."),
  integer("interval_min", 0, 86400, 60, "discovery", "The fewest seconds between two publications."),
  integer(
    "interval_power",
    0,
    86400,
    10,
    "nothing",
    "The fewest seconds between two publications of power; what else changed waits for interval_min.",
  ),
  integer(
    "interval_all",
    1,
    86400,
    300,
    "discovery",
    "After how many seconds every reading is published again, changed or not.",
  ),
  integer(
    "interval_statistics",
    1,
    86400,
    600,
    "discovery",
    "The seconds between two publications of the device's own figures.",
  ),
  toggle("changed_only", true, "nothing", "Whether a publication leaves out the readings that did not change."),
  toggle(
    "publish_as_json",
    false,
    "nothing",
    "Whether the readings are published as one JSON array too, on the topic json.",
  ),
  words(
    "leave_out",
    "text",
    0,
    128,
    "",
    "discovery",
    "Readings that are not published: what their topics begin with, with commas between (instant/voltage,message).",
  ),
  toggle(
    "retain",
    false,
    "connection",
    "Whether the broker keeps the last value of each topic for whoever comes later.",
  ),
  integer(
    "qos",
    0,
    2,
    0,
    "connection",
    "How sure a message arrives while the connection stands: 0 at most once, 1 at least once, 2 exactly once.",
  ),
  toggle(
    "original",
    false,
    "connection",
    "Whether everything is published as by the original P1 meter: its topics, QoS 0, nothing retained, one interval, no discovery.",
  ),
  toggle(
    "discovery",
    true,
    "discovery",
    "Whether Home Assistant is told of the device, so that it appears there by itself.",
  ),
  words(
    "discovery_prefix",
    "topic",
    1,
    64,
    "homeassistant",
    "connection",
    "Where Home Assistant's MQTT integration listens for devices: its discovery prefix.",
  ),
  words("device_name", "text", 1, 64, "P1 meter", "discovery", "What the device is called in Home Assistant."),
  toggle("simulator", false, "serial", "Whether the built-in meter sends telegrams on the TX line."),
  choice(
    "simulator_profile",
    "nl22|nl42|nl5|be|lu|se|hu|ch",
    7,
    2,
    "nothing",
    "Whose meter the simulator plays: by country, and in the Netherlands by version of DSMR.",
  ),
  integer("simulator_period", 1, 3600, 10, "nothing", "The seconds between two telegrams of the simulator."),
  integer(
    "serial_baud",
    300,
    921600,
    115200,
    "serial",
    "Speed of the P1 port in bits per second: 115200, and 9600 before DSMR 4.",
  ),
  choice(
    "serial_frame",
    "8N1|7E1",
    1,
    0,
    "serial",
    "How a byte stands on the P1 port's line: 8N1, and 7E1 before DSMR 4.",
  ),
  toggle(
    "guard_totals",
    true,
    "nothing",
    "Whether a total that falls or jumps by more than can be is held back until the meter says it again.",
  ),
  integer("connection_power", 1, 1000, 60, "nothing", "What the house's connection can carry, in kW: 3 × 80 A are 55."),
  words(
    "encryption_key",
    "key",
    0,
    32,
    "",
    "encryption",
    "The key of a meter that encrypts (Luxembourg, Austria), from the grid operator; empty for none.",
  ),
  words(
    "encryption_aad",
    "hex",
    0,
    128,
    "3000112233445566778899AABBCCDDEEFF",
    "encryption",
    "What the tag of encrypted telegrams covers too: 30 and the authentication key; at first that of all meters in Luxembourg.",
  ),
  integer(
    "history_quarters",
    0,
    3000,
    192,
    "nothing",
    "How many quarter hours of totals wait while the broker is away, from the next start on; 0 for none.",
  ),
  choice(
    "splitter",
    "off|arriving|checked",
    2,
    0,
    "nothing",
    "Whether the second port repeats the meter's bytes while it is asked to: as they arrive, or telegrams with a right CRC.",
  ),
  toggle(
    "splitter_decrypts",
    true,
    "nothing",
    "Whether an encrypted telegram is repeated as plain text, where its key is known.",
  ),
  integer(
    "telegram_port",
    0,
    65535,
    0,
    "telegram-port",
    "TCP port at which up to four programs read the meter's telegrams; 0 for none.",
  ),
];
