/** The meter's clock beside the device's, which it sets where no server does. */

import { u32, type int } from "ts2c";
import * as clock from "#platform/clock";
import { type Staging } from "../p1/staging.ts";
import { NO_TIME } from "../p1/timestamp.ts";
import { type Settings } from "../settings/settings.ts";
import { isSimulated } from "../simulator/simulated.ts";
import { meterTime } from "./moment.ts";

/** How the meter's clock goes, as of its last good telegram. */
export class MeterTime {
  private readonly settings: Settings;
  private ahead: int = 0;
  private known: boolean = false;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** Takes a good telegram. */
  take(staging: Staging): void {
    const meter = meterTime(staging);
    const device = u32.clamp(clock.utc());
    this.known = meter !== NO_TIME && device !== 0;
    if (this.known) {
      this.ahead = meter - device;
    } else if (meter !== NO_TIME && !isSimulated(this.settings)) {
      clock.assume(meter);
    }
  }

  /** Whether both clocks tell the time. */
  isKnown(): boolean {
    return this.known;
  }

  /** How many seconds the meter's clock is ahead of the device's; negative when it is behind. */
  secondsAhead(): int {
    return this.ahead;
  }
}
