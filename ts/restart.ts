/** A restart that somebody asked for is announced half a minute before, and can be cancelled until then. */

import { u32, utf8, type range } from "ts2c";
import * as log from "#platform/log";
import * as system from "#platform/system";
import { type Lights } from "./lights/lights.ts";

const NOTICE_MS = 30000;

/** Counts down to a restart. */
export class Restart {
  private readonly lights: Lights;
  private announced: boolean = false;
  private since: u32 = 0;

  constructor(lights: Lights) {
    this.lights = lights;
  }

  /** Announces it. Who asks again does not wait longer. */
  ask(now: u32): void {
    if (!this.announced) {
      this.announced = true;
      this.since = now;
      this.lights.showScene("restart", now);
      log.write("warning", utf8("The device restarts in 30 seconds. The command cancel prevents it."));
    }
  }

  /** The device goes on. */
  cancel(now: u32): void {
    if (this.announced) {
      this.announced = false;
      this.lights.showScene("none", now);
      log.write("info", utf8("The restart is cancelled."));
    }
  }

  /** The seconds until it restarts; −1 where it does not. */
  secondsLeft(now: u32): range<-1, 30> {
    return this.announced ? Math.trunc((NOTICE_MS - Math.min(u32(now - this.since), NOTICE_MS)) / 1000) : -1;
  }

  /** Restarts when the time has come. */
  tick(now: u32): void {
    if (this.announced && u32(now - this.since) >= NOTICE_MS) {
      this.announced = false;
      log.write("info", utf8("The device restarts."));
      system.restart();
    }
  }
}
