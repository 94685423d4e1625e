/** The button of the board: pressed for a moment, or held. */

import { u32, utf8 } from "ts2c";
import * as log from "#platform/log";
import * as system from "#platform/system";
import { type Configuration } from "./configuration.ts";
import { type Lights } from "./lights/lights.ts";
import { type AccessPoint } from "./network/access-point.ts";
import { type Login } from "./portal/login.ts";

/** How long it has to be held, in milliseconds. */
const HELD_MS = 10000;

/** What was done with it: `pressed`: for less than ten seconds, and let go. `held`: it is being held so long. */
type ButtonEvent = "none" | "pressed" | "held";

/** Watches it. Whoever presses it has the device in his hands. */
export class Button {
  private readonly configuration: Configuration;
  private readonly login: Login;
  private readonly accessPoint: AccessPoint;
  private readonly lights: Lights;
  /** Where nothing pulls the pin up it seems to be pressed for ever: it counts from when it was seen free. */
  private wasFree: boolean = false;
  private isDown: boolean = false;
  private downSince: u32 = 0;

  constructor(configuration: Configuration, login: Login, accessPoint: AccessPoint, lights: Lights) {
    this.configuration = configuration;
    this.login = login;
    this.accessPoint = accessPoint;
    this.lights = lights;
  }

  tick(now: u32): void {
    switch (this.look(now)) {
      case "pressed":
        this.lights.showScene("identify", now);
        this.login.claim(now);
        this.accessPoint.start(now);
        break;
      case "held":
        log.write("warning", utf8("The button was held for ten seconds: Wi-Fi and password are forgotten."));
        this.configuration.forget();
        this.login.passwordChanged();
        this.login.claim(now);
        this.accessPoint.start(now);
        break;
      case "none":
        break;
    }
  }

  private look(now: u32): ButtonEvent {
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
