/** New settings of the network or of the broker that don't work within two minutes are taken back. */

import { type u32 } from "ts2c";
import { groupOf } from "./groups.ts";
import { type Place } from "./list.ts";
import { LastGood } from "./last-good.ts";
import { type Settings } from "./settings.ts";

/** What came of a trial: the settings of the `network` or of the `broker` were taken back; or new ones are `proven`. */
export type Outcome = "nothing" | "network" | "broker" | "proven";

/** Watches both. */
export class Fallback {
  private readonly settings: Settings;
  private readonly network: LastGood;
  private readonly broker: LastGood;
  private wasUp: boolean = false;
  private wasConnected: boolean = false;
  /** The broker was there when the network changed: a network in which it is not is none that works. */
  private wantsBroker: boolean = false;

  constructor(settings: Settings, network: LastGood, broker: LastGood) {
    this.settings = settings;
    this.network = network;
    this.broker = broker;
  }

  /** The setting at `place` has another value. */
  changed(place: Place, now: u32): void {
    const group = groupOf(place);
    if (group === "network") {
      this.wantsBroker = this.wantsBroker || this.wasConnected;
      this.network.changed(now);
    } else if (group === "broker") {
      this.broker.changed(now);
    }
  }

  /** `isWifi`: the network needs a name. Says whose settings are the old ones again. */
  tick(isWifi: boolean, isUp: boolean, isConnected: boolean, now: u32): Outcome {
    let isProven = false;
    if (isConnected) {
      isProven = this.broker.works(!this.wasConnected);
    } else if (this.settings.text("broker_host").length === 0) {
      isProven = this.broker.forget();
    }
    if (isUp && (isConnected || !this.wantsBroker || this.broker.isOnTrial())) {
      isProven = this.network.works(!this.wasUp) || isProven;
      this.wantsBroker = false;
    } else if (isWifi && this.settings.text("wifi_name").length === 0) {
      isProven = this.network.forget() || isProven;
    }
    this.wasUp = isUp;
    this.wasConnected = isConnected;
    if (!isUp) {
      this.broker.hold(now);
    }
    if (this.network.isOver(now)) {
      this.wantsBroker = false;
      this.network.restore();
      return "network";
    }
    if (this.broker.isOver(now)) {
      this.broker.restore();
      return "broker";
    }
    return isProven ? "proven" : "nothing";
  }
}
