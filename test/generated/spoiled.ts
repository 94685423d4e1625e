import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { pathOf } from "./files.ts";

/**
 * Copies the generated C to a folder and spoils both of its CRCs: one bit of the table, in the entry that the first byte of every
 * telegram, `/`, takes; and a shift of the checksum that the reader makes without a table. Who runs this C finds every CRC wrong; who runs
 * something else doesn't notice.
 */
export function spoiledCopy(folder: string): void {
  cpSync(pathOf(""), folder, { recursive: true });
  spoil(join(folder, "p1", "crc16.c"), (text) => {
    const start = text.indexOf("{", text.search(/\[256\]/));
    let entry = 0;
    const rest = text
      .slice(start)
      .replace(/\b(?:0x[0-9a-fA-F]+|\d+)/g, (number) =>
        entry++ === "/".charCodeAt(0) ? String(Number(number) ^ 1) : number,
      );
    return text.slice(0, start) + rest;
  });
  spoil(join(folder, "p1", "checksum.c"), (text) => text.replace("(left << 20)", "(left << 21)"));
}

function spoil(file: string, how: (text: string) => string): void {
  const text = readFileSync(file, "utf8");
  const spoiled = how(text);
  assert.notEqual(spoiled, text, `${file} has what is to be spoiled`);
  writeFileSync(file, spoiled);
}
