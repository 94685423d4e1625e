import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { realDisk, type Disk } from "./disk.ts";

/** What a disk throws when its power is gone. */
export class PowerCut extends Error {
  override readonly name = "PowerCut";
}

/** The bytes of one file, whatever its name is: all of them, and how many of them are synced. */
interface Content {
  bytes: Buffer;
  synced: number;
}

type Names = Map<string, Content>;

/**
 * A folder whose power goes after so many bytes, in the middle of a write if need be; whatever else is done to a file counts as one byte.
 * What was not synced by then is dropped in whole or in part, and may be rubbish: chance decides.
 */
export class CutDisk implements Disk {
  private readonly folder: string;
  private readonly chance: () => number;
  private left: number;
  private isCut = false;
  /** The names as they are, and as they are sure to be after a cut; and what was done to them between, in its order. */
  private readonly names: Names = new Map();
  private kept: Names = new Map();
  private pending: ((names: Names) => void)[] = [];
  /** How many bytes were used. */
  used = 0;

  /** `chance` gives numbers from 0 to 1, 1 excluded. */
  constructor(folder: string, bytes: number, chance: () => number) {
    this.folder = folder;
    this.left = bytes;
    this.chance = chance;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      const bytesThere = readFileSync(join(folder, name));
      this.names.set(join(folder, name), { bytes: bytesThere, synced: bytesThere.length });
    }
    this.kept = new Map(this.names);
  }

  create(file: string): void {
    this.spend(1);
    const content: Content = { bytes: Buffer.alloc(0), synced: 0 };
    this.change((names) => names.set(file, content));
    realDisk.create(file);
  }

  append(file: string, bytes: Uint8Array): void {
    this.spend(0);
    const fits = bytes.subarray(0, this.left);
    const content = this.contentOf(file);
    content.bytes = Buffer.concat([content.bytes, fits]);
    realDisk.append(file, fits);
    this.spend(bytes.length);
  }

  sync(file: string): void {
    this.spend(1);
    const content = this.contentOf(file);
    content.synced = content.bytes.length;
  }

  rename(from: string, to: string): void {
    this.spend(1);
    this.change((names) => {
      const content = names.get(from);
      if (content !== undefined) {
        names.set(to, content);
        names.delete(from);
      }
    });
    realDisk.rename(from, to);
  }

  syncFolder(): void {
    this.spend(1);
    this.kept = new Map(this.names);
    this.pending = [];
  }

  private change(action: (names: Names) => void): void {
    action(this.names);
    this.pending.push(action);
  }

  private contentOf(file: string): Content {
    const content = this.names.get(file);
    if (content === undefined) {
      throw new Error(`${file} was never made.`);
    }
    return content;
  }

  private spend(bytes: number): void {
    this.used += bytes;
    if (!this.isCut && bytes > this.left) {
      this.cut();
    }
    if (this.isCut) {
      throw new PowerCut("the power is gone");
    }
    this.left -= bytes;
  }

  /** Leaves in the folder what survives. */
  private cut(): void {
    this.isCut = true;
    const done = Math.floor(this.chance() * (this.pending.length + 1));
    for (const action of this.pending.slice(0, done)) {
      action(this.kept);
    }
    if (existsSync(this.folder)) {
      rmSync(this.folder, { recursive: true });
    }
    mkdirSync(this.folder, { recursive: true });
    for (const [file, content] of this.kept) {
      writeFileSync(file, this.survivorOf(content));
    }
  }

  private survivorOf({ bytes, synced }: Content): Buffer {
    const length = synced + Math.floor(this.chance() * (bytes.length - synced + 1));
    const left = Buffer.from(bytes.subarray(0, length));
    return this.chance() < 0.5 ? left : left.fill(0xff, synced);
  }
}
