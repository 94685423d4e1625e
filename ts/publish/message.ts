/** One MQTT message in the making: from its beginning until it is sent, nobody else writes into the scratch. */

import { Writer, type Bytes, type range } from "ts2c";
import * as broker from "#platform/broker";
import { type Scratch } from "../scratch.ts";
import { type Settings } from "../settings/settings.ts";
import { rootTopic } from "../simulator/simulated.ts";

/** The message that is being written. */
export class Message {
  private readonly settings: Settings;
  private readonly topicBuffer: Uint8Array = new Uint8Array(192);
  /** The topic, from {@link begin} on with the root and `/`. */
  readonly topic: Writer = new Writer(this.topicBuffer);
  readonly payload: Writer;

  constructor(settings: Settings, scratch: Scratch) {
    this.settings = settings;
    this.payload = scratch.out;
  }

  /** Starts a message under the root topic. */
  begin(): void {
    this.beginBelow(rootTopic(this.settings));
  }

  /** Starts a message under another topic. */
  beginBelow(root: Bytes): void {
    this.topic.clear();
    this.payload.clear();
    this.topic.bytes(root);
    this.topic.text("/");
  }

  /** Whether topic and payload are complete. */
  complete(): boolean {
    return !this.topic.full() && !this.payload.full();
  }

  /** Hands the message to the broker, as the settings say. False when the broker takes nothing now. */
  send(): boolean {
    const retain = this.settings.on("retain") && !this.settings.on("original");
    return broker.publish(this.topic.view(), this.payload.view(), retain, this.qos());
  }

  /** Hands over a message that the broker keeps, whatever the settings say. */
  sendRetained(): boolean {
    return broker.publish(this.topic.view(), this.payload.view(), true, this.qos());
  }

  private qos(): range<0, 2> {
    return this.settings.on("original") ? 0 : Math.min(this.settings.number("qos"), 2);
  }
}
