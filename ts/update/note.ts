/**
 * What the device tells itself over a restart, mostly about updates. It outlives power cuts:
 *
 *     format (1)  flags (1)  version that was rolled back last
 *
 * The flags are three bits; the five above them count restarts.
 */

import { type Bytes, type range, type u8 } from "ts2c";
import * as update from "#platform/update";
import { sameBytes } from "../bytes.ts";

/** The longest version, as an image has room for it. */
export const VERSION_SIZE = 32;

const FORMAT = 1;
const HEAD = 2;
const BROKER = 1;
const METER = 2;
const OVERWRITTEN = 4;
/** Where the count of restarts begins in the flags, and the most that it can say. */
const RESTARTS = 3;
const MOST_RESTARTS = 31;

/** The note; at first that of a device that had none. */
export class Note {
  /** Whether the broker and the meter worked before the restart. Who doesn't know takes it that they did. */
  broker: boolean = true;
  meter: boolean = true;
  /** Since the image in the other slot was rolled back, another one was written over it, at least in part. */
  overwritten: boolean = false;
  /** How often the device restarted to get its network back; it stays at 31. */
  networkRestarts: range<0, 31> = 0;
  private readonly memory: Uint8Array = new Uint8Array(HEAD + VERSION_SIZE);
  private length: range<0, 34> = HEAD;

  /** Reads what is kept. */
  load(): void {
    const length = update.note(this.memory);
    if (length < HEAD || length > this.memory.length || this.memory[0] !== FORMAT) {
      this.length = HEAD;
      return;
    }
    this.length = Math.min(length, HEAD + VERSION_SIZE);
    const flags = this.memory[1];
    this.broker = (flags & BROKER) !== 0;
    this.meter = (flags & METER) !== 0;
    this.overwritten = (flags & OVERWRITTEN) !== 0;
    this.networkRestarts = flags >> RESTARTS;
  }

  /** Keeps it as it is now. */
  keep(): void {
    const flags: u8 = (this.broker ? BROKER : 0) | (this.meter ? METER : 0) | (this.overwritten ? OVERWRITTEN : 0);
    this.memory[0] = FORMAT;
    this.memory[1] = flags | (this.networkRestarts << RESTARTS);
    update.keepNote(this.memory.subarray(0, this.length));
  }

  /** The device is about to restart to get its network back. */
  countNetworkRestart(): void {
    this.networkRestarts = Math.min(this.networkRestarts + 1, MOST_RESTARTS);
    this.keep();
  }

  /** The version that was rolled back last; empty where none was. */
  failed(): Bytes {
    return this.memory.subarray(HEAD, this.length);
  }

  /** Notes a version that was rolled back; an empty one for none. */
  setFailed(version: Bytes): void {
    if (version.length <= VERSION_SIZE && !sameBytes(version, this.failed())) {
      this.memory.set(version, HEAD);
      this.length = HEAD + version.length;
      this.keep();
    }
  }
}
