import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, systemReason } from "../failure.ts";
import { realDisk, replace, type Disk } from "../storage/disk.ts";
import { isWhole, versionOf } from "./image.ts";
import { maySucceed } from "./signature.ts";

/** One of the two places for an image. */
export type Slot = 0 | 1;

/**
 * What is known of the image in a slot. `new`: the next start tries it. `trial`: it runs for the first time. `confirmed`: it works.
 * `rolled-back`: it did not.
 */
type SlotState = "empty" | "new" | "trial" | "confirmed" | "rolled-back";

interface Record {
  readonly boot: Slot;
  readonly states: readonly [SlotState, SlotState];
}

const AT_FIRST: Record = { boot: 0, states: ["confirmed", "empty"] };

/** The two slots and the boot loader's notes about them, in a folder: what lies in flash on the chip. */
export class Slots {
  private readonly folder: string;
  private readonly disk: Disk;
  private record: Record;

  constructor(folder: string, disk: Disk = realDisk) {
    this.folder = folder;
    this.disk = disk;
    this.record = this.read();
  }

  /** The slot that runs, and the other one. */
  get running(): Slot {
    return this.record.boot;
  }

  get other(): Slot {
    return this.record.boot === 0 ? 1 : 0;
  }

  get trial(): boolean {
    return this.record.states[this.running] === "trial";
  }

  /** What the boot loader does at a start: a new image is tried once, and one that was not confirmed is left. */
  boot(): void {
    const { boot, states } = this.record;
    if (states[boot] === "new") {
      this.keep(boot, boot, "trial");
    } else if (states[boot] === "trial") {
      this.keep(this.other, boot, "rolled-back");
    }
  }

  /** Where the image of a slot lies. */
  file(slot: Slot): string {
    return join(this.folder, `slot-${slot}.bin`);
  }

  /** The version of the image in a slot; null where no image was written yet. */
  version(slot: Slot): string | null {
    const file = this.file(slot);
    return existsSync(file) ? versionOf(readFileSync(file)) : null;
  }

  /** The version of the image that was rolled back, if it still lies there. */
  rolledBack(): string | null {
    return this.record.states[this.other] === "rolled-back" ? this.version(this.other) : null;
  }

  /** Begins to write the other slot: what was in it is gone. */
  begin(): void {
    this.keep(this.running, this.other, "empty");
    this.disk.create(this.file(this.other));
  }

  append(bytes: Uint8Array): void {
    this.disk.append(this.file(this.other), bytes);
  }

  /** All is written: the next start tries the image, if it is whole, and signed where the running one is. */
  finish(): boolean {
    const file = this.file(this.other);
    this.disk.sync(file);
    this.disk.syncFolder(this.folder);
    const image = readFileSync(file);
    const isRight = isWhole(image) && this.maySucceed(image);
    if (isRight) {
      this.keep(this.other, this.other, "new");
    }
    return isRight;
  }

  confirm(): void {
    this.keep(this.running, this.running, "confirmed");
  }

  /** What the device noted for itself. */
  get note(): Uint8Array {
    const file = join(this.folder, "note.bin");
    return existsSync(file) ? readFileSync(file) : new Uint8Array(0);
  }

  set note(bytes: Uint8Array) {
    replace(this.disk, join(this.folder, "note.bin"), bytes);
  }

  private maySucceed(image: Buffer): boolean {
    const running = this.file(this.running);
    return !existsSync(running) || maySucceed(image, readFileSync(running));
  }

  private keep(boot: Slot, slot: Slot, state: SlotState): void {
    const [first, second] = this.record.states;
    this.record = { boot, states: slot === 0 ? [state, second] : [first, state] };
    // Whole or not at all, as the chip's two copies are.
    replace(this.disk, join(this.folder, "slots.json"), Buffer.from(`${JSON.stringify(this.record)}\n`));
  }

  private read(): Record {
    const file = join(this.folder, "slots.json");
    try {
      return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record) : AT_FIRST;
    } catch (error) {
      throw new Failure(`${file} can't be read (${systemReason(error)}). Remove its folder to begin anew.`);
    }
  }
}
