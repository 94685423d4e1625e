/** What a setting is: its name, what its value may be, and what the device renews when it changes. */

import { type range } from "ts2c";

/** The settings' names. A new one is added here and as a row of `list.ts`, whose `COUNT` and `Place` grow. */
export type SettingName =
  | "host_name"
  | "wifi_name"
  | "wifi_password"
  | "ip_address"
  | "ip_mask"
  | "ip_router"
  | "ip_name_server"
  | "access_point_key"
  | "broker_host"
  | "broker_port"
  | "broker_tls"
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
  | "dsmr_reader"
  | "discovery"
  | "discovery_prefix"
  | "device_name"
  | "simulator"
  | "simulator_profile"
  | "simulator_period"
  | "simulator_topic"
  | "simulator_fault"
  | "serial_baud"
  | "serial_frame"
  | "serial_search"
  | "serial_cable"
  | "guard_totals"
  | "connection_power"
  | "encryption_key"
  | "encryption_aad"
  | "history_quarters"
  | "splitter"
  | "splitter_decrypts"
  | "telegram_port"
  | "prometheus"
  | "homewizard"
  | "syslog_server"
  | "syslog_port"
  | "sntp_server"
  | "time_zone"
  | "lights_brightness"
  | "lights_minutes"
  | "lights_blink"
  | "login_password"
  | "login_for_reading"
  | "allowed_hosts"
  | "update_url"
  | "update_check"
  | "update_unencrypted";

/**
 * What a value may be: `text` without control characters; `secret` likewise, never shown; `wifi-password` one that WPA takes, or
 * none, never shown; `password` one of which only the
 * hash is kept; `hex` bytes as hexadecimal digits; `key` none or 16 such bytes, never shown; `topic` a part of an MQTT topic; `host` a name of letters, digits, -
 * and _; `address` an IPv4 address, or empty; `number` a whole number; `switch` on or off; `choice` one of the words in
 * `choices`.
 */
export type Kind =
  | "text"
  | "secret"
  | "wifi-password"
  | "password"
  | "hex"
  | "key"
  | "topic"
  | "host"
  | "address"
  | "number"
  | "switch"
  | "choice";

/** What the device renews when the setting changes while it runs. */
export type Renewal =
  | "nothing"
  | "discovery"
  | "network"
  | "connection"
  | "serial"
  | "simulator"
  | "encryption"
  | "telegram-port"
  | "names"
  | "clock";

/** All of them, in the order in which they are renewed: what the others need comes first. */
export const RENEWALS: readonly Renewal[] = [
  "network",
  "connection",
  "clock",
  "simulator",
  "serial",
  "telegram-port",
  "names",
  "encryption",
  "discovery",
  "nothing",
];

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
/** Room for all texts at their longest; a test counts it. */
export const TEXTS_SIZE = 1680;

/** A text of `min` to `max` bytes. */
export function words(
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
export function integer(
  name: SettingName,
  min: Limit,
  max: Limit,
  first: Limit,
  renews: Renewal,
  help: string,
): Setting {
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
export function toggle(name: SettingName, first: boolean, renews: Renewal, help: string): Setting {
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
export function choice(
  name: SettingName,
  choices: string,
  last: Limit,
  first: Limit,
  renews: Renewal,
  help: string,
): Setting {
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
