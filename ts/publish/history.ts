/** Quarter-hour values of the totals, which wait in a ring until the broker has acknowledged them. */

import { Writer, array, u32, type FixedArray, type range, type u16, type u8 } from "ts2c";
import * as broker from "#platform/broker";
import * as log from "#platform/log";
import * as memory from "#platform/memory";
import { momentOf } from "../meter/moment.ts";
import { type Meter } from "../meter/meter.ts";
import { obisCode } from "../p1/obis.ts";
import { type StagedReading, type Staging } from "../p1/staging.ts";
import { NO_TIME } from "../p1/timestamp.ts";
import { type Settings } from "../settings/settings.ts";
import { type Message } from "./message.ts";
import { type DeviceCounters } from "./counters.ts";
import { HistoryRecord, RECORD_SIZE, sizeFor } from "./record.ts";
import { writeTopic } from "./topic.ts";

/** A quarter of an hour in seconds. */
const QUARTER = 900;
/** How many messages may wait for the broker's acknowledgement. */
const FLIGHTS = 4;
/** How long the broker may take for one, in milliseconds. */
const PATIENCE_MS: u32 = 60000;
/** Totals that may join those of the first telegram: a meter on the M-Bus that is installed later. */
const SPARE = 4;
/** The month's peak, a quarter hour by itself (e-MUCS P1 1.7.1, 5.2). */
const PEAK: u32 = obisCode(1, 0, 1, 6, 0);

/** One of the oldest records, and what became of it. */
class Flight {
  state: FlightState = "waiting";
  /** The number that the broker's driver gave the message. */
  id: u16 = 0;
}

type FlightState = "waiting" | "sent" | "acknowledged";

/**
 * Stores the totals at each full quarter of an hour, by the meter's clock, and publishes them on `<root>/history` with QoS 1, oldest
 * first. What the broker acknowledged is not sent again; what it did not is dropped only by a newer value in a full ring.
 */
export class History {
  private readonly settings: Settings;
  private readonly meter: Meter;
  private readonly message: Message;
  private readonly counters: DeviceCounters;
  /** How many records the ring has room for, 0 before it is known; how large one is; where the oldest lies. */
  private capacity: u16 = 0;
  private asked: boolean = false;
  private size: range<1, 293> = 1;
  private first: u32 = 0;
  private count: u16 = 0;
  private readonly record: HistoryRecord = new HistoryRecord();
  /** The quarter hour that runs, counted since 1970; 0 before the first telegram. */
  private quarter: u32 = 0;
  /** What the oldest records came to. */
  private readonly flights: FixedArray<Flight, 4> = array(FLIGHTS, () => new Flight());
  /** When the broker last acknowledged something, or had nothing to acknowledge. */
  private answeredAt: u32 = 0;
  private readonly topicBuffer: Uint8Array = new Uint8Array(64);
  private readonly topic: Writer = new Writer(this.topicBuffer);

  constructor(settings: Settings, meter: Meter, message: Message, counters: DeviceCounters) {
    this.settings = settings;
    this.meter = meter;
    this.message = message;
    this.counters = counters;
  }

  /** Takes a good telegram: the first one of a quarter hour has the values of its beginning. */
  take(staging: Staging): void {
    const time = momentOf(staging);
    if (time === NO_TIME) {
      return;
    }
    const quarter = Math.trunc(time / QUARTER);
    const before = this.quarter;
    // A telegram that comes a little late is none of the quarter hour before.
    if (quarter === before || quarter + 1 === before) {
      return;
    }
    this.quarter = quarter;
    // A clock that is set back ends no quarter hour; those that it runs through again are stored again.
    if (before !== 0 && quarter > before) {
      this.store(staging, u32(quarter * QUARTER));
    }
  }

  /** Another meter speaks from now on. What waits of the last one would be published as if it were of this one: it is lost. */
  forgetMeter(): void {
    this.counters.historyLost = u32(this.counters.historyLost + this.count);
    this.count = 0;
    this.quarter = 0;
    for (const flight of this.flights) {
      flight.state = "waiting";
    }
  }

  /** Whether quarter hours wait for the broker: a restart loses them. */
  isWaiting(): boolean {
    return this.count > 0;
  }

  /** The broker is connected anew: what it did not acknowledge is sent again. */
  renew(now: u32): void {
    this.answeredAt = now;
    for (const flight of this.flights) {
      if (flight.state === "sent") {
        flight.state = "waiting";
      }
    }
  }

  /** The broker has acknowledged the message with that number. */
  delivered(id: u16, now: u32): void {
    for (const flight of this.flights) {
      if (flight.state === "sent" && flight.id === id) {
        flight.state = "acknowledged";
        this.answeredAt = now;
      }
    }
    this.dropAcknowledged();
  }

  /** Whether the broker is connected and acknowledges nothing. */
  isStuck(now: u32): boolean {
    for (const flight of this.flights) {
      if (flight.state === "sent") {
        return u32(now - this.answeredAt) >= PATIENCE_MS;
      }
    }
    return false;
  }

  /** Sends what may be sent. False when the broker takes nothing now. */
  tick(now: u32): boolean {
    for (let i = 0; i < FLIGHTS && i < this.count; i++) {
      if (this.flights[i].state === "waiting" && !this.send(i, now)) {
        return false;
      }
    }
    return true;
  }

  private send(index: range<0, 3>, now: u32): boolean {
    const capacity = this.capacity;
    if (capacity === 0) {
      return true;
    }
    memory.read(u32(this.first + index) % capacity, this.record.bytes.subarray(0, this.size));
    this.message.begin();
    this.message.topic.text("history");
    this.record.writeJson(this.message.payload);
    const id = broker.deliver(this.message.topic.view(), this.message.payload.view());
    if (id === 0) {
      return false;
    }
    if (!this.isWaited()) {
      this.answeredAt = now;
    }
    this.flights[index].state = "sent";
    this.flights[index].id = id;
    return true;
  }

  /** Whether an acknowledgement is waited for. */
  private isWaited(): boolean {
    for (const flight of this.flights) {
      if (flight.state === "sent") {
        return true;
      }
    }
    return false;
  }

  /** Asks for memory when the first telegram shows how much a record takes. */
  private reserve(staging: Staging): void {
    let totals: u8 = 0;
    for (let i = 0; i < staging.count && i < staging.readings.length; i++) {
      if (this.belongs(staging.readings[i])) {
        totals = Math.min(totals + 1, 90);
      }
    }
    this.asked = true;
    this.size = sizeFor(Math.min(totals + SPARE, 96));
    const wanted = Math.min(this.settings.number("history_quarters"), 3000);
    this.capacity = wanted === 0 ? 0 : Math.min(memory.reserve(wanted, this.size), wanted);
    if (this.capacity < wanted) {
      this.topic.clear();
      this.topic.text("There is memory for ");
      this.topic.int(this.capacity);
      this.topic.text(" quarter hours of history.");
      log.write("warning", this.topic.view());
    }
  }

  private store(staging: Staging, time: u32): void {
    if (!this.asked) {
      this.reserve(staging);
    }
    const capacity = this.capacity;
    if (capacity === 0) {
      return;
    }
    this.record.begin(time);
    for (let i = 0; i < staging.count && i < staging.readings.length; i++) {
      const reading = staging.readings[i];
      if (this.belongs(reading)) {
        this.topic.clear();
        writeTopic(this.topic, this.settings, this.meter, staging, reading);
        this.record.add(this.topic.view(), reading, Math.min(this.size, RECORD_SIZE));
      }
    }
    if (this.count >= capacity) {
      this.dropOldest();
      this.counters.historyLost = u32(this.counters.historyLost + 1);
      this.dropAcknowledged();
    }
    memory.write(u32(this.first + this.count) % capacity, this.record.view());
    this.count = Math.min(this.count + 1, capacity);
  }

  /** Whether a reading is a total, or the month's peak. */
  private belongs(reading: StagedReading): boolean {
    if (reading.kind !== "number") {
      return false;
    }
    const counts = this.meter.describe(reading.code).kind === "counter" && reading.unit !== "none";
    return counts || reading.code === PEAK;
  }

  /** The broker has the oldest records: they need no room any more. */
  private dropAcknowledged(): void {
    for (let i = 0; i < FLIGHTS && this.count > 0 && this.flights[0].state === "acknowledged"; i++) {
      this.dropOldest();
    }
  }

  /** Takes the oldest record out of the ring. */
  private dropOldest(): void {
    const capacity = this.capacity;
    if (this.count === 0 || capacity === 0) {
      return;
    }
    this.first = (this.first + 1) % capacity;
    this.count = this.count - 1;
    for (let i = 0; i + 1 < FLIGHTS; i++) {
      this.flights[i].state = this.flights[i + 1].state;
      this.flights[i].id = this.flights[i + 1].id;
    }
    this.flights[FLIGHTS - 1].state = "waiting";
  }
}
