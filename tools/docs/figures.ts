import { readFileSync } from "node:fs";
import { FIGURES } from "../../ts/publish/figures.ts";
import { table } from "./markdown.ts";

const SOURCE = new URL("../../ts/publish/figures.ts", import.meta.url);
const ROW = /^ {2}\{ name: "(\w+)",.*\}, \/\/ (.+)$/;

/** The device's own figures. Their meanings are comments, as the catalogue's are. */
export function figuresTable(): string {
  const rows = readFileSync(SOURCE, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, name, meaning] = ROW.exec(line) ?? [];
      return name === undefined || meaning === undefined ? [] : [{ name, meaning }];
    });
  return table(
    ["topic", "what it is", "unit"],
    FIGURES.map(({ name, unit }) => [`\`sensor/${name}\``, meaningOf(rows, name), unit]),
  );
}

function meaningOf(rows: readonly { readonly name: string; readonly meaning: string }[], name: string): string {
  const meaning = rows.find((row) => row.name === name)?.meaning;
  if (meaning === undefined) {
    throw new Error(`ts/publish/figures.ts: say what ${name} means, in a comment behind it`);
  }
  return meaning;
}
