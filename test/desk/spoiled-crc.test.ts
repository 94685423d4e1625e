import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { generatedFolder } from "../../tools/desk/engine/engine.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { dutchTelegram } from "./support/telegram.ts";

const c = ENGINES.find(({ engine }) => engine === "c");

test(
  "the desk runs the C that is there: one wrong entry of its CRC table and no telegram is good",
  {
    skip: c?.skip ?? false,
  },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "p1-spoiled-"));
    try {
      const generated = join(folder, "generated");
      cpSync(generatedFolder(), generated, { recursive: true });
      spoilTable(join(generated, "p1", "crc16.c"));
      const file = join(folder, "meter.txt");
      writeFileSync(file, dutchTelegram(100));
      const options = ["--replay", file, "--set", "root_topic=meter"];

      await using sound = new DeskProcess([...options, "--once", "--engine", "ts"], { P1_GENERATED: generated });
      assert.equal(await sound.exit, 0);
      await using spoiled = new DeskProcess([...options, "--engine", "c"], { P1_GENERATED: generated });
      await spoiled.wrote(/CRC/);
      assert.equal(await spoiled.stop(), 0);
      assert.doesNotMatch(spoiled.stdout, /^meter\/total/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

/** Changes the entry of the first table that the first byte of every telegram, `/`, takes. */
function spoilTable(file: string): void {
  const text = readFileSync(file, "utf8");
  const start = text.indexOf("{", text.search(/\[256\]/));
  let entry = 0;
  const table = text
    .slice(start)
    .replace(/\b(?:0x[0-9a-fA-F]+|\d+)/g, (number) =>
      entry++ === "/".charCodeAt(0) ? String(Number(number) ^ 1) : number,
    );
  assert.ok(entry >= 256, "the table was found");
  writeFileSync(file, text.slice(0, start) + table);
}
