import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { spoiledCopy } from "../generated/spoiled.ts";
import { DeskProcess, ENGINES } from "./support/desk-process.ts";
import { dutchTelegram } from "./support/telegram.ts";

const c = ENGINES.find(({ engine }) => engine === "c");

test(
  "the desk runs the C that is there: one wrong shift in its CRC and no telegram is good",
  {
    skip: c?.skip ?? false,
  },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "p1-spoiled-"));
    try {
      const generated = join(folder, "generated");
      spoiledCopy(generated);
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
