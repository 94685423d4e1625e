import { MEDIA } from "../../ts/meter/catalogue.ts";
import { catalogueSections, topicPattern, type Row } from "./catalogue.ts";
import { table } from "./markdown.ts";
import { simulatedTopics } from "./simulated.ts";

/** What a reading of a device class is counted in, where none of the simulator's meters sends it. */
export const USUAL_UNITS: Readonly<Record<string, string>> = {
  energy: "kWh",
  power: "kW",
  reactive_energy: "kvarh",
  reactive_power: "kvar",
  apparent_power: "kVA",
  voltage: "V",
  current: "A",
  frequency: "Hz",
};

/** The same for M-Bus devices, whose energy is heat but for one. */
const USUAL_MEDIA_UNITS: Readonly<Record<string, string>> = { gas: "m3", water: "m3", energy: "GJ" };
const ELECTRICITY = 2;

const simulated = simulatedTopics();

/** The tables of readings: a section of the catalogue each. */
export function readingTables(): string {
  return catalogueSections()
    .map(({ title, rows }) => `### ${title}\n\n${readingTable(rows)}`)
    .join("\n");
}

/** The table of what M-Bus devices count, by device type. */
export function mediaTable(): string {
  const cells = MEDIA.map(({ type, entry: { topic, device } }) => [
    type === 0 ? "any other" : String(type),
    topicCell(topic, [type === ELECTRICITY ? "kWh" : (USUAL_MEDIA_UNITS[device] ?? "")]),
    simulatedBy(topic),
  ]);
  return table(["device type", "topic", "simulated by"], cells);
}

function readingTable(rows: readonly Row[]): string {
  const cells = byTopic(rows).map(({ topic, kind, device, codes, meanings }) => [
    topicCell(topic, unitsOf(topic, device, kind)),
    meanings.join("; "),
    kind,
    codes.map((code) => `\`${code}\``).join(" "),
    simulatedBy(topic),
  ]);
  return table(["topic", "what it is", "kind", "OBIS code", "simulated by"], cells);
}

/** Meters of different countries have one thing under different codes: that is one row of the page. */
function byTopic(rows: readonly Row[]): (Row & { readonly codes: string[]; readonly meanings: string[] })[] {
  const topics = [...new Set(rows.map(({ topic }) => topic))];
  return topics.map((topic) => {
    const same = rows.filter((row) => row.topic === topic);
    const meanings = [...new Set(same.map(({ meaning }) => meaning))];
    return { ...same[0], codes: same.map(({ code }) => code), meanings };
  });
}

/** Of the three phases the first one is shown. */
function topicCell(topic: string, units: readonly string[]): string {
  const first = topic.replace("#", "1");
  return units.map((unit) => `\`${first}${unit === "" ? "" : `_${unit}`}\``).join(" ");
}

/** The units that the simulator's meters send, or the usual one of its class; an empty one for none. */
function unitsOf(topic: string, device: string, kind: string): string[] {
  const pattern = topicPattern(topic);
  const sent = [...simulated.values()].flat().flatMap((each) => pattern.exec(each)?.[1] ?? []);
  const usual = kind === "counter" || kind === "gauge" ? (USUAL_UNITS[device] ?? "") : "";
  return sent.length > 0 ? [...new Set(sent)] : [usual];
}

/** The simulator's meters that send a topic. */
function simulatedBy(topic: string): string {
  const pattern = topicPattern(topic);
  const all = [...simulated].filter(([, topics]) => topics.some((each) => pattern.test(each)));
  return all.map(([profile]) => profile).join(" ");
}
