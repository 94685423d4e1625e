/** Sends what the simulator makes, at a meter's pace. */

import { u32, utf8, type Bytes, type range } from "ts2c";
import * as clock from "#platform/clock";
import * as log from "#platform/log";
import * as serial from "#platform/serial";
import { type DeviceCounters } from "../publish/counters.ts";
import { type Settings } from "../settings/settings.ts";
import { Noise, faultAt, type Fault } from "./faults.ts";
import { isSimulated } from "./simulated.ts";
import { Simulator, profileAt } from "./simulator.ts";

/** How many telegrams a burst has. */
const BURST = 3;

/** The built-in meter, by setting or jumper. */
export class Sender {
  private readonly settings: Settings;
  private readonly counters: DeviceCounters;
  private readonly simulator: Simulator = new Simulator();
  private readonly noise: Noise = new Noise();
  /** When the last telegram was sent. */
  private sentAt: u32 = 0;

  constructor(settings: Settings, counters: DeviceCounters) {
    this.settings = settings;
    this.counters = counters;
  }

  /** Begins anew; the first telegram is sent at once. */
  start(seed: u32, now: u32): void {
    this.simulator.seed(seed);
    this.noise.seed(seed);
    this.sentAt = u32(now - this.period() * 1000);
  }

  private period(): range<1, 3600> {
    return Math.max(1, Math.min(this.settings.number("simulator_period"), 3600));
  }

  /** Sends a telegram when it is time for one: then it is true. When the line is not free, the next one is sent. */
  tick(now: u32): boolean {
    const period = this.period();
    if (!isSimulated(this.settings) || u32(now - this.sentAt) < period * 1000) {
      return false;
    }
    // By the meter's own pace, however late this tick is; but a simulator that stood still does not catch up.
    const late = u32(now - this.sentAt);
    this.sentAt = late < period * 2000 ? u32(this.sentAt + period * 1000) : now;
    const fault = faultAt(this.settings.number("simulator_fault"));
    if (fault === "silence") {
      return false;
    }
    if (fault === "noise") {
      serial.write(this.noise.next());
    }
    let sent = this.send(period, fault);
    for (let more = 1; more < BURST && fault === "burst"; more++) {
      sent = this.send(0, fault) && sent;
    }
    if (!sent) {
      log.write("warning", utf8("The TX line is busy: a simulated telegram was left out."));
    }
    return sent;
  }

  /** Sends the telegram that follows `seconds` after the one before. */
  private send(seconds: range<0, 3600>, fault: Fault): boolean {
    const telegram = this.simulator.next(profileAt(this.settings.number("simulator_profile")), seconds, clock.utc());
    this.counters.simulated = u32(this.counters.simulated + 1);
    if (fault === "crc") {
      this.simulator.spoil();
    }
    const bytes: Bytes = fault === "cut" ? telegram.subarray(0, telegram.length >> 1) : telegram;
    const sent = serial.write(bytes);
    if (sent) {
      this.counters.sent = u32(this.counters.sent + 1);
    }
    return sent;
  }
}
