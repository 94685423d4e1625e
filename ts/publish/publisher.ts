/** What is published when. */

import { Writer, u32, utf8, type Bytes, type range } from "ts2c";
import * as log from "#platform/log";
import { sameBytes } from "../bytes.ts";
import { type Meter } from "../meter/meter.ts";
import { writeJsonUnit, writeTopicUnit } from "../meter/write.ts";
import { StagedReading, type Staging } from "../p1/staging.ts";
import { NO_TIME, writeTime } from "../p1/timestamp.ts";
import { type Settings } from "../settings/settings.ts";
import { Kept, PLACES, TOPIC_SIZE } from "./kept.ts";
import { type Message } from "./message.ts";
import { type DeviceCounters } from "./statistics.ts";
import { writeJsonValue, writeValue } from "./value.ts";

/** Stands for the meter's identification, which has no OBIS code. */
const IDENTIFICATION: u32 = 0xffffffff;

/** Publishes the readings, in publications that are at least a while apart, as one message each and, by setting, as JSON. */
export class Publisher {
  private readonly kept: Kept = new Kept();
  private readonly settings: Settings;
  private readonly meter: Meter;
  private readonly message: Message;
  private readonly counters: DeviceCounters;
  private readonly identification: StagedReading = new StagedReading();
  private readonly topicBuffer: Uint8Array = new Uint8Array(TOPIC_SIZE);
  private readonly topic: Writer = new Writer(this.topicBuffer);
  /** Whether a publication has begun and is not at its end. */
  private running: boolean = false;
  /** When the last publication began. */
  private began: u32 = 0;
  /** Whether {@link began} counts: there was a publication since the broker was connected. */
  private hasBegun: boolean = false;
  /** When everything was last made due. */
  private renewed: u32 = 0;
  /** How many readings the JSON array in the message has. */
  private inArray: range<0, 97> = 0;

  constructor(settings: Settings, meter: Meter, message: Message, counters: DeviceCounters) {
    this.settings = settings;
    this.meter = meter;
    this.message = message;
    this.counters = counters;
  }

  /** The broker is connected anew, and knows nothing: everything is to be sent, at once. */
  renew(now: u32): void {
    this.running = false;
    this.hasBegun = false;
    this.renewed = now;
    for (const reading of this.kept.readings) {
      reading.published = false;
      reading.clearDue();
    }
  }

  /**
   * Keeps a good telegram's readings, which the meter has learned from, and notes which are to be sent though they did not
   * change.
   */
  take(staging: Staging, identification: Bytes, now: u32): void {
    this.kept.begin();
    this.identification.code = IDENTIFICATION;
    this.identification.kind = "text";
    let place = this.kept.keep(this.identification, utf8("equipment/identification"), identification, 0);
    for (let i = 0; i < staging.count && i < staging.readings.length; i++) {
      const reading = staging.readings[i];
      this.topic.clear();
      this.meter.writeTopic(this.topic, staging, reading);
      const hint = Math.min(place + 1, PLACES - 1);
      place = this.kept.keep(reading, this.topic.view(), staging.textOf(reading), hint);
    }
    const interval = u32.clamp(this.settings.number("interval_all") * 1000);
    const all = u32(now - this.renewed) >= interval;
    if (all) {
      this.renewed = now;
    }
    if (all || !this.settings.on("changed_only")) {
      this.kept.forgetPublished();
    }
  }

  /** Begins a publication when it is time, and sends what the broker takes. False when it takes no more now. */
  tick(now: u32): boolean {
    if (!this.running && this.isTime(now)) {
      this.begin(now);
    }
    if (!this.running) {
      return true;
    }
    if (!this.sendReadings() || !this.sendJson()) {
      return false;
    }
    this.running = false;
    this.counters.published = u32(this.counters.published + 1);
    return true;
  }

  /** Whether the last publication is long enough ago, and something to be sent. */
  private isTime(now: u32): boolean {
    const interval = u32.clamp(this.settings.number("interval_min") * 1000);
    if (this.hasBegun && u32(now - this.began) < interval) {
      return false;
    }
    for (const reading of this.kept.readings) {
      if (reading.used && reading.changed()) {
        return true;
      }
    }
    return false;
  }

  private begin(now: u32): void {
    this.running = true;
    this.hasBegun = true;
    this.began = now;
    const json = this.settings.on("publish_as_json");
    for (const reading of this.kept.readings) {
      if (reading.used && reading.changed()) {
        reading.valueDue = true;
        reading.timeDue = reading.kind === "number" && reading.time !== NO_TIME;
        reading.jsonDue = json;
      }
    }
  }

  private sendReadings(): boolean {
    for (let i = 0; i < PLACES; i++) {
      const reading = this.kept.readings[i];
      if (reading.valueDue && !reading.changed()) {
        // It went back to what is published while the broker took nothing.
        reading.clearDue();
      }
      if (this.kept.readings[i].valueDue && !this.sendValue(i)) {
        return false;
      }
      if (this.kept.readings[i].timeDue && !this.sendTime(i)) {
        return false;
      }
    }
    return true;
  }

  private sendValue(index: range<0, 96>): boolean {
    const reading = this.kept.readings[index];
    this.message.begin();
    this.message.topic.bytes(this.kept.topicOf(index));
    writeValue(this.message.payload, reading, this.kept.textOf(reading));
    if (!this.message.complete()) {
      this.tellTooLong();
    } else if (!this.message.send()) {
      return false;
    }
    reading.valueDue = false;
    reading.markPublished();
    return true;
  }

  /** When the value was read, on a topic of its own: `total/gas_meter_time` beside `total/gas_meter_m3`. */
  private sendTime(index: range<0, 96>): boolean {
    const reading = this.kept.readings[index];
    this.message.begin();
    this.message.topic.bytes(this.nameOf(index));
    this.message.topic.text("_time");
    writeTime(this.message.payload, reading.time);
    if (!this.message.send()) {
      return false;
    }
    reading.timeDue = false;
    return true;
  }

  /** The topic of a reading without its unit. */
  private nameOf(index: range<0, 96>): Bytes {
    const reading = this.kept.readings[index];
    const topic = this.kept.topicOf(index);
    this.topic.clear();
    this.topic.text("_");
    writeTopicUnit(this.topic, reading.unit, this.kept.textOf(reading));
    const unit = this.topic.view();
    if (unit.length > 1 && unit.length <= topic.length) {
      const end = topic.length - unit.length;
      if (sameBytes(topic.subarray(end), unit)) {
        return topic.subarray(0, end);
      }
    }
    return topic;
  }

  /** Sends the JSON array; where a message has no room for all of it, the rest as another one. */
  private sendJson(): boolean {
    let from: range<0, 97> = 0;
    while (from < PLACES) {
      const next = this.writeArray(from);
      if (this.inArray > 0 && !this.message.send()) {
        return false;
      }
      for (let i = from; i < next && i < PLACES; i++) {
        this.kept.readings[i].jsonDue = false;
      }
      from = next;
    }
    return true;
  }

  /** Writes the array of the due readings from a place on. Returns the place of the first for which there is no room. */
  private writeArray(from: range<0, 96>): range<1, 97> {
    const payload = this.message.payload;
    this.message.begin();
    this.message.topic.text("json");
    this.inArray = 0;
    payload.text("[");
    for (let i = from; i < PLACES; i++) {
      if (!this.kept.readings[i].jsonDue) {
        continue;
      }
      const start = payload.mark();
      if (this.inArray > 0) {
        payload.text(",");
      }
      this.writeObject(i);
      const end = payload.mark();
      payload.text("]");
      if (payload.full()) {
        payload.reset(start);
        payload.text("]");
        if (this.inArray > 0) {
          return Math.max(i, 1);
        }
        this.tellTooLong();
        return i + 1;
      }
      payload.reset(end);
      this.inArray = Math.min(this.inArray + 1, PLACES);
    }
    payload.text("]");
    return PLACES;
  }

  private writeObject(index: range<0, 96>): void {
    const payload = this.message.payload;
    const reading = this.kept.readings[index];
    const text = this.kept.textOf(reading);
    payload.text('{"meter":');
    payload.jsonString(this.kept.topicOf(index));
    payload.text(',"reading":');
    writeJsonValue(payload, reading, text);
    payload.text(',"unit":');
    writeJsonUnit(payload, reading.unit, text);
    if (reading.kind === "number" && reading.time !== NO_TIME) {
      payload.text(',"time":"');
      writeTime(payload, reading.time);
      payload.text('"');
    }
    payload.text("}");
  }

  private tellTooLong(): void {
    log.write("warning", utf8("A reading is longer than an MQTT message may be here: it is not published."));
  }
}
