import type { Colour } from "../platform/lights.ts";
import type { LogLine, Status } from "../status.ts";

/** A piece of text in one look. */
export interface Span {
  readonly text: string;
  readonly look: "plain" | "bold" | "dim" | "fresh" | "warning" | Colour;
}

/** A line of the screen, of at most so many characters as the screen is wide. */
export type Line = readonly Span[];

const LIGHTS = ["network", "broker", "meter"];
const LOG_LINES = 4;
const AGE_WIDTH = 8;
/** A value younger than this stands out. */
const FRESH_MILLISECONDS = 2000;
/** The brightest a light is driven to; on the screen that is full brightness. */
const BRIGHTEST = 48;

/** The whole screen for a terminal of `columns` by `rows`. */
export function renderTable(status: Status, columns: number, rows: number): Line[] {
  const head = [titleLine(status), lightsLine(status), ...addressLines(status), countersLine(status), []];
  const log = status.log.slice(-LOG_LINES).map(logLine);
  const room = Math.max(1, rows - head.length - 1 - log.length - 1);
  const body = valueLines(status, columns, room);
  return [...head, ...body, ...(log.length > 0 ? [[], ...log] : [])].slice(0, rows).map((line) => cut(line, columns));
}

function titleLine(status: Status): Line {
  return [
    { text: "P1 meter", look: "bold" },
    { text: `  engine: ${status.engine}  meter: ${status.meter}`, look: "plain" },
    { text: "  Ctrl-C stops", look: "dim" },
  ];
}

function lightsLine({ lights }: Status): Line {
  return lights.flatMap((colour, index): Line => [
    { text: "● ", look: brighten(colour) },
    { text: `${LIGHTS[index] ?? ""} ${colourName(colour)}`.padEnd(18), look: "plain" },
  ]);
}

function addressLines({ broker, look, page }: Status): Line[] {
  return [
    [{ text: `page   ${page}`, look: "plain" }],
    [{ text: `broker ${broker}`, look: "plain" }],
    [{ text: `look   ${look}`, look: "dim" }],
  ];
}

function countersLine({ counters }: Status): Line {
  return [{ text: counters.map(([words, count]) => `${words} ${count}`).join("  "), look: "plain" }];
}

function valueLines({ values, now }: Status, columns: number, room: number): Line[] {
  const topics = inOrder(values);
  if (topics.length === 0) {
    return [[{ text: "Nothing is published yet.", look: "dim" }]];
  }
  const widest = topics.reduce((width, topic) => Math.max(width, topic.length), 0);
  const topicWidth = Math.min(widest, Math.max(10, Math.floor(columns * 0.6)));
  const valueWidth = Math.max(5, columns - topicWidth - AGE_WIDTH - 2);
  const heading = `${fit("topic", topicWidth)} ${fit("value", valueWidth)} ${"age".padStart(AGE_WIDTH)}`;
  const hidden = topics.length > room ? topics.length - room + 1 : 0;
  const shown = topics.slice(0, topics.length - hidden).map((topic): Line => {
    const { payload, at } = values.get(topic)!;
    return [
      { text: `${fit(topic, topicWidth)} `, look: "plain" },
      { text: `${fit(payload, valueWidth)} `, look: now - at < FRESH_MILLISECONDS ? "fresh" : "plain" },
      { text: ageText(now - at).padStart(AGE_WIDTH), look: "dim" },
    ];
  });
  const more: Line[] = hidden > 0 ? [[{ text: `and ${hidden} more: a taller window shows them`, look: "dim" }]] : [];
  return [[{ text: heading, look: "bold" }], ...shown, ...more];
}

/** What moves stands above what stays the same, since a small window shows only the first lines. */
function inOrder(values: Status["values"]): string[] {
  const byTopic = [...values].sort(([a], [b]) => (a < b ? -1 : 1));
  return byTopic.sort(([, a], [, b]) => b.times - a.times).map(([topic]) => topic);
}

function logLine({ time, level, message }: LogLine): Line {
  const odd = level === "error" || level === "warning";
  return [{ text: `${time} ${level.padEnd(7)} ${printable(message)}`, look: odd ? "warning" : "dim" }];
}

/** An age in the unit that says most: `7 s`, `12 min`, `3 h`. */
export function ageText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 120) {
    return `${seconds} s`;
  }
  return seconds < 7200 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3600)} h`;
}

/** The colour's name, since not everybody sees it. */
function colourName({ red, green, blue }: Colour): string {
  const strongest = Math.max(red, green, blue);
  if (strongest === 0) {
    return "off";
  }
  const key = [red, green, blue].map((part) => (part * 2 > strongest ? "1" : "0")).join("");
  const names: Record<string, string> = {
    "100": "red",
    "010": "green",
    "001": "blue",
    "110": "yellow",
    "101": "purple",
    "011": "cyan",
  };
  return names[key] ?? "white";
}

/** The light as a screen shows it: a screen needs more than a diode in a dark cupboard. */
function brighten({ red, green, blue }: Colour): Colour {
  const strongest = Math.max(red, green, blue);
  const factor = strongest === 0 ? 0 : Math.max(255 / BRIGHTEST, 230 / strongest);
  const part = (value: number): number => Math.min(255, Math.round(value * factor));
  return strongest === 0 ? { red: 70, green: 70, blue: 70 } : { red: part(red), green: part(green), blue: part(blue) };
}

/** What a terminal takes one column for; everything else becomes a dot. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\xa1-\xac\xae-\xff…·–]/gu, "·");
}

function fit(text: string, width: number): string {
  const clean = printable(text);
  return clean.length > width ? `${clean.slice(0, width - 1)}…` : clean.padEnd(width);
}

function cut(line: Line, columns: number): Line {
  let left = columns;
  return line.map(({ text, look }) => {
    const kept = text.slice(0, left);
    left -= kept.length;
    return { text: kept, look };
  });
}
