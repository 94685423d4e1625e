/** The button of the board: pressed for a moment, or held. */

import { u32 } from "ts2c";
import * as system from "#platform/system";

/** How long it has to be held, in milliseconds. */
const HELD_MS = 10000;

/** What was done with it: `pressed`: for less than ten seconds, and let go. `held`: it is being held so long. */
export type ButtonEvent = "none" | "pressed" | "held";

/** Watches it. */
export class Button {
  /** Where nothing pulls the pin up it seems to be pressed for ever: it counts from when it was seen free. */
  private wasFree: boolean = false;
  private isDown: boolean = false;
  private downSince: u32 = 0;

  tick(now: u32): ButtonEvent {
    if (!system.button()) {
      const wasPressed = this.isDown;
      this.isDown = false;
      this.wasFree = true;
      return wasPressed ? "pressed" : "none";
    }
    if (this.wasFree && !this.isDown) {
      this.wasFree = false;
      this.isDown = true;
      this.downSince = now;
    }
    if (this.isDown && u32(now - this.downSince) >= HELD_MS) {
      this.isDown = false;
      return "held";
    }
    return "none";
  }
}
