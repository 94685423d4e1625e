import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { after, test } from "node:test";
import { LUXEMBOURG, frameOf } from "../app/support/frame.ts";
import { ENGINES } from "../desk/support/desk-process.ts";
import type { EngineName } from "../../tools/desk/engine/engine.ts";
import { encryptedFiles, folder, goodTelegrams, malformedFiles, skip } from "./corpus.ts";
import { expectedReading, type Reading } from "./expectation.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const scratch = mkdtempSync(join(tmpdir(), "p1-frames-"));
after(() => rmSync(scratch, { recursive: true }));

/** A line of the output of `decode`. */
interface Line {
  readonly file: string;
  readonly ok: boolean;
  readonly crc?: string;
  readonly identification?: string;
  readonly readings?: readonly Reading[];
  readonly skipped?: readonly { readonly line: number; readonly why: string }[];
  readonly error?: string;
  readonly tag?: string;
  readonly message?: string;
}

/** Runs the command over files, once for all of them. */
function decode(
  engine: EngineName,
  files: readonly string[],
): { lines: Line[]; output: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "tools/decode/main.ts", "--engine", engine, ...files],
    { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 },
  );
  assert.match(stderr, /^(compiling the generated C.*\n)?$/);
  const lines = stdout.split("\n").filter((line) => line !== "");
  return { lines: lines.map((line) => JSON.parse(line) as Line), output: stdout, status };
}

/** A file with these bytes that is gone when the tests end. */
function temporary(name: string, bytes: Uint8Array): string {
  const at = join(scratch, name);
  writeFileSync(at, bytes);
  return at;
}

/** The folder's name, where a test that is skipped without it asks for it. */
function root(): string {
  assert.ok(folder !== undefined);
  return folder;
}

for (const { engine, skip: noEngine } of ENGINES) {
  const options = { skip: skip || noEngine };

  test(`engine ${engine}: every object of every real telegram is read or has a reason`, options, (t) => {
    const telegrams = goodTelegrams(root());
    const { lines, status } = decode(
      engine,
      telegrams.map(({ file }) => file),
    );
    assert.equal(status, 0);
    assert.equal(lines.length, telegrams.length);
    let objects = 0;
    let readings = 0;
    const skipped: string[] = [];
    const unaccounted: string[] = [];
    for (const [index, telegram] of telegrams.entries()) {
      const line = lines[index];
      assert.ok(line?.ok && line.readings !== undefined && line.skipped !== undefined, telegram.file);
      assert.equal(line.identification, telegram.identification);
      const left = [...line.readings];
      for (const object of telegram.objects) {
        objects++;
        const wanted = expectedReading(object);
        const reason = line.skipped.find((candidate) => candidate.line === object.line);
        const at = left.findIndex(({ obis }) => obis === wanted.obis);
        if (reason !== undefined) {
          skipped.push(`${object.code}(${object.values.join(")(")}): ${reason.why}`);
        } else if (at >= 0) {
          const { topic, ...reading } = left.splice(at, 1)[0];
          assert.deepEqual(reading, wanted, `${telegram.file}: ${object.code}`);
          assert.match(topic, /^[a-z]/);
          readings++;
        } else {
          unaccounted.push(`${telegram.file}: ${object.code}`);
        }
      }
      assert.deepEqual(left, [], `${telegram.file} has readings that nobody sent`);
    }
    for (const line of skipped) {
      t.diagnostic(`skipped ${line}`);
    }
    t.diagnostic(
      `${telegrams.length} files, ${objects} objects: ${readings} readings, ${skipped.length} skipped, ` +
        `${unaccounted.length} unaccounted`,
    );
    assert.deepEqual(unaccounted, []);
  });

  test(`engine ${engine}: no two readings of a real telegram have one topic`, options, () => {
    for (const { file, readings } of decode(
      engine,
      goodTelegrams(root()).map((telegram) => telegram.file),
    ).lines) {
      const topics = (readings ?? []).map(({ topic }) => topic);
      assert.deepEqual(
        topics.filter((topic, index) => topics.indexOf(topic) !== index),
        [],
        file,
      );
    }
  });

  test(`engine ${engine}: spoiled bytes give exactly the telegrams that are whole`, options, (t) => {
    const files = malformedFiles(root());
    const { lines, status } = decode(
      engine,
      files.map(({ file }) => file),
    );
    const wrong = files.filter(({ file, accepted }) => {
      const good = lines.filter((line) => line.file === file && line.ok).length;
      return !accepted.includes(good);
    });
    t.diagnostic(`${files.length - wrong.length} of ${files.length} malformed`);
    assert.deepEqual(wrong, []);
    assert.equal(status, 1);
  });

  test(`engine ${engine}: an encrypted frame is told apart`, options, () => {
    const files = encryptedFiles(root()).map(({ file }) => file);
    const { lines } = decode(engine, files);
    assert.deepEqual(
      lines.map(({ file, error }) => [file, error]),
      files.map((file) => [file, "decryption"]),
    );
  });

  test(`engine ${engine}: the frames of meters, opened: tag and CRC judged apart, M-Bus told apart`, options, (t) => {
    for (const { file, key, aad, plain } of encryptedFiles(root())) {
      const additional = aad === undefined ? [] : ["--aad", aad];
      const { lines } = decode(engine, ["--key", key, ...additional, file]);
      assert.equal(lines.length, 1);
      const [{ error, tag, message }] = lines;
      t.diagnostic(`${basename(file)}: tag ${tag ?? "none"}, error ${error ?? "none"}, ${message ?? ""}`);
      // The published frames carry a right tag around a text whose CRC was spoiled before it was encrypted.
      assert.deepEqual([error, tag], aad === undefined ? ["decryption", undefined] : ["crc", "right"]);
      assert.match(message ?? "", aad === undefined ? /DLMS/ : /CRC/);
      if (plain !== undefined) {
        const [open] = decode(engine, [temporary("plain.txt", plain)]).lines;
        assert.equal(message, open?.message, "the CRC of the text that is published with the frame");
      }
    }
  });

  test(
    `engine ${engine}: a telegram of Luxembourg in a frame gives its 64 objects; a flipped bit is told`,
    options,
    (t) => {
      const telegram = goodTelegrams(root()).find(({ file }) => file.endsWith("lu-dsmr42-smarty-1.txt"));
      assert.ok(telegram !== undefined);
      const [plain] = decode(engine, [telegram.file]).lines;
      const frame = frameOf(telegram.bytes);
      const key = ["--key", LUXEMBOURG.key.toString("hex")];
      const [opened] = decode(engine, [...key, temporary("frame.bin", frame)]).lines;
      assert.deepEqual({ ...opened, file: "" }, { ...plain, file: "", tag: "right" });
      const objects = (opened?.readings?.length ?? 0) + (opened?.skipped?.length ?? 0);
      t.diagnostic(`${telegram.objects.length} objects sent, ${objects} given, tag ${opened?.tag ?? ""}`);
      assert.equal(telegram.objects.length, 64);
      assert.equal(objects, 64);
      frame[100] = (frame[100] ?? 0) ^ 0x10;
      const [flipped] = decode(engine, [...key, temporary("flipped.bin", frame)]).lines;
      assert.deepEqual([flipped?.ok, flipped?.error, flipped?.tag], [false, "decryption", "wrong"]);
      assert.match(flipped?.message ?? "", /tag is wrong/);
    },
  );
}

test(
  "both engines print the same bytes",
  { skip: skip || (ENGINES.find(({ skip: reason }) => reason)?.skip ?? false) },
  () => {
    const files = [...goodTelegrams(root()), ...malformedFiles(root())].map(({ file }) => file);
    assert.equal(decode("c", files).output, decode("ts", files).output);
  },
);
