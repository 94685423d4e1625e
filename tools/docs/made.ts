import { readFileSync } from "node:fs";
import { HELP } from "../decode/options.ts";
import { helpText } from "../desk/options.ts";
import { profilesText } from "../desk/setup.ts";
import { build } from "../ts2c/src/build.ts";
import { functionText, languageOf } from "./excerpts.ts";
import { figuresTable } from "./figures.ts";
import { entitiesTable, picture } from "./home-assistant.ts";
import { LANGUAGE } from "./language/made.ts";
import { code } from "./markdown.ts";
import { pinTable } from "./pins.ts";
import { settingsTable } from "./settings.ts";
import { decode, simulatedTelegram, type Decoded } from "./simulated.ts";
import { mediaTable, readingTables } from "./topics.ts";
import { wiringFiles } from "./wiring.ts";

const TELEGRAM_FILE = "docs/examples/dsmr5.txt";
const telegram = Buffer.from(simulatedTelegram("nl5"));

/** Example files that are made too: their path and bytes. */
export const EXAMPLES: ReadonlyMap<string, Buffer> = new Map([[TELEGRAM_FILE, telegram], ...wiringFiles()]);

/** What a block can be made of: the word in front of it in its name, and what is made of the rest. */
const MAKERS: Readonly<Record<string, (rest: string) => string>> = {
  readings: readingTables,
  media: mediaTable,
  figures: figuresTable,
  entities: entitiesTable,
  "home-assistant": picture,
  settings: settingsTable,
  pins: pinTable,
  profiles: () => code("text", profilesText()),
  "help-start": () => code("text", helpText()),
  "help-decode": () => code("text", HELP),
  telegram: () => code("text", someLines(telegram.toString("latin1").replaceAll("\r", ""))),
  decoded: () => code("json", someReadings(decode(TELEGRAM_FILE, telegram))),
  ...LANGUAGE,
  file: (file) => code(languageOf(file), readFileSync(file, "utf8")),
  excerpt: excerptBlock,
  function: functionBlock,
  refusal: (file) => code("text", build([file], { root: "docs", lines: false }).errors),
};

/** What stands in the block of that name. */
export function made(name: string): string {
  const [maker = "", rest = ""] = name.split(/ (.*)/);
  const make = MAKERS[maker];
  if (make === undefined) {
    throw new Error(`A page wants a block ${name}: tools/docs/made.ts makes ${Object.keys(MAKERS).join(", ")}.`);
  }
  return make(rest);
}

/** The first block of code in a language that a page has: `tools/library/npm/README.md js`. */
function excerptBlock(place: string): string {
  const [page = "", language = ""] = place.split(" ");
  const [, text] = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(readFileSync(page, "utf8")) ?? [];
  if (text === undefined) {
    throw new Error(`${page} has no block of ${language}.`);
  }
  return code(language, text);
}

/** A function of a file: `ts/p1/crc16.ts crc16`. */
function functionBlock(place: string): string {
  const [file = "", name = ""] = place.split(" ");
  return code(languageOf(file), functionText(file, name));
}

const LINES_SHOWN = 8;
const READINGS_SHOWN = 4;

/** The first lines of a text, and its last one. */
function someLines(text: string): string {
  const lines = text.trimEnd().split("\n");
  return [...lines.slice(0, LINES_SHOWN), "…", lines.at(-1)].join("\n");
}

/** A telegram's line of JSON with its first readings, one a line. */
function someReadings(line: string): string {
  const shown = (JSON.parse(line) as Decoded).readings.slice(0, READINGS_SHOWN);
  const [start = "", end = ""] = line.trimEnd().split(/"readings":\[.*\](?=,"skipped")/);
  const readings = shown.map((reading) => `  ${JSON.stringify(reading)},`);
  return [`${start}"readings":[`, ...readings, `  …`, `]${end}`].join("\n");
}
