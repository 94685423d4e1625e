/** What is published when. */

import { Writer, u32, utf8, type Bytes, type range } from "ts2c";
import * as log from "#platform/log";
import { type Entry } from "../meter/catalogue.ts";
import { type Meter } from "../meter/meter.ts";
import { writeJsonUnit } from "../meter/write.ts";
import { PARTS, writePart } from "../neighbours/dsmr-reader.ts";
import { obisCode } from "../p1/obis.ts";
import { StagedReading, type Staging } from "../p1/staging.ts";
import { NO_TIME, writeTime } from "../p1/timestamp.ts";
import { CODES } from "../settings/codes.ts";
import { type Settings } from "../settings/settings.ts";
import { Kept, PLACES, TOPIC_SIZE } from "./kept.ts";
import { isLeftOut } from "./left-out.ts";
import { type Message } from "./message.ts";
import { Pace } from "./pace.ts";
import { type DeviceCounters } from "./counters.ts";
import { writeTopic } from "./topic.ts";
import { writeJsonValue, writeValue } from "./value.ts";

/** Stands for the meter's identification, which has no OBIS code. */
const IDENTIFICATION: u32 = 0xffffffff;
/** Energy at the first tariff. */
const FIRST_TARIFF: u32 = obisCode(1, 0, 1, 8, 1);
const IDENTIFICATION_ENTRY: Entry = {
  code: IDENTIFICATION,
  topic: "equipment/identification",
  kind: "word",
  device: "none",
  shown: "diagnostic",
};

/** Whether it is the meter's identification, which has no code. */
export function isIdentification(code: u32): boolean {
  return code === IDENTIFICATION;
}

/**
 * Publishes the readings, as one message each and, by setting, as JSON, in publications that are at least a while apart:
 * power has a pace of its own.
 */
export class Publisher {
  readonly kept: Kept = new Kept();
  private readonly settings: Settings;
  readonly meter: Meter;
  readonly message: Message;
  private readonly counters: DeviceCounters;
  private readonly identification: StagedReading = new StagedReading();
  private readonly topicBuffer: Uint8Array = new Uint8Array(TOPIC_SIZE);
  private readonly topic: Writer = new Writer(this.topicBuffer);
  /** Whether a publication has begun and is not at its end. */
  private running: boolean = false;
  private readonly powerPace: Pace = new Pace();
  private readonly pace: Pace = new Pace();
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

  /** The broker is connected anew, and knows nothing: everything that the meter still sends is to be sent, at once. */
  renew(now: u32): void {
    this.running = false;
    this.powerPace.reset();
    this.pace.reset();
    this.renewed = now;
    for (const reading of this.kept.readings) {
      // Home Assistant would take an old value for one of now.
      reading.published = reading.published && reading.missed;
      reading.clearDue();
    }
  }

  /**
   * Keeps a good telegram's readings, which the meter has learned from, and notes which are to be sent though they did not
   * change.
   */
  take(staging: Staging, identification: Bytes, now: u32): void {
    this.kept.begin(now);
    this.identification.code = IDENTIFICATION;
    this.identification.kind = "text";
    this.topic.clear();
    this.topic.text(IDENTIFICATION_ENTRY.topic);
    let place = this.keep(this.identification, IDENTIFICATION_ENTRY, identification, 0);
    const original = this.settings.on("original");
    for (let i = 0; i < staging.count && i < staging.readings.length; i++) {
      const reading = staging.readings[i];
      this.topic.clear();
      if (original && this.settings.codes.find(reading.code) === CODES) {
        this.meter.writeOriginalTopic(this.topic, staging, reading);
      } else {
        writeTopic(this.topic, this.settings, this.meter, staging, reading);
      }
      const hint = Math.min(place + 1, PLACES - 1);
      place = this.keep(reading, this.meter.describe(reading.code), staging.textOf(reading), hint);
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

  /** Whether a reading's topic is another one than it has by itself. */
  isRenamed(code: u32): boolean {
    return this.settings.codes.find(code) < CODES || this.settings.on("original");
  }

  /** Keeps a reading under the topic that is written. */
  private keep(staged: StagedReading, entry: Entry, text: Bytes, hint: range<0, 96>): range<0, 96> {
    const place = this.kept.keep(staged, entry, this.topic.view(), text, hint);
    const isOff =
      isLeftOut(this.settings.text("leave_out"), this.topic.view()) || this.settings.codes.isOff(staged.code);
    this.kept.readings[place].leaveOut(isOff);
    return place;
  }

  /** Begins a publication when it is time, and sends what the broker takes. False when it takes no more now. */
  tick(now: u32): boolean {
    if (!this.running) {
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

  /** Begins a publication of what changed, if it is time for that. */
  private begin(now: u32): void {
    const original = this.settings.on("original");
    const json = this.settings.on("publish_as_json");
    const isTime = this.pace.isTime(now, this.settings.number("interval_min"));
    const isTimeOfPower = this.powerPace.isTime(
      now,
      this.settings.number(original ? "interval_min" : "interval_power"),
    );
    for (const reading of this.kept.readings) {
      const power = reading.isPower();
      const changed = reading.isCurrent() && !reading.leftOut && reading.changed();
      if (!changed || !(power ? isTimeOfPower : isTime)) {
        continue;
      }
      reading.valueDue = true;
      reading.timeDue = reading.kind === "number" && reading.time !== NO_TIME && !original;
      reading.jsonDue = json;
      reading.dsmrDue = this.settings.on("dsmr_reader");
      this.running = true;
      if (power) {
        this.powerPace.begin(now);
      } else {
        this.pace.begin(now);
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
      if (this.kept.readings[i].dsmrDue && !this.sendAsDsmrReader(i)) {
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
    this.message.topic.bytes(this.kept.nameOf(index));
    this.message.topic.text("_time");
    writeTime(this.message.payload, reading.time);
    if (!this.message.send()) {
      return false;
    }
    reading.timeDue = false;
    return true;
  }

  /** The same under the topics of dsmr-reader. Where the broker takes only some of it, all is sent again. */
  private sendAsDsmrReader(index: range<0, 96>): boolean {
    const reading = this.kept.readings[index];
    const isGas = reading.device === "gas" && this.meter.namedChannel(reading.code) === 0;
    for (let part = 0; part < PARTS; part++) {
      const isPart = writePart(this.message, this.settings, reading, part, isGas, this.kept.has(FIRST_TARIFF));
      if (isPart) {
        if (reading.kind === "text") {
          this.message.payload.bytes(this.kept.textOf(reading));
        }
        if (!this.message.send()) {
          return false;
        }
      }
    }
    reading.dsmrDue = false;
    return true;
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
