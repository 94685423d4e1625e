/** A new image is on trial: it is confirmed when it has shown that it works, else a restart goes back to the one before. */

import { type Writer, u32, utf8, type Bytes } from "ts2c";
import * as log from "#platform/log";
import * as update from "#platform/update";
import { sameBytes } from "../bytes.ts";
import { type Presence } from "../meter/presence.ts";
import { type Network } from "../network/network.ts";
import { type Connection } from "../publish/connection.ts";
import { type Scratch } from "../scratch.ts";
import { VERSION_SIZE, type Note } from "./note.ts";

/** Where what should work is down, which may be others' fault, so long without a crash is enough, in milliseconds. */
const PATIENCE_MS = 600000;
/** What worked so long before an update has to work again after it, in milliseconds. */
const LATELY_MS = 60000;
/** When the flash has not kept it that the image stays, it is asked again, in milliseconds. */
const AGAIN_MS = 60000;

/** Whether something worked lately. */
class Sighting {
  private ever: boolean = false;
  private at: u32 = 0;

  tick(works: boolean, now: u32): void {
    if (works) {
      this.ever = true;
      this.at = now;
    } else if (u32(now - this.at) > LATELY_MS) {
      this.ever = false; // The clock goes round.
    }
  }

  wasLately(): boolean {
    return this.ever;
  }
}

/** The trial of the running image, and what became of the one before. */
export class Trial {
  private readonly network: Network;
  private readonly connection: Connection;
  private readonly presence: Presence;
  readonly note: Note;
  private readonly broker: Sighting = new Sighting();
  private readonly meter: Sighting = new Sighting();
  private running: boolean = false;
  private since: u32 = 0;
  /** Whether and when the flash was asked to keep the image. */
  private asked: boolean = false;
  private askedAt: u32 = 0;
  private wasRolledBack: boolean = false;
  private readonly versionMemory: Uint8Array = new Uint8Array(VERSION_SIZE);
  private versionLength: u32 = 0;
  private readonly line: Writer;

  constructor(network: Network, connection: Connection, presence: Presence, note: Note, scratch: Scratch) {
    this.line = scratch.out;
    this.network = network;
    this.connection = connection;
    this.presence = presence;
    this.note = note;
  }

  /** At power-up: tells what runs, and whether a newer image was rolled back. */
  start(now: u32): void {
    this.running = update.state() === "trial";
    this.since = now;
    this.note.load();
    const length = update.rolledBack(this.versionMemory);
    // What lies in the other slot may have been begun after the rollback.
    this.wasRolledBack = length > 0 && !this.note.overwritten;
    if (this.wasRolledBack) {
      this.note.setFailed(this.versionMemory.subarray(0, length));
    }
    this.versionLength = update.version(this.versionMemory);
    this.tellStart();
  }

  private tellStart(): void {
    this.line.clear();
    this.line.text("Firmware ");
    this.line.bytes(this.version());
    if (this.running) {
      this.line.text(" is on trial: it stays when ");
      this.line.text(wanted(this.note.broker, this.note.meter));
      this.line.text(", or after ten minutes without a crash.");
    } else {
      this.line.text(" runs.");
    }
    log.write("info", this.line.view());
    if (this.wasRolledBack) {
      this.line.clear();
      this.line.text("Firmware ");
      this.line.bytes(this.note.failed());
      this.line.text(" was rolled back: the device restarted before it was confirmed.");
      log.write("warning", this.line.view());
    }
  }

  /** The running image's version. */
  version(): Bytes {
    return this.versionMemory.subarray(0, this.versionLength);
  }

  /** Whether the running image is on trial still. */
  isRunning(): boolean {
    return this.running;
  }

  /** The version that was rolled back and still lies in the other slot; empty where none does. */
  rolledBack(): Bytes {
    return this.wasRolledBack ? this.note.failed() : this.versionMemory.subarray(0, 0);
  }

  /** Whether a version was the last one to be rolled back: only a person installs it again. */
  hasFailed(version: Bytes): boolean {
    return version.length > 0 && sameBytes(version, this.note.failed());
  }

  /** An image is about to be written over what lies in the other slot. */
  overwrite(): void {
    this.wasRolledBack = false;
    this.note.overwritten = true;
    this.note.keep();
  }

  /** An image is about to be installed: what works now has to work again with it. */
  remember(): void {
    this.note.broker = this.broker.wasLately();
    this.note.meter = this.meter.wasLately();
    this.note.overwritten = false;
    this.note.keep();
  }

  tick(now: u32): void {
    const broker = this.connection.connected();
    const meter = this.presence.isOnline();
    this.broker.tick(broker, now);
    this.meter.tick(meter, now);
    if (!this.running || (this.asked && u32(now - this.askedAt) < AGAIN_MS)) {
      return;
    }
    const works = this.network.isUp() && (broker || !this.note.broker) && (meter || !this.note.meter);
    if (works || this.asked || u32(now - this.since) >= PATIENCE_MS) {
      this.asked = true;
      this.askedAt = now;
      update.confirm();
    }
  }

  /** The flash has it that the running image stays: no power cut brings the one before back. */
  confirmed(): void {
    if (!this.running || !this.asked) {
      return;
    }
    this.running = false;
    if (this.hasFailed(this.version())) {
      this.note.setFailed(utf8(""));
    }
    log.write("info", utf8("The firmware is confirmed."));
  }
}

/** What a new image has to show, in words. */
function wanted(broker: boolean, meter: boolean): string {
  if (broker) {
    return meter ? "network, broker and meter work" : "network and broker work";
  }
  return meter ? "network and meter work" : "the network works";
}
