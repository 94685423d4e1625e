/** Sends what the simulator makes, at a meter's pace. */

import { u32, utf8, type range } from "ts2c";
import * as clock from "#platform/clock";
import * as log from "#platform/log";
import * as serial from "#platform/serial";
import { type DeviceCounters } from "../publish/counters.ts";
import { type Settings } from "../settings/settings.ts";
import { Simulator, profileAt } from "./simulator.ts";

/** The built-in meter, by setting. */
export class Sender {
  private readonly settings: Settings;
  private readonly counters: DeviceCounters;
  private readonly simulator: Simulator = new Simulator();
  /** When the last telegram was sent. */
  private sentAt: u32 = 0;

  constructor(settings: Settings, counters: DeviceCounters) {
    this.settings = settings;
    this.counters = counters;
  }

  /** Begins anew; the first telegram is sent at once. */
  start(seed: u32, now: u32): void {
    this.simulator.seed(seed);
    this.sentAt = u32(now - this.period() * 1000);
  }

  private period(): range<1, 3600> {
    return Math.max(1, Math.min(this.settings.number("simulator_period"), 3600));
  }

  /** Sends a telegram when it is time for one: then it is true. When the line is not free, the next one is sent. */
  tick(now: u32): boolean {
    const period = this.period();
    if (!this.settings.on("simulator") || u32(now - this.sentAt) < period * 1000) {
      return false;
    }
    // By the meter's own pace, however late this tick is; but a simulator that stood still does not catch up.
    const late = u32(now - this.sentAt);
    this.sentAt = late < period * 2000 ? u32(this.sentAt + period * 1000) : now;
    const telegram = this.simulator.next(profileAt(this.settings.number("simulator_profile")), period, clock.utc());
    this.counters.simulated = u32(this.counters.simulated + 1);
    if (serial.write(telegram)) {
      this.counters.sent = u32(this.counters.sent + 1);
      return true;
    }
    log.write("warning", utf8("The TX line is busy: a simulated telegram was left out."));
    return false;
  }
}
