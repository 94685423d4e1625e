/** What the device counts, under one name each. */

import { type u32 } from "ts2c";
import { type Guard } from "./meter/guard.ts";
import { type MeterTime } from "./meter/meter-time.ts";
import { type Presence } from "./meter/presence.ts";
import { type Counters } from "./p1/counters.ts";
import { type DeviceCounters } from "./publish/counters.ts";

/**
 * What the device counts since start: telegrams with a right CRC; telegrams written to the TX line; publications;
 * telegrams that were refused; lines of good telegrams that gave no reading; telegrams that the simulator made; totals that
 * were held back because they can't be; how often the meter fell silent; quarter hours that fell out of the history;
 * telegrams of the meter that were repeated on the second port.
 */
export type Counter =
  | "received"
  | "sent"
  | "published"
  | "errors"
  | "skipped-lines"
  | "simulated"
  | "held-back"
  | "silences"
  | "history-lost"
  | "repeated";

/** The counters, wherever they are kept. */
export class Counts {
  readonly telegrams: Counters;
  readonly counters: DeviceCounters;
  readonly guard: Guard;
  readonly presence: Presence;
  readonly meterTime: MeterTime;

  constructor(telegrams: Counters, counters: DeviceCounters, guard: Guard, presence: Presence, meterTime: MeterTime) {
    this.telegrams = telegrams;
    this.counters = counters;
    this.guard = guard;
    this.presence = presence;
    this.meterTime = meterTime;
  }

  count(which: Counter): u32 {
    switch (which) {
      case "received":
        return this.telegrams.telegrams;
      case "sent":
        return this.counters.sent;
      case "published":
        return this.counters.published;
      case "errors":
        return this.telegrams.failures();
      case "skipped-lines":
        return this.telegrams.skippedLines;
      case "simulated":
        return this.counters.simulated;
      case "held-back":
        return this.guard.heldBack;
      case "silences":
        return this.presence.silences;
      case "history-lost":
        return this.counters.historyLost;
      case "repeated":
        return this.counters.repeated;
    }
  }
}
