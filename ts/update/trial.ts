/** A new image is on trial: it is confirmed when it has shown that it works, else a restart goes back to the one before. */

import { Writer, u32, utf8 } from "ts2c";
import * as log from "#platform/log";
import * as update from "#platform/update";

/** Without network or broker, which may be others' fault, so long without a crash is enough, in milliseconds. */
const PATIENCE_MS = 600000;

/** The trial of the running image. */
export class Trial {
  private running: boolean = false;
  private since: u32 = 0;
  private readonly versionBuffer: Uint8Array = new Uint8Array(32);
  private readonly lineBuffer: Uint8Array = new Uint8Array(192);
  private readonly line: Writer = new Writer(this.lineBuffer);

  /** At power-up: tells what runs, and whether a newer image was rolled back. */
  start(now: u32): void {
    this.running = update.state() === "trial";
    this.since = now;
    this.line.clear();
    this.line.text("Firmware ");
    this.line.bytes(this.versionBuffer.subarray(0, update.version(this.versionBuffer)));
    this.line.text(this.running ? " is on trial: it stays when network and broker work." : " runs.");
    log.write("info", this.line.view());
    const length = update.rolledBack(this.versionBuffer);
    if (length > 0) {
      this.line.clear();
      this.line.text("Firmware ");
      this.line.bytes(this.versionBuffer.subarray(0, length));
      this.line.text(" was rolled back: it did not get as far as network and broker.");
      log.write("warning", this.line.view());
    }
  }

  /** `works`: network and broker are connected. */
  tick(works: boolean, now: u32): void {
    if (this.running && (works || u32(now - this.since) >= PATIENCE_MS)) {
      this.running = false;
      update.confirm();
      log.write("info", utf8("The firmware is confirmed."));
    }
  }
}
