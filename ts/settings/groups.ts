/** The settings in groups, for a form. */

import { SETTINGS, type Place } from "./list.ts";
import { type SettingName } from "./setting.ts";

/** Settings that stand together in a form; the list's order is that of the groups. */
export type Group =
  | "network"
  | "broker"
  | "publishing"
  | "home-assistant"
  | "simulator"
  | "meter"
  | "neighbours"
  | "lights"
  | "login"
  | "updates";

/** A group, and the setting with which it begins. */
interface GroupStart {
  readonly group: Group;
  readonly first: SettingName;
}

const GROUPS: readonly GroupStart[] = [
  { group: "network", first: "host_name" },
  { group: "broker", first: "broker_host" },
  { group: "publishing", first: "root_topic" },
  { group: "home-assistant", first: "discovery" },
  { group: "simulator", first: "simulator" },
  { group: "meter", first: "serial_baud" },
  { group: "neighbours", first: "splitter" },
  { group: "lights", first: "lights_brightness" },
  { group: "login", first: "login_password" },
  { group: "updates", first: "update_url" },
];

/** In which group the setting at `place` stands. */
export function groupOf(place: Place): Group {
  let group: Group = "network";
  for (let i = 0; i <= place && i < SETTINGS.length; i++) {
    for (const start of GROUPS) {
      if (start.first === SETTINGS[i].name) {
        group = start.group;
      }
    }
  }
  return group;
}
