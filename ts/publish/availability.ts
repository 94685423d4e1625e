/** Whether the device and its meter are there, on topics that the broker keeps. */

import { Writer, utf8, type Bytes } from "ts2c";
import * as broker from "#platform/broker";
import { type Settings } from "../settings/settings.ts";
import { rootTopic } from "../simulator/simulated.ts";

const ONLINE: Bytes = utf8("online");
const OFFLINE: Bytes = utf8("offline");

/**
 * `<root>/availability/device` is `online`, and `offline` by the device itself or by its last will;
 * `<root>/availability/meter` is `online` while telegrams come. Both are retained. As the original P1 meter, there is
 * neither.
 */
export class Availability {
  private readonly settings: Settings;
  private readonly deviceBuffer: Uint8Array = new Uint8Array(96);
  private readonly meterBuffer: Uint8Array = new Uint8Array(96);
  /** The topics of the connection that stands: the root topic may have changed since. */
  private readonly device: Writer = new Writer(this.deviceBuffer);
  private readonly meter: Writer = new Writer(this.meterBuffer);
  private shown: boolean = false;
  private deviceDue: boolean = false;
  private meterDue: boolean = false;
  /** What was last said of the meter. */
  private meterOnline: boolean = false;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** Before a connection begins: what the broker shall say when it breaks. */
  prepare(): void {
    this.shown = !this.settings.on("original");
    this.device.clear();
    this.meter.clear();
    if (this.shown) {
      this.device.bytes(rootTopic(this.settings));
      this.device.text("/availability/device");
      this.meter.bytes(rootTopic(this.settings));
      this.meter.text("/availability/meter");
    }
    broker.lastWill(this.device.view(), OFFLINE);
  }

  /** The broker is connected anew. */
  renew(): void {
    this.deviceDue = this.shown;
    this.meterDue = this.shown;
  }

  /** Sends what is due, or what changed about the meter. False when the broker takes nothing now. */
  tick(meterOnline: boolean): boolean {
    if (this.meterOnline !== meterOnline) {
      this.meterOnline = meterOnline;
      this.meterDue = this.shown;
    }
    if (this.meterDue && !broker.publish(this.meter.view(), meterOnline ? ONLINE : OFFLINE, true, 1)) {
      return false;
    }
    this.meterDue = false;
    if (this.deviceDue && !broker.publish(this.device.view(), ONLINE, true, 1)) {
      return false;
    }
    this.deviceDue = false;
    return true;
  }

  /** The device is about to end the connection, which makes no last will. */
  leave(): void {
    if (this.shown) {
      broker.publish(this.device.view(), OFFLINE, true, 1);
    }
  }
}
