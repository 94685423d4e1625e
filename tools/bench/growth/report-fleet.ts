/** The table of docs/fleet.md: what was measured of one device, times ten thousand and times a million. */

import { table } from "../report.ts";
import type { GrowthFigures } from "./figures.ts";

const FLEETS = [1, 10_000, 1_000_000];
/** Of ts/publish/connection.ts: pauses are 5 to 10 s at last, 7.5 s on average; the first one ends within half a second. */
const PAUSE_S = 7.5;
const FIRST_SPREAD_S = 0.5;
const DAY_S = 86_400;
/** IPv4 and TCP with time stamps, for a segment with one message and for the acknowledgement that answers it. */
const HEADERS = 52 + 52;

/** Three digits, with the unit's usual prefix. */
function short(value: number, unit = ""): string {
  const steps = [
    [1e12, "T"],
    [1e9, "G"],
    [1e6, "M"],
    [1e3, "k"],
    [1, ""],
  ] as const;
  const [factor, prefix] = steps.find(([least]) => value >= least) ?? [1, ""];
  const text = value === 0 ? "0" : String(Number((value / factor).toPrecision(value < 0.001 ? 1 : 3)));
  return `${text} ${prefix}${unit}`.trim();
}

export function fleetText({ household, made }: GrowthFigures): string {
  const [one] = household;
  if (one === undefined) {
    return "";
  }
  const row = (what: string, value: number, unit = ""): string[] => [
    what,
    ...FLEETS.map((many) => short(many * value, unit)),
  ];
  const { connection, discovery, retained, running, wire } = one;
  const rows = [
    row("connections", 1),
    row("messages in a second", running.messages),
    row("MQTT, in a second", wire * 8, "bit"),
    row("with TCP and IP, at most, in a second", (wire + running.messages * HEADERS) * 8, "bit"),
    row("messages of a connection's beginning", connection.messages),
    row("their topics and payloads", connection.bytes, "B"),
    row("of which Home Assistant's discovery, messages", discovery.messages),
    row("of which Home Assistant's discovery", discovery.bytes, "B"),
    row("retained messages", retained.messages),
    row("their topics and payloads", retained.bytes, "B"),
    row("without a broker: attempts in a second, on average", 1 / PAUSE_S),
    row(
      "the second half of the first second after the broker is lost: attempts, as a rate in a second",
      1 / FIRST_SPREAD_S,
    ),
    row("questions for the manifest, in a second", 1 / DAY_S),
  ];
  const { date = "", commit = "" } = made.household ?? {};
  return `Measured of one device on ${date} (commit ${commit}), during ${(one.seconds / 60).toFixed(0)} minutes; the other columns are the first one, multiplied.

${table(["what", ...FLEETS.map((many) => (many === 1 ? "one device" : `${short(many)} devices`))], rows)}`;
}
