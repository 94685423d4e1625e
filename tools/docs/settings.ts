import { SETTINGS } from "../../ts/settings/list.ts";
import type { Setting } from "../../ts/settings/setting.ts";
import { allowedText } from "../desk/setup.ts";
import { table } from "./markdown.ts";

/** The table of settings. */
export function settingsTable(): string {
  const rows = SETTINGS.map((setting) => [
    `\`${setting.name}\``,
    setting.help,
    allowedText(setting),
    firstValue(setting),
  ]);
  return table(["setting", "what it is", "allowed", "at first"], rows);
}

function firstValue({ kind, number, text, choices }: Setting): string {
  switch (kind) {
    case "number":
      return String(number);
    case "switch":
      return number === 1 ? "on" : "off";
    case "choice":
      return choices.split("|")[number] ?? "";
    default:
      return text;
  }
}
