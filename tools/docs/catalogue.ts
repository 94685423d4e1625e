import { readFileSync } from "node:fs";
import { CATALOGUE } from "../../ts/meter/catalogue.ts";

/** A row of the catalogue as it is written, with the comment that says what it means. */
export interface Row {
  readonly code: string;
  /** Below the root, without the unit; `#` stands for the phases 1 to 3, `n` for a digit of the code. */
  readonly topic: string;
  readonly kind: string;
  readonly device: string;
  readonly shown: string;
  readonly meaning: string;
}

/** Rows that belong together. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

const SOURCE = new URL("../../ts/meter/catalogue.ts", import.meta.url);
const ROW = /^ {4}\["([^"]+)", "([^"]+)", "(\w+)", "(\w+)", "(\w+)"\],(?: \/\/ (.+))?$/;
const TITLE = /^ {4}\/\/ ([^.]+)/;

/**
 * The catalogue's rows in their order. They are read from the source, because the meanings are comments: on the chip they
 * would take room that nobody reads.
 */
export function catalogueSections(): Section[] {
  const sections: { title: string; rows: Row[] }[] = [];
  for (const line of readFileSync(SOURCE, "utf8").split("\n")) {
    const title = TITLE.exec(line)?.[1];
    if (title !== undefined) {
      sections.push({ title, rows: [] });
    }
    const row = ROW.exec(line);
    if (row !== null) {
      sections.at(-1)?.rows.push(rowOf(row));
    }
  }
  mustCover(sections.flatMap(({ rows }) => rows));
  return sections;
}

function rowOf([line, ...cells]: readonly (string | undefined)[]): Row {
  const [code = "", topic = "", kind = "", device = "", shown = "", meaning] = cells;
  if (meaning === undefined) {
    throw new Error(`ts/meter/catalogue.ts: say what ${code} means, in a comment behind ${String(line).trim()}`);
  }
  return { code, topic, kind, device, shown, meaning };
}

/** Matches the topics that a row stands for, without or with a unit behind. */
export function topicPattern(topic: string): RegExp {
  const digits = topic
    .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace("#", "[123]")
    .replace(/(?<![a-z])n(?![a-z])/, "\\d");
  return new RegExp(`^${digits}(?:_([A-Za-z]+\\d?))?$`);
}

/** A row that is written in another way than the others would be missing: then there is no page rather than a wrong one. */
function mustCover(rows: readonly Row[]): void {
  const patterns = rows.map(({ topic }) => topicPattern(topic));
  for (const { topic } of CATALOGUE) {
    if (!patterns.some((pattern) => pattern.test(topic))) {
      throw new Error(`ts/meter/catalogue.ts has no row on a line of its own for ${topic}.`);
    }
  }
}
