import { presentation } from "../../ts/home-assistant/units.ts";
import { CATALOGUE, MEDIA, type Entry } from "../../ts/meter/catalogue.ts";
import type { Unit } from "../../ts/p1/value.ts";
import { decode, simulatedTelegram, type Decoded } from "./simulated.ts";
import { catalogueSections, topicPattern } from "./catalogue.ts";
import { code, table } from "./markdown.ts";
import { USUAL_UNITS } from "./topics.ts";

/** What becomes of each reading of the catalogue, in the unit that meters usually send. */
export function entitiesTable(): string {
  const rows = catalogueSections().flatMap((section) => section.rows);
  const topics = [...new Set(rows.map(({ topic }) => topic))];
  const cells = topics.map((topic) => {
    const first = topic.replace("#", "1");
    const entry =
      CATALOGUE.find((one) => one.topic === topic) ?? CATALOGUE.find((one) => topicPattern(topic).test(one.topic));
    return entry === undefined ? [] : entityCells(first, entry, (USUAL_UNITS[entry.device] ?? "none") as Unit);
  });
  const media = MEDIA.map(({ type, entry }) => entityCells(entry.topic, entry, unitOfMedium(type)));
  return table(["entity", "device class", "state class", "unit", "where"], [...cells, ...media]);
}

function unitOfMedium(type: number): Unit {
  return type === 2 ? "kWh" : [3, 6, 7].includes(type) ? "m3" : type === 0 ? "none" : "GJ";
}

function entityCells(topic: string, entry: Entry, sent: Unit): string[] {
  const name = nameOf(topic);
  const where = { main: "sensors", diagnostic: "diagnostics", rare: "diagnostics, not before it is enabled" }[
    entry.shown
  ];
  if (entry.kind !== "counter" && entry.kind !== "gauge") {
    const state = {
      word: "the word",
      text: "its length; the text is an attribute",
      list: "its length; the entries are an attribute",
    };
    return [name, entry.kind === "time" ? "timestamp" : "", "", entry.kind === "time" ? "" : state[entry.kind], where];
  }
  const { deviceClass, unit, thousands } = presentation(sent, entry.device, entry.kind);
  const state = entry.kind === "counter" ? "total_increasing" : "measurement";
  return [name, deviceClass, state, thousands ? `${unit} (× 1000)` : unit, where];
}

/** The name that the device gives to the entity of a topic: the same rule as in ts/home-assistant/entity.ts. */
function nameOf(topic: string): string {
  const words = topic.replace(/\/l(?=\d)/, "/L").replace(/[/_]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The device's page in Home Assistant as text: what a Belgian meter's sensors show. */
export function picture(): string {
  const { readings } = JSON.parse(decode("be", simulatedTelegram("be"))) as Decoded;
  const shown = readings.flatMap(({ topic, value, unit }) => {
    const name = topic.replace(new RegExp(`_${unit ?? ""}$`), "");
    const entry = [...CATALOGUE, ...MEDIA.map((medium) => medium.entry)].find((one) => one.topic === name);
    const number = entry?.shown === "main" && unit !== undefined && value !== undefined;
    return number ? [nameOf(name).padEnd(36) + `${value} ${unit === "m3" ? "m³" : unit}`.padStart(14)] : [];
  });
  const edge = "─".repeat(52);
  const line = (text: string): string => `│ ${text.padEnd(50)} │`;
  return code(
    "text",
    [
      `┌${edge}┐`,
      line("P1 meter"),
      line("FLU5\\253770000_A"),
      `├${edge}┤`,
      line("Sensors"),
      ...shown.map(line),
      `├${edge}┤`,
      line("Diagnostic"),
      line("Meter".padEnd(36) + "Connected".padStart(14)),
      line("Telegrams rx".padEnd(36) + "1234".padStart(14)),
      line("…"),
      `└${edge}┘`,
    ].join("\n"),
  );
}
