/** What outlives a power cut: blobs of settings, two slots for firmware, a note; and what a power cut does to what is being written. */

import type { Random } from "../differential/random.ts";

/** A blob as it was given to the flash, with the settings that it is of. */
interface Blob {
  readonly bytes: Uint8Array;
  readonly settings: ReadonlyMap<string, string>;
  readonly whole: boolean;
  /** Which writing it was. */
  readonly number: number;
}

interface Image {
  readonly version: string;
  state: "confirmed" | "trial";
}

/** The flash of one board. */
export class Flash {
  private readonly random: Random;
  private readonly blobs = new Map<string, Blob>();
  private pending: { readonly key: string; readonly blob: Blob } | null = null;
  private writes = 0;
  /** Whether the next writing fails. */
  fails = false;
  note: Uint8Array = new Uint8Array(0);
  running: Image = { version: "1.0.0", state: "confirmed" };
  private before: Image | null = null;
  private next: Image | null = null;
  rolledBack = "";
  /** An image that is being written: how many bytes came. */
  private written = -1;

  constructor(random: Random) {
    this.random = random;
  }

  /** Copies a blob into `into`; returns its length. */
  read(key: string, into: Uint8Array): number {
    const bytes = this.blobs.get(key)?.bytes;
    if (bytes === undefined || bytes.length > into.length) {
      return 0;
    }
    into.set(bytes);
    return bytes.length;
  }

  /** Begins to write a blob, with the settings as they are. False while one is being written. */
  begin(key: string, bytes: Uint8Array, settings: ReadonlyMap<string, string>): boolean {
    if (this.pending !== null) {
      return false;
    }
    const blob = { bytes: Uint8Array.from(bytes), settings: new Map(settings), whole: true, number: ++this.writes };
    this.pending = { key, blob };
    return true;
  }

  /** The writing is over. */
  end(): "written" | "failed" {
    const pending = this.pending;
    this.pending = null;
    if (pending === null || this.fails) {
      this.fails = false;
      if (pending !== null) {
        this.tear(pending.key, pending.blob);
      }
      return "failed";
    }
    this.blobs.set(pending.key, pending.blob);
    return "written";
  }

  /** What was begun is not to be read any more, or the old one still is. */
  private tear(key: string, blob: Blob): void {
    const kept = this.random.below(blob.bytes.length);
    if (this.random.chance(60)) {
      this.blobs.set(key, { ...blob, bytes: blob.bytes.slice(0, kept), whole: false });
    }
  }

  /** The power goes: what was being written may be there, or not, or in part. Then it comes again. */
  powerCut(): void {
    const pending = this.pending;
    this.pending = null;
    this.fails = false;
    if (pending !== null && this.random.chance(40)) {
      this.blobs.set(pending.key, pending.blob);
    } else if (pending !== null) {
      this.tear(pending.key, pending.blob);
    }
    this.written = -1;
    if (this.next !== null) {
      this.before = this.running;
      this.running = this.next;
      this.next = null;
      this.rolledBack = "";
    } else if (this.running.state === "trial" && this.before !== null) {
      this.rolledBack = this.running.version;
      this.running = this.before;
      this.before = null;
    }
  }

  /** The settings that a start has to find: those of the newest whole record; null where there is none. */
  kept(): ReadonlyMap<string, string> | null {
    const whole = [...this.blobs.values()].filter(({ whole }) => whole).sort((a, b) => b.number - a.number);
    return whole[0]?.settings ?? null;
  }

  /** The slot that does not run is written anew. */
  beginImage(): void {
    this.written = 0;
    this.next = null;
    this.rolledBack = "";
    if (this.running.state === "confirmed") {
      this.before = null;
    }
  }

  writeImage(bytes: number): boolean {
    if (this.written < 0) {
      return false;
    }
    this.written += bytes;
    return true;
  }

  /** All was written; `size` bytes would be an image of that version. */
  finishImage(size: number, version: string): boolean {
    const whole = this.written === size;
    this.written = -1;
    if (whole) {
      this.next = { version, state: "trial" };
    }
    return whole;
  }

  abortImage(): void {
    this.written = -1;
  }
}
