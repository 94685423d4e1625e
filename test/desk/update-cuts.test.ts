/** Power cuts during an update: afterwards the old image runs or the new one, and both are whole. */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { CutDisk, PowerCut } from "../../tools/desk/storage/cut-disk.ts";
import { Slots } from "../../tools/desk/update/slots.ts";
import { firmwareImage } from "../app/support/image.ts";
import { chanceOf } from "./support/chance.ts";

const CUTS = 1000;
const PART = 1024;
const OLD = firmwareImage({ version: "1.0.0", size: 40_000 });
const NEW = firmwareImage({ version: "2.0.0", size: 50_000 });
const OLD_NOTE = Uint8Array.of(1, 0, 0x30);
const NEW_NOTE = Uint8Array.of(1, 3);

/** What a device does from the first byte of an update to the end of its trial. */
function update(slots: Slots): void {
  slots.note = OLD_NOTE;
  slots.begin();
  for (let at = 0; at < NEW.length; at += PART) {
    slots.append(NEW.subarray(at, at + PART));
  }
  slots.note = NEW_NOTE;
  assert.ok(slots.finish());
  slots.boot();
  slots.confirm();
}

/** A folder in which the old image runs, as an update before left it. */
function folderWithOld(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "p1-cut-")), "firmware");
  mkdirSync(folder);
  const slots = new Slots(folder);
  slots.begin();
  slots.append(OLD);
  slots.finish();
  slots.boot();
  slots.confirm();
  return folder;
}

/** What is wrong with a device after a cut; null: nothing. */
function faultAfter(folder: string): string | null {
  const slots = new Slots(folder);
  slots.boot();
  const running = readFileSync(slots.file(slots.running));
  if (running.equals(NEW)) {
    // A new image is on trial or was confirmed; without its confirmation the next start has to find the old one.
    if (!slots.trial) {
      return null;
    }
    slots.boot();
    const before = readFileSync(slots.file(slots.running));
    return before.equals(OLD) && slots.rolledBack() === "2.0.0" ? null : "the old image is gone";
  }
  if (!running.equals(OLD) || slots.trial) {
    return `neither image runs, but ${slots.version(slots.running) ?? "nothing"}`;
  }
  const note = Buffer.from(slots.note);
  if (!note.equals(OLD_NOTE) && !note.equals(NEW_NOTE) && note.length > 0) {
    return "the note is broken";
  }
  slots.begin(); // The next update finds its place.
  slots.append(NEW);
  return slots.finish() ? null : "no update is possible";
}

test(`${CUTS} power cuts at random bytes of an update leave the old image or the new one`, () => {
  const folder = folderWithOld();
  const whole = new CutDisk(folder, Infinity, chanceOf(0));
  update(new Slots(folder, whole));
  rmSync(join(folder, ".."), { recursive: true });
  const seed = Date.now() >>> 0;
  const chance = chanceOf(seed);
  const faults: string[] = [];
  for (let i = 0; i < CUTS; i++) {
    const at = Math.floor(chance() * whole.used);
    const cut = folderWithOld();
    assert.throws(() => update(new Slots(cut, new CutDisk(cut, at, chance))), PowerCut);
    const fault = faultAfter(cut);
    if (fault !== null) {
      faults.push(`byte ${at}, seed ${seed}: ${fault}`);
    }
    rmSync(join(cut, ".."), { recursive: true });
  }
  console.log(`update: ${CUTS} cuts, ${CUTS - faults.length} right`);
  assert.deepEqual(faults, []);
});

test("every byte of the last steps, where the new image becomes the one that starts", () => {
  const folder = folderWithOld();
  const whole = new CutDisk(folder, Infinity, chanceOf(0));
  update(new Slots(folder, whole));
  const steps = whole.used - NEW.length;
  rmSync(join(folder, ".."), { recursive: true });
  let right = 0;
  for (let left = 1; left <= steps; left++) {
    const cut = folderWithOld();
    assert.throws(() => update(new Slots(cut, new CutDisk(cut, whole.used - left, chanceOf(left)))), PowerCut);
    assert.equal(faultAfter(cut), null, `${left} bytes before the end`);
    rmSync(join(cut, ".."), { recursive: true });
    right++;
  }
  console.log(`update, last steps: ${steps} cuts, ${right} right`);
});

test("a disk that is cut drops what was not synced, and keeps what was", () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 200; seed++) {
    const folder = mkdtempSync(join(tmpdir(), "p1-cut-"));
    const disk = new CutDisk(folder, 3 + 4 + 3, chanceOf(seed * 7919));
    const file = join(folder, "x");
    disk.create(file);
    disk.append(file, Buffer.from("kept"));
    disk.sync(file);
    disk.syncFolder();
    assert.throws(() => disk.append(file, Buffer.from("lost")), PowerCut);
    assert.throws(() => disk.create(file), PowerCut);
    seen.add(readFileSync(file, "latin1"));
    rmSync(folder, { recursive: true });
  }
  assert.ok(
    [...seen].every((text) => /^kept(los?|lo?|l?|\xff{0,3})$/.test(text)),
    [...seen].join(),
  );
  assert.ok(seen.has("kept") && seen.has("keptlos") && seen.has("kept\xff\xff\xff"));
});
