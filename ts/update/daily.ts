/** Once a day, at a time of its own for each device: else all of them would come to the server at once. */

import { type int } from "ts2c";
import * as clock from "#platform/clock";
import * as system from "#platform/system";

const DAY_S = 86400;

/** The days as they begin for this device. */
export class Daily {
  /** The day that was seen last; −1 before the time is known. */
  private day: int = -1;

  /** Whether another day has begun since the last call. Not so when the time becomes known. */
  hasBegun(): boolean {
    const utc = clock.utc();
    if (utc <= 0 || utc > 0xffffffffff) {
      return false;
    }
    const before = this.day;
    this.day = Math.trunc((utc + (system.chipId() % DAY_S)) / DAY_S);
    return before >= 0 && this.day !== before;
  }
}
