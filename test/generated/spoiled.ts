import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { pathOf } from "./files.ts";

/**
 * Copies the generated C to a folder and changes one bit in its CRC table: in the entry that the first byte of every
 * telegram, `/`, takes. Who runs this C finds every CRC wrong; who runs something else doesn't notice.
 */
export function spoiledCopy(folder: string): void {
  cpSync(pathOf(""), folder, { recursive: true });
  const file = join(folder, "p1", "crc16.c");
  const text = readFileSync(file, "utf8");
  const start = text.indexOf("{", text.search(/\[256\]/));
  let entry = 0;
  const rest = text
    .slice(start)
    .replace(/\b(?:0x[0-9a-fA-F]+|\d+)/g, (number) =>
      entry++ === "/".charCodeAt(0) ? String(Number(number) ^ 1) : number,
    );
  assert.ok(entry >= 256, `${file} has a table of 256 entries`);
  writeFileSync(file, text.slice(0, start) + rest);
}
