/** Tells Home Assistant of the device and everything that it publishes: MQTT discovery. */

import { u32, utf8, type Bytes, type range, type u8 } from "ts2c";
import * as broker from "#platform/broker";
import { sameBytes } from "../bytes.ts";
import { FIGURES, FIGURE_COUNT } from "../publish/figures.ts";
import { PLACES, type Kept } from "../publish/kept.ts";
import { type Message } from "../publish/message.ts";
import { type Statistics } from "../publish/statistics.ts";
import { type Settings } from "../settings/settings.ts";
import { Entity } from "./entity.ts";
import { type Identity } from "./identity.ts";
import { describeReading } from "./readings.ts";

/** Whether the meter is there, and the commands that are buttons. */
const EXTRAS = 4;

/** Home Assistant listens to the states of new entities after so many milliseconds: what came before, it missed. */
const SETTLED_MS = 5000;

/** How much of the meter's identification is its model. */
const MODEL_SIZE = 64;

/** Sends a retained message for each entity, and an empty one for each that is no longer wanted. */
export class Discovery {
  private readonly settings: Settings;
  private readonly message: Message;
  private readonly kept: Kept;
  private readonly statistics: Statistics;
  private readonly entity: Entity;
  private readonly identity: Identity;
  private readonly modelBuffer: Uint8Array = new Uint8Array(MODEL_SIZE);
  private modelLength: u8 = 0;
  private subscribed: boolean = false;
  /** Whether Home Assistant was told of anything, by the run before too, so that there is something to remove. */
  private told: boolean = false;
  /** The places of the next figure and of the next extra. */
  private figure: range<0, typeof FIGURE_COUNT> = FIGURE_COUNT;
  private extra: range<0, typeof EXTRAS> = EXTRAS;
  /** Whether Home Assistant misses states, and since when it is told of all entities. */
  private missing: boolean = false;
  private settledAt: u32 = 0;

  constructor(entity: Entity, kept: Kept, statistics: Statistics) {
    this.settings = entity.settings;
    this.message = entity.message;
    this.kept = kept;
    this.statistics = statistics;
    this.entity = entity;
    this.identity = entity.identity;
  }

  /** The settings are there. With these the run before told of everything, wherever others come before a connection. */
  start(): void {
    if (this.isOn()) {
      this.identity.adopt();
      this.told = true;
    }
  }

  private isOn(): boolean {
    return this.settings.on("discovery") && !this.settings.on("original");
  }

  /** The broker is connected anew: everything is told again. */
  connect(): void {
    this.subscribed = false;
    this.renew();
  }

  /** Everything is told again, since settings changed or Home Assistant has started. */
  renew(): void {
    this.figure = 0;
    this.extra = 0;
    for (const reading of this.kept.readings) {
      reading.announced = false;
    }
  }

  /** A reading is to have another topic: what was told of it is taken back. */
  move(code: u32): void {
    if (this.told) {
      this.kept.leave(code);
    }
  }

  /** Another meter speaks from now on: what was told of the last one's readings is taken back. */
  forgetMeter(): void {
    for (const reading of this.kept.readings) {
      reading.leave();
    }
    if (!this.told) {
      this.kept.dropLeaving();
    }
    this.modelLength = 0;
    this.renew();
  }

  /** A message from the broker: Home Assistant's birth message is why everything is told again. */
  onMessage(topic: Bytes, payload: Bytes): void {
    if (sameBytes(topic, this.identity.birthTopic()) && sameBytes(payload, utf8("online"))) {
      this.renew();
    }
  }

  /** The meter's identification is the device's model. */
  meter(identification: Bytes): void {
    const model = identification.subarray(0, MODEL_SIZE);
    if (sameBytes(model, this.model())) {
      return;
    }
    const length = model.length;
    if (length <= MODEL_SIZE) {
      this.modelBuffer.set(model, 0);
      this.modelLength = length;
      this.renew();
    }
  }

  private model(): Bytes {
    return this.modelBuffer.subarray(0, this.modelLength);
  }

  /** Sends what is due. False when the broker takes nothing now. */
  tick(now: u32): boolean {
    const current = this.identity.isCurrent();
    if (!current && !this.told) {
      this.identity.adopt();
      this.connect();
      return true;
    }
    const wanted = current && this.isOn();
    if (!wanted && !this.told) {
      return true;
    }
    if (!this.subscribe() || !this.sendFigures(wanted, now) || !this.sendExtras(wanted, now)) {
      return false;
    }
    if (!this.withdrawReadings(now) || !this.sendReadings(wanted, now)) {
      return false;
    }
    // Which readings the run before told of shows when the meter speaks.
    this.told = wanted || (current && this.modelLength === 0);
    return true;
  }

  /** Whether it is time to publish all states again, because Home Assistant may have missed them. Says so once. */
  missesStates(now: u32): boolean {
    if (!this.missing || u32(now - this.settledAt) < SETTLED_MS) {
      return false;
    }
    this.missing = false;
    return true;
  }

  private subscribe(): boolean {
    if (!this.subscribed && !broker.subscribe(this.identity.birthTopic())) {
      return false;
    }
    this.subscribed = true;
    return true;
  }

  private sendFigures(wanted: boolean, now: u32): boolean {
    while (this.figure < FIGURE_COUNT) {
      const { name, behaves, deviceClass, unit, shown } = FIGURES[this.figure];
      const entity = this.entity;
      entity.begin("sensor", utf8(name));
      const exists = wanted && this.statistics.has(this.figure);
      if (exists) {
        entity.open(utf8(name));
        entity.topic("state_topic", "/sensor/", utf8(name), "");
        entity.text("unit_of_measurement", unit);
        entity.manner(behaves, shown, deviceClass);
        entity.expires(this.settings.number("interval_statistics"));
        entity.end("device", this.model());
      }
      if (!this.send(exists, now)) {
        return false;
      }
      this.figure = this.figure + 1;
    }
    return true;
  }

  private sendExtras(wanted: boolean, now: u32): boolean {
    while (this.extra < EXTRAS) {
      switch (this.extra) {
        case 0:
          this.writeMeter(wanted);
          break;
        case 1:
          this.writeButton(wanted, "resend", "");
          break;
        case 2:
          this.writeButton(wanted, "restart", "restart");
          break;
        default:
          this.writeButton(wanted, "identify", "identify");
          break;
      }
      if (!this.send(wanted, now)) {
        return false;
      }
      this.extra = this.extra + 1;
    }
    return true;
  }

  /** Whether telegrams come. */
  private writeMeter(wanted: boolean): void {
    const entity = this.entity;
    entity.begin("binary_sensor", utf8("meter"));
    if (wanted) {
      entity.open(utf8("meter"));
      entity.topic("state_topic", "/availability/meter", utf8(""), "");
      entity.text("payload_on", "online");
      entity.text("payload_off", "offline");
      entity.text("device_class", "connectivity");
      entity.text("entity_category", "diagnostic");
      entity.end("device", this.model());
    }
  }

  /** A command; one without a device class gets a picture. */
  private writeButton(wanted: boolean, command: string, deviceClass: string): void {
    const entity = this.entity;
    entity.begin("button", utf8(command));
    if (wanted) {
      entity.open(utf8(command));
      entity.topic("command_topic", "/command", utf8(""), "");
      entity.text("payload_press", command);
      entity.text("device_class", deviceClass);
      entity.text("icon", deviceClass === "" ? "mdi:refresh" : "");
      entity.text("entity_category", "config");
      entity.end("device", this.model());
    }
  }

  /** Before new ones are told: one of them may have the name of one that leaves. */
  private withdrawReadings(now: u32): boolean {
    for (let i = 0; i < PLACES; i++) {
      if (this.kept.readings[i].leaving) {
        this.entity.begin("sensor", this.kept.nameOf(i));
        if (!this.send(false, now)) {
          return false;
        }
        this.kept.drop(i);
      }
    }
    return true;
  }

  private sendReadings(wanted: boolean, now: u32): boolean {
    for (let i = 0; i < PLACES; i++) {
      const reading = this.kept.readings[i];
      if (!reading.used || reading.announced) {
        continue;
      }
      const name = this.kept.nameOf(i);
      const exists = wanted && !reading.leftOut;
      this.entity.begin("sensor", name);
      if (exists) {
        this.entity.open(name);
        describeReading(this.entity, reading, this.kept.topicOf(i), name, this.kept.textOf(reading));
        const interval = Math.max(this.settings.number("interval_all"), this.settings.number("interval_min"));
        this.entity.expires(interval);
        this.entity.end("device-and-meter", this.model());
      }
      if (!this.send(exists, now)) {
        return false;
      }
      reading.announced = true;
    }
    return true;
  }

  private send(exists: boolean, now: u32): boolean {
    if (!this.message.sendRetained()) {
      return false;
    }
    if (exists) {
      this.told = true;
      this.missing = true;
      this.settledAt = now;
    }
    return true;
  }
}
