/** Whether the device is there, on a topic that the broker keeps. */

import { Writer, utf8, type Bytes } from "ts2c";
import * as broker from "#platform/broker";
import { type Settings } from "../settings/settings.ts";

const ONLINE: Bytes = utf8("online");
const OFFLINE: Bytes = utf8("offline");

/** `<root>/availability/device`: `online`, and `offline` by the device itself or by its last will. Retained. */
export class Availability {
  private readonly settings: Settings;
  private readonly buffer: Uint8Array = new Uint8Array(96);
  /** The topic of the connection that stands: the root topic may have changed since. */
  private readonly topic: Writer = new Writer(this.buffer);
  private due: boolean = false;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** Before a connection begins: what the broker shall say when it breaks. */
  prepare(): void {
    this.topic.clear();
    this.topic.bytes(this.settings.text("root_topic"));
    this.topic.text("/availability/device");
    broker.lastWill(this.topic.view(), OFFLINE);
  }

  /** The broker is connected anew. */
  renew(): void {
    this.due = true;
  }

  /** Sends what is due. False when the broker takes nothing now. */
  tick(): boolean {
    if (this.due && !broker.publish(this.topic.view(), ONLINE, true, 1)) {
      return false;
    }
    this.due = false;
    return true;
  }

  /** The device is about to end the connection, which makes no last will. */
  leave(): void {
    broker.publish(this.topic.view(), OFFLINE, true, 1);
  }
}
