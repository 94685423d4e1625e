import { readFileSync } from "node:fs";
import { table } from "./markdown.ts";

const TARGETS = ["ESP32", "ESP32S3", "ESP32C3", "ESP32C6"];

/** What each pin is for, and the component and option that say which it is. */
const PINS = [
  ["RX: data from the meter", "p1_serial", "P1_SERIAL_RX_PIN"],
  ["data request to the meter", "p1_serial", "P1_SERIAL_REQUEST_PIN"],
  ["TX: to a second reader", "p1_serial", "P1_SERIAL_TX_PIN"],
  ["lights", "p1_lights", "P1_LIGHTS_PIN"],
  ["jumper for the simulator", "p1_system", "P1_SYSTEM_JUMPER_PIN"],
] as const;

/** The table of pins, by target, as the options' defaults are. */
export function pinTable(): string {
  const rows = PINS.map(([what, component, option]) => [
    what,
    ...TARGETS.map((target) => pin(defaultOf(`components/${component}/Kconfig`, option, target))),
    `\`${option}\``,
  ]);
  return table(["pin", ...TARGETS, "option"], rows);
}

function pin(number: string): string {
  return number === "-1" ? "none" : `GPIO ${number}`;
}

/** The first default of an option whose condition is this target, or that has none. */
function defaultOf(file: string, option: string, target: string): string {
  const [, rest = ""] = readFileSync(file, "utf8").split(new RegExp(`^ *config ${option}\n`, "m"));
  const [own = ""] = rest.split(/^ *config /m);
  for (const [, value = "", condition] of own.matchAll(/^ *default (\S+)(?: if (\w+))?$/gm)) {
    if (condition === undefined || condition === `IDF_TARGET_${target}`) {
      return value;
    }
  }
  throw new Error(`${file}: ${option} has no default for ${target}.`);
}
