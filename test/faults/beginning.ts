/** How a device and its house begin. */

/** What is chosen by chance. */
export interface Beginning {
  readonly seed: number;
  /** Milliseconds between two ticks, and between two telegrams. */
  readonly tick: number;
  readonly period: number;
  /** What the clock of milliseconds begins with, and the time of day in seconds. */
  readonly offset: number;
  readonly utc: number;
}

/** Settings with which a device begins, beside the defaults: so that much happens in a short time. */
export const FIRST: Readonly<Record<string, string>> = {
  broker_host: "broker",
  interval_min: "10",
  interval_power: "5",
  interval_all: "60",
  interval_statistics: "120",
};

/** The settings that are looked at: what they are at first. */
export const DEFAULTS: Readonly<Record<string, string>> = {
  root_topic: "p1_meter",
  interval_min: "60",
  interval_power: "10",
  interval_all: "300",
  interval_statistics: "600",
  changed_only: "on",
  publish_as_json: "off",
  guard_totals: "on",
  history_quarters: "192",
  retain: "off",
  qos: "0",
  discovery: "on",
  device_name: "P1 meter",
  connection_power: "60",
};
